"""What offices, blogs and live pages say beside what they tell."""

from tui.text.article import Furniture
from tui.text.blocks.rules.rule import Rule

SITES = (
    Rule(
        Furniture.INTERFACE,
        r"an official (?:web)?site of (?:the )?.{3,80}|for immediate release.{0,40}"
        r"|(?:under )?embargo(?:ed)? until .{3,60}|(?:media|press) (?:contacts?|enquiries"
        r"|inquiries)(?: ?[:|–-].{2,100})?",
        "FOR IMMEDIATE RELEASE",
        starts="an official for immediate under embargo media press",
    ),
    Rule(
        Furniture.INTERFACE,
        r"contacts?: .{2,40}(?:, .{2,40}|[|/;] .{2,40}|\d{4})",
        "Contact: Bo Ek, Press Office",
        starts="contact",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:was|is|did you find) this (?:page|article|story|information|answer)? ?(?:helpful|useful)\??"
        r"|print this (?:page|article|story)|(?:report|tell us about) (?:a|an) (?:problem|error|issue) .{3,60}",
        "Was this page helpful?",
        starts="was is did print report tell",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:advertisement|publicidad|publicité|anzeige|werbung|pubblicità|publicidade) ?[-–—:|•·] ?.{2,60}",
        "Advertisement - Continue Reading Below",
        starts="adv publi anzeige werbung pubbli",
    ),
    Rule(
        Furniture.CREDIT,
        r"this (?:story|article|piece|essay|post|report) (?:(?:first |originally )?(?:appears?|appeared|ran)"
        r"|(?:was|is) (?:first |originally )?(?:published|printed|produced)) (?:in|on|by|at) .{3,120}",
        "This story appears in the June 2021 issue.",
        starts="this",
    ),
    Rule(
        Furniture.CREDIT,
        r"(?-i:[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3}) is an? (?:\w+ ){0,2}(?:contributing|freelance|senior|staff|deputy"
        r"|associate|managing) (?:editor|writer|reporter|correspondent|producer|photographer)\b.{0,200}",
        "Lena Fors is a contributing editor. Her last book is “Dust”.",
        needs=(" is a",),
    ),
    Rule(Furniture.CAPTION, r"item \d{1,2} of \d{1,2} .{5,400}", "Item 1 of 3 Lorries wait at Pellow.", starts="item"),
    Rule(
        Furniture.INTERFACE,
        r"\[ ?\d{1,2} ?(?:/|of) ?\d{1,2} ?\]|\d{1,2}[ -]min(?:ute)?s?(?: read)? ?[·•|] ?.{1,40}",
        "3 min read · 1,204 views",
        needs=("/", " of ", "min"),
    ),
    Rule(
        Furniture.INTERFACE,
        r"leave a (?:reply|comment)\b.{0,40}|cancel reply|your e-?mail address will not be .{3,80}"
        r"|save my name, e-?mail.{0,100}|required fields are .{3,40}|notify me of .{3,60}"
        r"|this site uses akismet.{0,120}",
        "Leave a Reply Cancel reply",
        starts="leave cancel your save required notify this",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:link )?copied(?: to (?:the )?clipboard)?|(?:show|load) (?:more|older|newer) "
        r"(?:updates|posts|entries|stories)|(?:jump|skip) to (?:the )?(?:latest|top|end|comments).{0,20}"
        r"|refresh(?: page)? for (?:new )?updates"
        r"|turn (?:on|off) notifications|pinned (?:post|update)|new updates?|[\d.,]+k? (?:people )?(?:are )?"
        r"(?:reading|watching|viewing|following)(?: this| now)?",
        "Copied to clipboard",
        starts="link copied show load jump skip refresh turn pinned new 0 1 2 3 4 5 6 7 8 9",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:that|and that)[’']?s (?:all|it)(?: from (?:us|me))? for (?:today|now|tonight|this evening)\W{1,3}"
        r"(?:thanks?|thank you|join|good ?night|see you|we)\b.{5,120}"
        r"|(?:we(?:[’']re| are) )?(?:pausing|closing|wrapping up) (?:this|our) (?:live )?(?:blog|coverage|page)\b"
        r".{0,120}",
        "That’s all for today. Thanks for joining us.",
        starts="that and we pausing closing wrapping",
    ),
    Rule(
        Furniture.CREDIT,
        r"a (?:version|correction) (?:of this (?:article|story)|was made)\b.{0,250}",
        "A version of this article appears in print on May 5.",
        starts="a",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:skip past|after) newsletter promotion|privacy notice: .{3,250}|why (?:you can |to )?trust .{2,60}"
        r"|gift this (?:article|story)|listen to this (?:article|story)\b.{0,40}|escuch[ae] (?:esta noticia"
        r"|este artículo)"
        r"|écouter (?:cet article|l['’]article).{0,20}|(?:news|press|media) release|release no\.? .{2,20}",
        "Why you can trust The Ledger",
        starts="skip after privacy why gift listen escuch écouter news press media release",
    ),
)
