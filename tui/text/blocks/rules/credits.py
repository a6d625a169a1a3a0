"""Who made an article, when and whose it is, and which part of a series it is."""

from tui.text.article import Furniture
from tui.text.blocks.rules.rule import Rule
from tui.text.head.days import DAY

_REPORT = r"(?:report|story|article|post|piece)"
CREDITS = (
    Rule(
        Furniture.CREDIT,
        rf".{{3,80}}\bcontributed (?:reporting|(?:to|for) this {_REPORT})\b.{{0,60}}",
        "Anna Berg contributed to this report.",
        ("contributed",),
    ),
    Rule(
        Furniture.CREDIT,
        r"\(?(?:additional )?(?:reporting|writing|editing) by .{3,200}",
        "Reporting by Anna Berg; editing by Jo Day",
    ),
    Rule(
        Furniture.CREDIT,
        rf"some information (?:for|in) this {_REPORT} .{{3,100}}",
        "Some information for this report came from AP.",
    ),
    Rule(
        Furniture.CREDIT,
        rf"this {_REPORT} (?:was|has been) (?:\w+ )?"
        r"(?:updated|corrected|published|produced|written|translated)\b.{0,140}",
        "This story has been updated.",
    ),
    Rule(
        Furniture.CREDIT,
        rf"this {_REPORT} (?:originally |first )?appeared (?:in|on) .{{3,100}}",
        "This article first appeared in The Courier.",
    ),
    Rule(
        Furniture.CREDIT,
        r"(?:copyright:? (?:©|\(c\)|by|information|\d{4})|©|\(c\) ?\d{4}).{2,160}",
        "Copyright 2019 The Courier",
    ),
    Rule(
        Furniture.CREDIT,
        r"all rights reserved.{0,120}|this material may not be published.{0,120}",
        "All rights reserved.",
    ),
    Rule(
        Furniture.CREDIT,
        r"[^,.]{3,50} is an? (?:staff writer|(?:senior |freelance )?(?:reporter|correspondent|writer|editor))"
        r" (?:at|for|with|based)\b.{0,120}",
        "Anna Berg is a reporter at The Courier.",
        ("writer", "reporter", "correspondent", "editor"),
    ),
    Rule(
        Furniture.CREDIT,
        r"follow .{2,40} on (?:twitter|facebook|x|mastodon|bluesky)\b.{0,80}",
        "Follow Anna Berg on Twitter @aberg",
    ),
    Rule(Furniture.CREDIT, r"(?:getty images|associated press|reuters|afp|epa)(?:[/ ].{0,30})?", "Getty Images"),
    Rule(
        Furniture.SERIES,
        r"this is (?:the )?(?:\w+ )?(?:part|article|story|installment)? ?(?:\w+ )?"
        r"(?:of|in) an? [\w-]+(?: |-)(?:series|part).{0,60}",
        "This is part one of a four-part series.",
    ),
    Rule(
        Furniture.SERIES,
        r"(?:this is )?part (?:\d+|one|two|three|four|five|six) (?:of|in) .{3,50}",
        "Part 2 of a series",
    ),
    Rule(
        Furniture.SERIES,
        r"(?:first|second|third|fourth|last) (?:of|in an?) (?:two|three|four|five|six|series).{0,40}",
        "First of two parts",
    ),
    Rule(
        Furniture.CREDIT,
        r".{3,80}\b(?:produced|edited|adapted|translated) (?:this|the) (?:story|piece|report|interview|article"
        r"|segment|broadcast|digital|audio)\b.{0,140}",
        "Hans Olm produced this story for radio. It was edited by May Toft.",
        ("produced", "edited", "adapted", "translated"),
    ),
    Rule(
        Furniture.CREDIT,
        r"our standards: .{3,80}|(?:sources?|quellen?|fuentes?|fontes?|bron|via): ?[^.?!]{2,80}"
        r"|support for this .{3,200}"
        r"|news provided by.{0,60}|(?:this (?:story|article|project|report|series) (?:is|was) (?:supported|funded"
        r"|sponsored|made "
        r"possible|part of|based on|brought)\b.{3,200})",
        "Our Standards: The Merton Trust Principles.",
        starts="our source quelle fuente fonte bron via support news this",
    ),
    Rule(
        Furniture.CREDIT,
        r"(?-i:SOURCE) [^.?!]{3,80}|(?:media|press) (?:contacts?|enquiries|inquiries):?.{0,200}"
        r"|for (?:more|further|additional) information(?::|,? (?:please )?(?:visit|contact|call|e-?mail|see"
        r"|go to))\b.{0,200}"
        r"|for (?:more|further) information: .{0,200}",
        "SOURCE County of Tavora",
        starts="source media press for",
    ),
    Rule(
        Furniture.CREDIT,
        r".{3,300}\b(?:reach|contact|e-?mail|write to|follow) (?:her|him|me) (?:at|on|via|by)\b.{3,200}"
        r"|.{3,300}\b(?:can be (?:reached|contacted|followed)|tweets) (?:at|on|via|by|as)\b.{3,160}",
        "Anna Quill covers roads for the Tribune. Reach her at 555-0142.",
        ("her ", "him ", " me ", "can be ", "tweets"),
    ),
    Rule(
        Furniture.CREDIT,
        r"(?:follow|contact|e-?mail|reach) (?:the (?:author|writer|reporter)|her|him|me)\b.{0,160}",
        "Contact the author at news@lenn.example",
        starts="follow contact e reach",
    ),
    Rule(
        Furniture.CREDIT,
        r"(?:the )?(?:author|writer)s? (?:is an?|is the|are|was an?|owns?|holds?|has no|have no)\b.{3,300}"
        r"|about the authors?\b.{0,40}"
        r"|(?:disclosure|disclaimer|editor[’']s note|author[’']s note|correction): .{5,400}"
        r"|(?:the )?(?:views|opinions) (?:expressed|in this|are)\b.{5,300}",
        "The author is a professor of roads at Corvane University.",
        starts="the author writer about disclosure disclaimer editor correction views opinions",
    ),
    Rule(
        Furniture.CREDIT,
        r"(?:copyright,? ?(?:©|\(c\)|\d{4}|by\b|notice)|©|\(c\) ?\d{4}).{2,300}",
        "Copyright © 2016 Inland Echo.",
        starts="copyright © (c)",
    ),
    Rule(
        Furniture.CREDIT,
        r".{0,120}\b(?:all rights reserved|may not be (?:reproduced|published|republished|redistributed)"
        r"|reproduction (?:\w+ ){0,6}(?:forbidden|prohibited|permission|consent)|republished (?:with|under|from)"
        r"|under a creative commons|used with permission)\b.{0,240}",
        "Reproduction without written consent is forbidden.",
        ("reserved", "may not be", "reproduction", "republished", "creative commons", "permission"),
    ),
    Rule(
        Furniture.CREDIT,
        rf"(?:(?:first|originally|last|date) )?(?:published|posted|updated|modified|submitted|filed|created"
        rf"|uploaded)\b(?: by .{{3,40}})?"
        rf"(?: (?:on|at|in))?:? ?.{{0,30}}{DAY}.{{0,60}}",
        "Published: 15:01 BST, 4 May 2021",
        starts="first originally last date published posted updated modified submitted filed created uploaded",
    ),
    Rule(
        Furniture.CREDIT,
        r"(?:(?:published|posted|updated) )?(?:\d+|an?) (?:hours?|minutes?|mins?|days?|weeks?|months?|years?) ago"
        r"|just now|\([A-Z]{2,8}\)",
        "3 hours ago",
        starts="published posted updated 0 1 2 3 4 5 6 7 8 9 a just (",
    ),
    Rule(
        Furniture.CREDIT,
        r"(?:story|text|words|photos?|photographs?|photography|pictures?|graphics?|videos?|illustrations?)(?::| by:?) "
        r"(?-i:[A-Z])[\w.’' -]{3,60}",
        "Photography by Ida Mell",
        starts="story text words photo picture graphic video illustration",
    ),
    Rule(
        Furniture.CREDIT,
        r"(?-i:[A-Z][\w.’'-]+(?: (?:de |la |van |von |der )?[A-Z][\w.’'-]+){1,3}/[A-Z][\w.&’'-]+(?: "
        r"[A-Z][\w.&’'-]+){0,3})",
        "Ida Mell/Cable Press",
        ("/",),
    ),
)
