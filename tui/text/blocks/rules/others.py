"""Other articles that are announced."""

from tui.text.article import Furniture
from tui.text.blocks.rules.rule import Rule

OTHERS = (
    Rule(
        Furniture.TEASER,
        r"(?:related|read (?:more|also|next)|see also|also read|watch|listen|don[’']t miss|recommended|more)"
        r"(?: stor(?:y|ies))? ?[:|»>] ?.{5,140}[^.,;:]",
        "READ MORE: Ship leaves harbour",
    ),
    Rule(
        Furniture.TEASER,
        r"(?-i:READ|WATCH|SEE|LISTEN|PHOTOS?|VIDEOS?|GALLERY|RELATED|MORE|INTERACTIVE|EXPLAINER|MAP|GRAPHIC|ICYMI)"
        r"(?-i: [A-Z]+){0,3} ?[:|»>] ?.{5,140}",
        "READ: A choir that lost its hall",
        starts="read watch see listen photo video gallery related more interactive explainer map graphic icymi",
    ),
    Rule(
        Furniture.TEASER,
        r"(?:(?:also|must) read|you (?:may|might) (?:also )?(?:like|be interested in)|in case you missed it"
        r"|from the archives?|up next"
        r"|(?:previous|next)(?: (?:article|story|post))?|lesen sie auch|mehr zum thema|(?:à )?lire aussi"
        r"|leggi anche|lea también"
        r"|lees ook|leia (?:também|mais)) ?(?:[:|»>–-] ?.{3,140})?",
        "Lesen Sie auch: Der Mann, der Laster zählt",
        starts="also must you in from up previous next lesen mehr à lire leggi lea lees leia",
    ),
    Rule(
        Furniture.POST,
        r".{0,400}\b(?:pic\.(?:twitter|x)\.com/\w+|https://t\.co/\w+).{0,120}",
        "What a day pic.twitter.com/x8Yk2LmnQp",
        ("pic.twitter.com/", "pic.x.com/", "https://t.co/"),
    ),
    Rule(
        Furniture.POST,
        r"a (?:post|photo|reel|video) shared by .{2,80}",
        "A post shared by Mira Sand (@mirabakes)",
        needs=("shared by",),
    ),
    Rule(
        Furniture.TEASER,
        r"(?:[←«‹] ?|older:? |newer:? ).{3,140}",
        "← Previous: Lamp fund grows",
        starts="← « ‹ older newer",
    ),
    Rule(Furniture.TEASER, r".{3,140} ?[→›»]", "Next: A choir without a hall →", ("→", "›", "»")),
    Rule(
        Furniture.TEASER,
        r"(?-i:MORE (?:ON|FROM|ABOUT)) .{2,60}|(?:also|elsewhere|more|latest|new) in (?:the )?(?-i:[A-Z])[\w ]{2,30}"
        r"|what to read next|editor[’']?s[’']? (?:picks?|choice)|(?:popular|recent|latest|similar|other|top|featured) "
        r"(?:posts|stories|articles|news|headlines)|keep reading|read next|(?:more|latest) (?:headlines|news)",
        "Also in the News",
        starts="more also elsewhere latest new what editor popular recent similar other top featured keep read",
    ),
)
