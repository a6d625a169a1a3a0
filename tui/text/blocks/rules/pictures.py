"""What pictures show and who took them, and what was said of it in social networks."""

from tui.text.article import Furniture
from tui.text.blocks.rules.rule import Rule

_AGENCY = r"(?:AP|Reuters|AFP|Getty|EPA|VOA|UPI|TASS|Xinhua|NASA)"
PICTURES = (
    Rule(
        Furniture.CAPTION,
        r"(?-i:FILE|File) ?[-–—] .{5,400}|file photo[:.,].{3,400}",
        "FILE - The harbour of Rotterdam, May 3, 2018.",
    ),
    Rule(
        Furniture.CAPTION,
        r"in this .{0,60}(?:photo|image)\b.{0,40}, .{5,380}",
        "In this July 3, 2018, photo, a ship leaves.",
    ),
    Rule(
        Furniture.CAPTION,
        r"\(?(?:photo|image|credit|picture|pictured|courtesy|photograph)(?: by|:| ?/) ?.{2,200}",
        "Photo: Anna Berg",
    ),
    Rule(
        Furniture.CAPTION,
        rf".{{10,300}}\({_AGENCY}(?: (?:photo|images?|file))?/[^)]{{2,60}}\)?",
        "A ship leaves the harbour. (AP Photo/Anna Berg)",
        ("/",),
    ),
    Rule(
        Furniture.CAPTION,
        rf".{{10,300}}\({_AGENCY} (?:photo|images?|file)\)",
        "A ship leaves the harbour. (AFP photo)",
        ("photo)", "image)", "images)", "file)"),
    ),
    Rule(
        Furniture.POST,
        r"a (?:post|photo|video|reel) (?:shared|posted) by .{3,120}",
        "A post shared by Mira Sand (@mirabread)",
        starts="a",
    ),
    Rule(
        Furniture.POST,
        r"[-–—] ?.{2,60} \(@\w{2,30}\).{0,40}|pic\.twitter\.com/\w+",
        "— Tavora County (@tavora) May 4, 2021",
        starts="- – — pic",
    ),
    Rule(
        Furniture.CAPTION,
        r".{5,300}[ .(|)\]]\(?(?-i:Photo(?:graph|grapher|s)?|Image|Picture|Credit|File|Illustration|Bild|Foto|FILE)"
        r"(?: [Cc]redits?| [Pp]hoto)?(?: by|:| ?/| courtesy)[^.!?]{2,70}[).]{0,2}",
        "The bridge on Tuesday. Photograph: Ida Mell/The Daily Sard",
        ("photo", "image", "picture", "credit", "file", "illustration", "bild", "foto"),
    ),
    Rule(
        Furniture.CAPTION,
        r".{5,300}\((?:file photo|file|photo|archive|handout|library picture)\)",
        "The bridge (File photo)",
        ("photo)", "file)", "archive)", "handout)", "picture)"),
    ),
    Rule(
        Furniture.CAPTION,
        r".{3,300}(?: ?/ ?|\| ?| via |© ?)(?:Getty(?: Images)?|AFP|Shutterstock|Alamy|iStock(?:photo)?"
        r"|EPA(?:-EFE)?|PA Wire|PA Images"
        r"|Unsplash|Bloomberg|Reuters|AP|AP Photo|dpa|Anadolu(?: Agency)?|Xinhua|TASS|WireImage|Corbis"
        r"|Wikimedia(?: Commons)?)"
        r"(?: ?/ ?[^.!?]{2,40})?\)?",
        "The bridge on Tuesday | Ida Mell / AFP / Getty Images",
        ("/", "|", " via ", "©"),
    ),
    Rule(
        Furniture.CAPTION,
        r".{10,300}\((?-i:[A-Z])[\w. ]{1,24}/(?-i:[A-Z])[\w.’'-]+(?: (?-i:[A-Z])[\w.’'-]+){1,3}\)\.?",
        "The bridge on Tuesday. (Sinwa/Ida Mell)",
        ("/",),
    ),
    Rule(
        Furniture.CAPTION,
        r".{3,300} \((?:via )?(?:Getty Images|Shutterstock|Alamy|iStock(?:photo)?|Unsplash|WireImage|AP Photo"
        r"|PA Wire|PA Images)\)\.?",
        "The bridge on Tuesday (Getty Images)",
        ("getty", "shutterstock", "alamy", "istock", "unsplash", "wireimage", "ap photo", "pa "),
    ),
)
