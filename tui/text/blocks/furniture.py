"""Blocks that are not the article itself are marked: captions, credits, teasers, interface lines, series notes.

A rule is a row with its own example. Marks are drawn dim and folded and are never a reason to delete, so a rule is
here only if it is hardly ever wrong on a paragraph of an article.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from tui.text.article import Block, BlockKind, Furniture
from tui.text.head.dateline import read_dateline

LONGEST = 450  # characters of a line that a rule looks at


class Rule(NamedTuple):
    """A line that matches as a whole, whatever its case, is furniture for `reason`."""

    reason: Furniture
    pattern: str
    example: str


_REPORT = r"(?:report|story|article|post|piece)"
_AGENCY = r"(?:AP|Reuters|AFP|Getty|EPA|VOA|UPI|TASS|Xinhua|NASA)"
RULES = (
    Rule(Furniture.INTERFACE, r"(?:leave|post|add|write) a (?:reply|comment)", "leave a reply:"),
    Rule(Furniture.INTERFACE, r"share(?: this)?(?: (?:on|via|with|article|story|page)\b.{0,40})?", "Share this on X"),
    Rule(
        Furniture.INTERFACE, r"(?:read|see|show|view|load) (?:more|also|next|all|comments?)(?: stories)?", "Read more"
    ),
    Rule(Furniture.INTERFACE, r"read the full .{3,30}|continue reading.{0,60}", "Read the full story"),
    Rule(Furniture.INTERFACE, r"related(?: (?:articles?|stories|content|news|links?|topics?))?", "Related articles"),
    Rule(Furniture.INTERFACE, r"(?:scroll to continue with |story continues below )?advertisements?", "Advertisement"),
    Rule(Furniture.INTERFACE, r"(?:(?:article|story) continues (?:below|after).{0,40})", "Story continues below"),
    Rule(Furniture.INTERFACE, r"(?:\d+ |view |be the first to )?comments?(?: ?\(\d+\)| closed)?", "12 comments"),
    Rule(Furniture.INTERFACE, r"sign (?:up|in) (?:for|to|here|now|with)\b[^.]{0,60}", "Sign up for our newsletter"),
    Rule(Furniture.INTERFACE, r"subscribe(?: (?:to|now|today|for)\b[^.]{0,60})?", "Subscribe now"),
    Rule(Furniture.INTERFACE, r"follow (?:us|me)\b[^.]{0,60}", "Follow us on Mastodon"),
    Rule(Furniture.INTERFACE, r"click (?:here|to)\b.{0,60}", "Click here for more"),
    Rule(Furniture.INTERFACE, r"print|e-?mail(?: this)?|tweet|pin it|copy link|embed|save", "Print"),
    Rule(Furniture.INTERFACE, r"facebook|twitter|whatsapp|telegram|linkedin|reddit|instagram", "Facebook"),
    Rule(Furniture.INTERFACE, r"tags?|tags?:.{1,120}|filed under:?.{0,120}", "Tags: space, moon"),
    Rule(
        Furniture.INTERFACE,
        r"most (?:read|popular|viewed|shared)|trending(?: now)?|recommended(?: for you)?",
        "Most read",
    ),
    Rule(
        Furniture.INTERFACE, r"(?:more|also) (?:from|on|stories)\b(?! (?:the|a|this) )[^.,]{0,40}", "More from Europe"
    ),
    Rule(
        Furniture.INTERFACE,
        r"photo gallery|watch (?:video|live|now|more)|listen (?:now|live)|play video",
        "Watch video",
    ),
    Rule(
        Furniture.INTERFACE, r"back to (?:top|home)|skip to .{0,40}|jump to (?:navigation|content)", "Skip to content"
    ),
    Rule(Furniture.INTERFACE, r"see also|you (?:may|might) (?:also )?(?:like|be interested in)", "You may also like"),
    Rule(
        Furniture.INTERFACE,
        r"newsletters?|privacy policy|terms of (?:use|service)|cookie (?:policy|settings)",
        "Newsletter",
    ),
    Rule(Furniture.INTERFACE, r"we use cookies\b.{0,200}|(?:accept|manage) (?:all )?cookies", "Accept all cookies"),
    Rule(Furniture.INTERFACE, r"\d{1,2}[ -]min(?:ute)?s?(?: read)?|reading time:? .{1,20}", "5 min read"),
    Rule(
        Furniture.INTERFACE,
        r"(?:image|media|video) caption|image source|file photo|hide caption|toggle caption",
        "Image caption",
    ),
    Rule(
        Furniture.CREDIT,
        rf".{{3,80}}\bcontributed (?:reporting|(?:to|for) this {_REPORT})\b.{{0,60}}",
        "Anna Berg contributed to this report.",
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
        Furniture.CAPTION,
        r"file ?[-–—] .{5,400}|file photo[:.,].{3,400}",
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
    ),
    Rule(
        Furniture.CAPTION, rf".{{10,300}}\({_AGENCY} (?:photo|images?|file)\)", "A ship leaves the harbour. (AFP photo)"
    ),
    Rule(
        Furniture.TEASER,
        r"(?:related|read (?:more|also|next)|see also|also read|watch|listen|don[’']t miss|recommended|more)"
        r"(?: stor(?:y|ies))? ?[:|»>] ?.{5,140}[^.,;:]",
        "READ MORE: Ship leaves harbour",
    ),
)
_BYLINE = (
    r"(?:By|BY) (?:[A-Z][\w.’'-]++,? ?(?:and |AND )?(?:de |van |von |al-)?){1,9}"
    r"(?:(?:for|in|of|at|and) (?:the )?[A-Z].{2,40})?(?: ?[|•,–—-] ?.{3,40})?"
)
_SCENE = (  # what captions say in the present tense and articles in the past
    r"\b(?:watch|stand|look|walk|speak|sit|hold|carr|wave|gesture|arrive|attend|deliver|inspect|pose|gather|chant|march"
    r"|rest|leave|ride|point|listen|talk|smile|shake|run|pray|wait|work|play|shout|celebrate)"
    r"(?:s|es|ies|y)?\b|\b(?:is|are) (?:seen|pictured|shown)\b"
)
_SCENE_DAY = r"\b(?:on|in) (?:\w+day, )?(?:[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?)?\d{4}\.?$"
_SEEN = r"\b(?:is|are) (?:seen|pictured|shown)\b"
_PAST = r"\b(?:said|told|was|were|had)\b"
_ENDED = tuple('.!?:;…"”’»)]')
_ABBREVIATED = r"(?:\b(?:U\.S|U\.N|U\.K|E\.U|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|vs|No)\.)$"
_TEASER_BLOCKS = 9  # a teaser is at most so long


def marked(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with `furniture` set where a paragraph is not the article itself."""
    lines = [text[block.span.start : block.span.end] for block in blocks]
    reasons = [_reason(text, blocks, lines, index) for index in range(len(blocks))]
    for first, last in _teasers(lines, reasons):
        reasons[first:last] = [Furniture.TEASER] * (last - first)
    if all(reason is not None for reason in reasons):
        return list(blocks)  # an article of nothing but furniture is an article
    return [
        replace(block, furniture=reason) if reason else block for block, reason in zip(blocks, reasons, strict=True)
    ]


def is_headline(line: str) -> bool:
    """Whether a line is written like a headline: few words, nearly all with a capital, no full stop."""
    if not 10 <= len(line) <= 160 or line.endswith(_ENDED):
        return False
    words = re.findall(r"[\w’'.-]+", line)
    long = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in long)
    return 4 <= len(words) <= 18 and len(long) >= 3 and capitals >= 0.8 * len(long)


@cache
def _patterns() -> tuple[tuple[Furniture, re.Pattern[str]], ...]:
    """One pattern for each reason, in the order of the rules."""
    reasons = dict.fromkeys(rule.reason for rule in RULES)
    return tuple(
        (reason, re.compile("|".join(rule.pattern for rule in RULES if rule.reason is reason), re.I))
        for reason in reasons
    )


def _reason(text: str, blocks: Sequence[Block], lines: Sequence[str], index: int) -> Furniture | None:
    line = lines[index]
    if len(line) > LONGEST or blocks[index].kind in (BlockKind.CODE, BlockKind.RULE):
        return None
    bare = line.rstrip(" :.>»…")
    for reason, pattern in _patterns():
        if pattern.fullmatch(bare) or pattern.fullmatch(line):
            return reason
    if len(line) < 120 and re.fullmatch(_BYLINE, line):
        return Furniture.CREDIT
    touches = (index > 0 and text[blocks[index - 1].span.end : blocks[index].span.start].count("\n") == 1) or (
        index + 1 < len(blocks) and text[blocks[index].span.end : blocks[index + 1].span.start].count("\n") == 1
    )
    return Furniture.CAPTION if (touches or re.search(_SEEN, line)) and _is_scene(line) else None


def _is_scene(line: str) -> bool:
    """Present tense and a day with its year: what a picture shows."""
    if not line.rstrip(".")[-4:].isdigit() or re.search(_PAST, line):
        return False
    return bool(re.search(_SCENE_DAY, line) and re.search(_SCENE, line) and len(re.findall(r"[.!?] [A-Z]", line)) < 2)


def _teasers(lines: Sequence[str], reasons: Sequence[Furniture | None]) -> list[tuple[int, int]]:
    """Where another article is announced: a headline, a series note or dateline, and text that breaks off."""
    found: list[tuple[int, int]] = []
    index = 1
    while index < len(lines):
        if reasons[index] is None and is_headline(lines[index]):
            window = range(index + 1, min(index + 4, len(lines)))
            second = next((i for i in window if reasons[i] is Furniture.SERIES or read_dateline(lines[i])), None)
            if second is not None:
                end = min(index + _TEASER_BLOCKS, len(lines))
                last = next((i for i in range(second, end) if reasons[i] is None and _breaks_off(lines[i])), None)
                if last is not None:
                    found.append((index, last + 1))
                    index = last
        index += 1
    return found


def _breaks_off(line: str) -> bool:
    words = line.count(" ") + 1
    if words < 4 or is_headline(line):
        return False
    if line.endswith(("...", "…", "[…]")) or not line.endswith(_ENDED):
        return True
    return words < 25 and bool(re.search(_ABBREVIATED, line)) and any(mark in line for mark in '“"')
