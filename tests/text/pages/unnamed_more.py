"""Templates of papers in other languages, offices, magazines and live pages, as unnamed.py reads them."""

DIARIO = """
+p Inicio
+p Economía
{half}
+p Te puede interesar
+p La panadería que nunca cierra
+p Cien farolas para un pueblo de treinta
{rest}
+p Compartir
+p Comentarios
+p Inicia sesión para comentar
+p Suscríbete a nuestro boletín
+p Recibe cada mañana las noticias del condado en tu correo.
+p Lo más leído
+p 1. El ferry vuelve el lunes
+p 2. Una boda bajo la lluvia
+p 3. El hombre que cuenta camiones
+p Síguenos en
+p Aviso legal
+p Política de cookies
+p © Diario de Corvane. Todos los derechos reservados.
"""
JOURNAL = """
+p Accueil
+p Publié le 4 mai 2021 à 18h12 - Mis à jour le 5 mai 2021
+p Temps de lecture : 3 min
{half}
+p Lire aussi : Les lampes du pont coûtent le double
+p Article réservé aux abonnés
{rest}
+p Partager
+p S’abonner
+p À lire également
+p Le boulanger qui ne ferme jamais
+p Trois cloches trouvées dans un champ
+p Les plus lus
+p 1. Le bac repart lundi
+p 2. Un mariage sous la pluie
+p Inscrivez-vous à notre lettre d’information
+p Chaque matin, l’essentiel de l’actualité du comté.
+p Réagir à cet article
+p Mentions légales
+p Gestion des cookies
+p Tous droits réservés. Le Journal de Corvane 2021
"""
OFFICE = """
+p An official website of the County of Corvane
+p Skip to main content
+p FOR IMMEDIATE RELEASE
+p Contact: Bo Ek, Press Office
+p 555-0142
+p press@corvane.example
{body}
+p ###
+p About the Works Office
+p The Works Office builds and keeps the roads of the county. It was founded in 1902 and employs 340 people.
+p Was this page helpful?
+p Print this page
+p Last updated: May 4, 2021
+p Related news
+p Works Office Opens Survey on Lamps
+p County Names New Chief of Ferries
+p Freedom of Information
+p Accessibility
+p Site Map
"""
MAGAZINE = """
+p Long reads
+p 14 minutes
+p Photography by Bo Ek
{half}
+p Advertisement - Continue Reading Below
{rest}
+p This story appears in the June 2021 issue.
+p Lena Fors is a contributing editor. Her last book is “Dust”.
+p Read Next
+p The Last Ferryman
+p How to Build a Tower of Salt
+p What the Lamps Know
+p From the archive
+p The Toll House in Winter
+p Give a gift subscription
+p Back issues
+p Customer care
+p We may earn a commission from links on this page.
"""
AGENCY = """
+p Add this site as a preferred source
+p 2 minute read
{half}
+p Item 1 of 3 Lorries queue outside Pellow. CORVANE WIRE/Bo Ek
+p [1/3]
{rest}
+p Reporting by Anna Quill in Corvane; Editing by Leo Marsh and Ruth Abanov
+p Our Standards: The Corvane Wire Trust Principles.
+p Suggested Topics:
+p County
+p Bridges
+p Purchase Licensing Rights
+p Read Next
+p Ferry strike enters third day
+p 5 mins ago
+p Judge frees man after nine years
+p 20 mins ago
+p Anna Quill
+p Corvane Wire
+p Anna reports on roads, bridges and public money. She has won two prizes for her work.
"""
JOTTER = """
+p Home / About / Archive
+p 3 min read · 1,204 views
{half}
+p If you enjoy these notes, consider supporting me on Patreon.
{rest}
+p Leave a Reply Cancel reply
+p Your email address will not be published. Required fields are marked *
+p Save my name, email, and website in this browser for the next time I comment.
+p Previous Post
+p Dust in Pellow
+p Next Post
+p Lamps again
+p Recent Posts
+p Why I walk to Elm Ferry
+p A bell in a field
+p Recent Comments
+p Nora on Dust in Pellow
+p Categories
+p Bridges (12)
+p Ferries (7)
+p Theme by Toll & Tower
"""
LIVE = """
+p LIVE
+p 1,204 people are reading this
+p Jump to latest
+p Pinned post
+p Key points
{half}
+p Share this post
+p Copied to clipboard
+p Show more updates
{rest}
+p That’s all for today. Thanks for joining us.
+p Refresh for updates
+p Turn on notifications
+p Load older posts
+p Get in touch
+p Send us your pictures on WhatsApp: 555 0142
+p Also live now
+p Storm over Elm Ferry: Latest
+p Election Night in Sard
"""
MORE = {
    "diario": DIARIO,
    "journal": JOURNAL,
    "office": OFFICE,
    "magazine": MAGAZINE,
    "agency": AGENCY,
    "jotter": JOTTER,
    "live": LIVE,
    "nordic": """
+p Menu
+p Log in
+p Premium
{half}
+p More about the bridge
+p Lorries count the days
+p Lamps cost double
{rest}
+p Did you see this?
+p The baker of Pellow wins a prize
+p Ferry strike in its third day
+p Editor in chief: Ada Lund
+p Corvane Nyheter is covered by the ethics code of the press.
+p Tips us: 555 0199
+p Contact the newsroom
""",
    "cultura": """
+p Cultura
+p Actualizado a las 18:12
+p Escucha esta noticia
{half}
+p Newsletter Cultura
+p Los libros y el cine que importan, cada viernes.
+p Apúntate
{rest}
+p Archivado en:
+p Puentes
+p Corvane
+p Normas de la comunidad
+p Contenido patrocinado
+p El truco para dormir mejor
+p Las gafas que todos quieren
+p Quiénes somos
+p Contacto
+p Publicidad en el diario
""",
    "mairie": """
+p Vous êtes ici : Accueil > Actualités
+p Imprimer la page
{body}
+p Contact presse
+p Bo Ek – 05 55 01 42
+p Ces informations vous ont-elles été utiles ?
+p Oui
+p Non
+p Restez informés
+p Recevez notre lettre hebdomadaire
+p Plan du site
+p Accessibilité : non conforme
+p Données personnelles
""",
    "department": """
+p News Release
+p Release No. 21-0142
{body}
+p -30-
+p Media contact
+p Works Office Media Desk
+p Stay connected with the Works Office
+p Sign up for alerts
+p Inspector General
+p No FEAR Act
""",
    "ledger": """
+p Why you can trust The Ledger
+p Gift this article
+p Listen to this article · 7:32 min
{half}
+p Sign up for the Morning Ledger. The day’s news in your inbox.
{rest}
+p A version of this article appears in print on May 5, 2021, Section A, Page 12 of the Late Edition.
+p A correction was made on May 6, 2021: An earlier version misspelled a name.
+p See more on: Bridges
+p Editors’ Picks
+p Can a Lamp Be Too Bright?
+p Our Food Writer Ate at the Toll House
+p Site Index
""",
    "ticker": """
+p What we know so far
+p 18:40
{half}
+p Back to top
+p Skip past newsletter promotion
+p Privacy Notice: Newsletters may contain information about charities.
+p after newsletter promotion
{rest}
+p Explore more on these topics
+p Bridges
+p County
+p Reuse this content
+p Most viewed
+p Farmer finds bell in field
+p County to count its crows
""",
}
