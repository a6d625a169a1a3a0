"""What sites say around an article in Spanish, French, German, Italian, Portuguese and Dutch."""

from tui.text.article import Furniture
from tui.text.blocks.rules.rule import Rule

LANGUAGES = (
    Rule(
        Furniture.TEASER,
        r"(?:(?:también )?(?:te|le) puede interesar|lo más (?:leído|visto|reciente)|más (?:noticias|información|leídas)"
        r"|(?:lee|lea|vea|mira|ver|leer) (?:también|además|más)|noticias relacionadas|temas relacionados"
        r"|à lire (?:aussi|également|ensuite)|voir aussi|les plus (?:lus|vus|consultés)|sur le même (?:sujet|thème)"
        r"|nos derni(?:ers articles|ères vidéos)|la rédaction vous (?:conseille|recommande)|dans la même rubrique"
        r"|lesen sie auch|auch interessant|mehr (?:zum thema|aus .{3,30}|artikel)|meistgelesen(?:e artikel)?|lesetipps?"
        r"|das könnte (?:sie|dich) auch interessieren|leggi anche|(?:ti )?potrebbe(?:ro)? (?:anche )?interessar(?:ti|e)"
        r"|i più letti|articoli correlati|leia (?:também|mais)|veja também|mais lidas|notícias relacionadas"
        r"|lees (?:ook|meer)|meest gelezen|gerelateerde? (?:artikelen|nieuws)) ?(?:[:|»>–-] ?.{3,140})?",
        "Te puede interesar: Cien farolas para un pueblo",
        starts="también te le lo más lee lea vea mira ver leer noticias temas à voir les sur nos la dans lesen auch "
        "mehr meist lesetipp das leggi ti potrebbe i articoli leia veja mais notícias lees meest gerelateerd",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:compartir|comparte|comentarios?|comentar|imprimir|guardar|publicidad|inicio|portada|aviso legal"
        r"|síguenos.{0,40}|inici(?:a|e|ar) sesión.{0,60}|suscr[ií](?:bete|base|birse|pción)\b.{0,80}"
        r"|reg[ií]strate\b.{0,60}"
        r"|(?:condiciones|términos) (?:de uso|y condiciones).{0,30}|política de (?:cookies|privacidad)"
        r"|recib[ea] (?:cada|todas?|en tu|las|nuestr)\b.{0,100}|tiempo de lectura.{0,20}"
        r"|todos los derechos reservados.{0,80}|solo para suscriptores|contenido exclusivo.{0,40}|archivado en.{0,60})",
        "Suscríbete a nuestro boletín",
        starts="compart coment imprimir guardar public inicio portada aviso síguenos inici suscr regis regís "
        "condiciones términos política recib tiempo todos solo contenido archivado",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:partager.{0,40}|commenter|commentaires?|réagir\b.{0,40}|imprimer|accueil|publicité|s['’]abonner|connexion"
        r"|(?:abonnez|inscrivez|identifiez|connectez)-vous\b.{0,80}|(?:je m['’]abonne|s['’]inscrire)\b.{0,60}"
        r"|mentions légales|gestion des cookies|politique de confidentialité|conditions générales.{0,40}"
        r"|(?:article|contenu) réservé aux abonnés.{0,60}|réservé aux abonnés|temps de lecture.{0,20}"
        r"|(?:publié|mis à jour|modifié) le \d.{5,90}|tous droits réservés.{0,80}|suivez-nous.{0,40}|nous suivre"
        r"|lire (?:plus tard|la suite|dans l['’]application)|il vous reste \d.{5,80}"
        r"|chaque (?:matin|soir|jour|semaine), .{0,60}\b(?:actualité|info|boîte)\b.{0,60})",
        "Inscrivez-vous à notre lettre d’information",
        starts="partager comment réagir imprim accueil publi s'a s’a s'i s’i connexion abonnez inscrivez identifiez "
        "connectez je mentions gestion politique conditions article contenu réservé temps mis modifié tous suivez nous "
        "lire il chaque",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:teilen|kommentieren|kommentare?(?: ?\(?\d+\)?)?|drucken|merken|startseite|anzeige|werbung|impressum"
        r"|anmelden|datenschutz(?:erklärung|hinweise?)?|nutzungsbedingungen|(?:jetzt )?abonnieren\b.{0,60}"
        r"|newsletter\b.{0,60}"
        r"|lesezeit.{0,30}|lesedauer.{0,30}|(?:aktualisiert|veröffentlicht|stand)(?: am|:) .{5,60}"
        r"|alle rechte vorbehalten.{0,60}|folgen sie uns.{0,40}|zur startseite|nur für abonnenten.{0,40}"
        r"|(?:delen|reageer|reacties|abonneer je.{0,40}|alle rechten voorbehouden.{0,40}))",
        "Lesezeit: 3 Minuten",
        starts="teilen komment drucken merken startseite anzeige werbung impressum anmelden datenschutz nutzungs jetzt "
        "abonn newsletter lese aktualisiert veröffentlicht stand alle folgen zur nur delen reag react",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:condividi.{0,40}|commenti|commenta|stampa|pubblicità|abbonati\b.{0,60}|iscriviti\b.{0,60}|accedi\b.{0,40}"
        r"|seguici.{0,40}|informativa (?:sulla|privacy).{0,30}|tempo di lettura.{0,20}|tutti i diritti riservati.{0,60}"
        r"|compartilh(?:e|ar).{0,40}|comentários|assine\b.{0,60}|inscreva-se\b.{0,60}|siga-nos.{0,40}|publicidade"
        r"|tempo de leitura.{0,20}|todos os direitos reservados.{0,60}|conteúdo exclusivo.{0,40})",
        "Iscriviti alla newsletter",
        starts="condividi comment stampa pubblicità abbonati iscriviti accedi seguici informativa tempo tutti "
        "compartilh coment assine inscreva siga publicidade todos conteúdo",
    ),
)
