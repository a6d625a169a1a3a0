"""The words that sites say about themselves and to their readers, as articles seldom do in a line of a few words."""

import re

WORDS = re.compile(  # in a fragment: a title of a box, a button, a line at the foot
    r"\b(?:read(?:ing|ers?)?|stories|article|articles|posts?|headlines|picks|pieces|newsletters?|e-?mail"
    r"|inbox|subscri\w+|comments?|replies|reply|discussion|conversation|share|follow|sign up|log ?in"
    r"|log out|register|latest|popular|trending|recommended|recent|related|archives?|search|menu"
    r"|navigation|topics?|tags|tagged|filed|categories|privacy|terms|cookies?|advert\w*|ads?|sponsored"
    r"|promoted|podcasts?|playlist|membership|donate|donation|discover|explore|sort by|view all"
    r"|load more|show more|see more|see all|powered by|blogroll|widgets?|preferences|sitemap|site map"
    r"|imprint|impressum|careers|contact|submit|download|app|apps|unsubscribe|bookmark|print|copy link"
    r"|up next|watch|listen|like this|next up|previous|top \w+|most \w+"
    r"|more (?:from|in|on|like|about|by|to)|also (?:in|on|from)|elsewhere|mornings?|briefing|digest"
    r"|on now|live|clipboard|notifications?|updates"
    r"|newsroom|news desk|tips?|site index|alerts|reuse|copyright|licen[cs]ing|corrections?|accessibility"
    r"|help cent(?:er|re)"
    r"|customer (?:care|service)|about us|who we are|press office|media (?:contact|desk)|editor[- ]in[- ]chief"
    r"|gift|premium"
    r"|quiénes somos|contacto|contáctanos|publicidad|patrocinad\w+|apúntate|archivado|normas de|mapa (?:web|del sitio)"
    r"|regístrate|hemeroteca|boletines|últimas noticias|accueil|imprimer|recevez|restez|nous contacter|contact presse"
    r"|plan du site|données personnelles|accessibilité|qui sommes-nous|newsletter|conditions générales|impressum"
    r"|kontakt"
    r"|über uns|startseite|karriere|barrierefreiheit|nutzungsbedingungen|chi siamo|contatti|quem somos|fale conosco"
    r"|compart\w+|comentarios?|comentar|suscr\w+|boletín|síguenos|leído|interesar|partager|abonn\w+|inscrivez\S*"
    r"|réagir|plus (?:lus|vus)|lire (?:aussi|également)|mentions légales|teilen|kommentare?|meistgelesen\w*|impressum"
    r"|datenschutz\w*|condividi|commenti|iscriviti|abbonati|assine|compartilh\w+|reageer|delen)\b",
    re.I,
)
VOICE = re.compile(r"\b(?:you|your|you['’]\w+|our|ours|us)\b|\bwe\b(?! (?:said|told))", re.I)
COMMENTS = re.compile(
    r"(?:\d[\d,.]* )?(?:reader )?(?:comments?|replies|responses|discussion|conversation)(?: ?\(?\d+\)?)?"
    r"|join the (?:conversation|discussion)|(?:leave|post|add|write) a (?:comment|reply)"
    r"|(?:have|share) your (?:say|thoughts)",
    re.I,
)
ANSWERS = re.compile(
    r"\W*(?:reply|like|report|flag|upvote|downvote|share|permalink|log in to reply|load more comments|post comment"
    r"|show replies)\W*"
    r"|.{0,60}\b(?:\d+|an?) ?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdw]) ago\b.{0,20}"
    r"|.{2,40} (?:says|writes|wrote|commented):?",
    re.I,
)
FOOT = re.compile(r".{0,200}(?:©|\(c\) ?\d{4}|\bcopyright\b|all rights reserved).{0,200}", re.I)
FOOT_SIGNS = ("©", "(c)", "opyr", "ll r")  # one of them stands in each; of letters that have one small form
