"""What a tagger marks becomes the name itself: no article, title, possessive or stray punctuation, and no junk."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from tui.analysis.document import BRAND, STARTING, Document, Sentence
from tui.analysis.model import Kind
from tui.analysis.names.lexicon import ARTICLES, key, lexicon
from tui.analysis.names.tagger import Tagged, is_shouted, is_titled
from tui.text.span import Span

BEFORE = " \t\n\"“”‘'’«»(—–-,.:;[]•*"
AFTER = " \t\n\"”“’'‘«»,;:!?—–-[(*•"
ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
OPENER = re.compile(  # capitals that only a sentence's beginning gave
    r"(?:Many|Some|Several|Most|Both|Those|These|This|That|His|Her|Its|Their|Our|My|But|And|Or|If|When|While|Although"
    r"|Though|Because|Beside|Despite|During|Unlike|Among|Throughout|Within|Without|Between|As|After|Before|Since|For|In|On|At|From|By|With|To|Even|Once|Until|Meanwhile|However|Then)\s+"
)
KEPT_DOT = re.compile(r"(?:\b[A-Z]|\b(?:Inc|Corp|Co|Jr|Sr|Ltd|St|No|Bros|D\.C))\.$")
STYLES = frozenset(
    {"mullah", "mother", "saint", "st", "st.", "king", "pope", "tsar"}
)  # part of the name they stand before
QUOTES = ("“", '"', "‘", "«")
LOWER_WORD = re.compile(r"\s([a-z][a-z'’]*)(?=\s|$)")
HYPHENED = re.compile(
    r"-(?!led|backed|based|born|style|era|like|speaking|owned|run|controlled|held|dominated|type|wide)[a-z]+\b"
)
INSIDE_ARTICLE = re.compile(r".(?: of|for) an? (?=[A-Z])", re.DOTALL)  # "Party for a New Ostra"
SCORE = re.compile(r"\s+\d+$")
SCORE_MARKS = ("-", "–", ":")
BODY = re.compile(r"\b([A-Z][a-z]+)\s(?:for|of)(?: the)?\s(?:the |an? )?$")
SPILL = re.compile(r"\s(?:in|on|at|and|by|from|to|with|said|who|as|is|was)\s")
LOWER_TAIL = re.compile(r"\s+[a-z]+$")
KEPT_TAIL = re.compile(r"\s(?:of|for|de|al|el|bin|van|von|du|di)\s+[a-z]+$")
ABBREVIATION = re.compile(r"\b[A-Z]\.[A-Z]$")  # the last two letters of one
ADDRESS = re.compile(r"https?:|www\.|@|\.com$")
WORDS = re.compile(r"\w+")
LONGEST = 12  # words of a name
RUN_INSIDE = frozenset(
    {
        "of",
        "the",
        "for",
        "and",
        "de",
        "la",
        "del",
        "al",
        "bin",
        "van",
        "von",
        "der",
        "&",
        "-",
        "'",
        "’",
        "du",
        "di",
        "da",
    }
)


class Candidate(NamedTuple):
    """A place where a name may stand, cleaned; `kind` is None where only its capitals speak for it."""

    span: Span
    kind: Kind | None
    share: float
    opening: bool  # first word of its sentence, of a quotation, or in a line of capitals
    rule: str


def find_candidates(document: Document, tagged: Iterable[Tagged]) -> list[Candidate]:
    """The tagged names cleaned, and the capitalised runs between them; sorted and disjoint."""
    text = document.article.text
    names = [Candidate(_cleaned(text, name), name.kind, name.share, False, "crf") for name in tagged]
    names = [name for name in names if _is_name(text, name.span)]
    found: list[Candidate] = []
    position = 0
    for sentence in document.sentences:
        inside: list[Candidate] = []
        while position < len(names) and names[position].span.start < sentence.span.end:
            inside.append(names[position])
            position += 1
        loud = is_shouted(sentence) or is_titled(sentence)
        openings = _openings(sentence)
        for name in inside:
            found.append(name._replace(opening=loud or name.span.start in openings))
        if not loud:
            runs = _capital_runs(sentence, [name.span for name in inside], openings)
            found += [run for run in runs if _is_name(text, run.span)]
    found.sort(key=lambda name: name.span)
    return _disjoint(found)


def quieted(text: str, names: list[Candidate]) -> list[Candidate]:
    """In lines where capitals say nothing: names cut to what the article names elsewhere, and common words dropped."""
    lists = lexicon()
    quiet = {text[slice(*name.span)]: name.kind for name in names if not name.opening}
    for surface, kind in list(quiet.items()):
        if kind is Kind.ORG and (short := short_body(surface)):
            quiet.setdefault(short, kind)
    result = []
    for name in names:
        surface = text[slice(*name.span)]
        if name.opening and surface not in quiet and " " in surface:
            longest = _longest_of(quiet, surface)
            rest = WORDS.findall(surface.replace(longest, " ")) if longest else []
            if rest and all(word.lower() in lists.common for word in rest):
                start = name.span.start + surface.index(longest)
                name = name._replace(span=Span(start, start + len(longest)), kind=quiet[longest] or name.kind)
        result.append(name)
    return result


def short_body(body: str) -> str:
    """What a headline shortens "Norsund Lines" to; "" where it is no word of its own."""
    lists = lexicon()
    first, _, rest = body.partition(" ")
    name = key(first)
    own = rest and len(first) > 3 and first.isalpha() and first[0].isupper() and first.lower() not in lists.common
    return first if own and name not in lists.places and name not in lists.known else ""


def _longest_of(known: Collection[str], surface: str) -> str:
    """The longest run of words within `surface` that is in `known`; "" without one."""
    words = [match.span() for match in WORDS.finditer(surface)]
    runs = (surface[start:end] for index, (start, _) in enumerate(words) for _, end in words[index : index + LONGEST])
    return max((run for run in runs if len(run) > 3 and run in known), key=len, default="")


def _openings(sentence: Sentence) -> set[int]:
    tokens = sentence.tokens
    return {
        token.span.start for index, token in enumerate(tokens) if index == 0 or tokens[index - 1].text in '"“‘(:—–-•'
    }


def _disjoint(names: list[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for name in names:
        if not kept or name.span.start >= kept[-1].span.end:
            kept.append(name)
    return kept


def _cleaned(text: str, name: Tagged) -> Span:
    start, end = name.span
    before = None
    while (start, end) != before and start < end:
        before = start, end
        while start < end and text[start] in BEFORE:
            start += 1
        article = ARTICLE.match(text, start, end)
        if article and article.end() < end:
            start = article.end()
        opener = OPENER.match(text, start, end)
        if opener and opener.end() < end and name.kind is not Kind.OTHER:
            start = opener.end()
        while start < end and (
            text[end - 1] in AFTER or (text[end - 1] in ")]" and text[end - 1] not in _open(text, start, end))
        ):
            end -= 1
        if text[start:end].endswith(("'s", "’s")):
            end -= 2
        score = SCORE.search(text, start, end)
        if score and text[end : end + 1] in SCORE_MARKS and text[end + 1 : end + 2].isdigit():
            end = score.start()
        if end > start and text[end - 1] == "." and not KEPT_DOT.search(text[start:end]):
            end -= 1
        if name.kind in (Kind.PERSON, Kind.PLACE):
            spill = SPILL.search(text, start, end)
            end = spill.start() if spill else end
        if text[start - 1 : start] not in QUOTES:
            end = _without_clause(text, start, end)
        if name.kind is Kind.PERSON:
            start = _without_title(text, start, end)
    while (tail := LOWER_TAIL.search(text, start, end)) and not KEPT_TAIL.search(text, start, end):
        end = tail.start()
    if name.kind is Kind.PERSON and " " in text[start:end] and (given := HYPHENED.match(text, end)):
        end = given.end()  # "Hau Lung-bin"
    if name.kind in (Kind.ORG, Kind.OTHER):
        start = _with_body(text, start)
    if text[end : end + 1] == "." and ABBREVIATION.search(text, max(start, end - LONGEST), end):
        end += 1  # the abbreviation's own dot
    return Span(start, end)


def _open(text: str, start: int, end: int) -> str:
    return "".join({"(": ")", "[": "]"}.get(letter, "") for letter in text[start:end])


def _without_title(text: str, start: int, end: int) -> int:
    word = re.compile(r"[\w.'’-]+").match(text, start, end)
    if word and end - word.end() > 1 and lexicon().is_a(word.group(), "title") and word.group().lower() not in STYLES:
        rest = re.compile(r"\s*").match(text, word.end(), end)
        return rest.end() if rest else word.end()
    return start


def _without_clause(text: str, start: int, end: int) -> int:
    """The end before the first lower-case word that no person's name has: "Romney wins Washington"."""
    for word in LOWER_WORD.finditer(text, start, end):
        if not lexicon().is_a(word.group(1), "small") and not INSIDE_ARTICLE.match(text, word.start() - 4):
            return word.start()
    return end


def _with_body(text: str, start: int) -> int:
    """The start of "Institute for the Study of War" where only "Study of War" was marked."""
    before = BODY.search(text, max(0, start - 40), start)
    return before.start() if before and lexicon().is_a(before.group(1), "org") else start


def _is_name(text: str, span: Span) -> bool:
    name, lists = text[slice(*span)], lexicon()
    words = name.split()
    foreign = sum(word.islower() and not lists.is_a(word, "small") for word in words)
    return (
        (foreign <= 3 or 3 * foreign <= len(words))
        and any(letter.isupper() or (letter.isalpha() and not letter.islower()) for letter in name)
        and len(words) <= LONGEST
        and not ADDRESS.search(name)
        and not all(lists.is_a(word, "calendar") or word.lower() in STARTING for word in WORDS.findall(name))
    )


def _heads(word: str) -> bool:
    """Whether "of" may go on with a name that begins with this word: "Bank of", but not "Chiang of"."""
    return word.lower() in lexicon().common


def _is_capital(word: str) -> bool:
    """Whether a word is written as names are, "eBay" and "deForest" among them."""
    return word[0].isupper() or BRAND.match(word) is not None


def _capital_runs(sentence: Sentence, taken: list[Span], openings: set[int]) -> Iterator[Candidate]:
    """Runs of capitalised words that the tagger left alone."""
    tokens, lists = sentence.tokens, lexicon()
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if not _is_capital(token.text) or any(span.overlaps(token.span) for span in taken):
            index += 1
            continue
        last = index
        reach = index + 1
        while reach < len(tokens) and not any(span.overlaps(tokens[reach].span) for span in taken):
            word = tokens[reach].text
            if _is_capital(word):
                last = reach
            elif (
                word not in RUN_INSIDE
                or reach - last > 2
                or (word in ("of", "for", "and") and not _heads(tokens[last].text))
            ):
                break
            reach += 1
        first = index
        index = last + 1
        # A sentence's first word says nothing by its capital.
        word = tokens[first].text.lower()
        if (tokens[first].span.start in openings and word in lists.common) or (word in ARTICLES and first < last):
            first += 1
            while first <= last and not _is_capital(tokens[first].text):
                first += 1
        if first > last:
            continue
        words = [tokens[place].text for place in range(first, last + 1)]
        if len(words) == 1 and (
            len(words[0]) == 1 or lists.is_a(words[0], "calendar") or lists.is_a(words[0], "title")
        ):
            continue
        span = Span(tokens[first].span.start, tokens[last].span.end)
        yield Candidate(span, None, 0.0, tokens[first].span.start in openings, "capital")
