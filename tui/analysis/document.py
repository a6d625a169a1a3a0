"""An Article becomes a Document: blocks, then sentences, then tokens, with exact offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from sys import intern
from typing import NamedTuple

from tui.text.article import Article, Block, BlockKind
from tui.text.span import Span

SILENT = frozenset({BlockKind.CODE, BlockKind.RULE, BlockKind.NOTE})  # blocks that are no part of what is told

# Abbreviations that keep their dot. After a title or a month the sentence goes on whatever follows.
TITLES = (
    "Mr Mrs Ms Mx Dr Prof Gen Sen Rep Reps Sens Gov Govs Lt Col Maj Capt Cmdr Sgt Cpl Pvt Adm Rev Hon Pres Supt Fr Sr "
    "St Ste Mt Messrs Mme Mlle Insp Det Ave Blvd Ft Cllr Wm Thos Chas Geo Jas Edw Th Chr"
)
ABBREVIATIONS = (
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jr Inc Corp Co Cos Ltd Bros No Nos vs Vol pp etc cf approx dept "
    "est Ph.D M.D Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev "
    "Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo"
)
# Words that, with a capital, begin a sentence more often than they go on with a name.
STARTERS = (
    "the a an he she it they we i you this that these those there here but and or so if in on at for from by with to "
    "as of after before during since until while when where what who why how his her its their our my your not no yes "
    "however meanwhile although though because despite according then now also some many most several more such one "
    "two both all each every another other others even once just still only perhaps instead later earlier today "
    "yesterday tomorrow last next under over between among within without through against about"
)
STARTING = frozenset(STARTERS.split())
ENDS = frozenset(".!?…。！？")
CLOSERS = frozenset("\"'”’»)]}")
OPENERS = frozenset("\"'“‘«([{—–-•*")

TOKEN = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"”’)\]]+                     # addresses
    | [\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,5}}
    | (?:[A-Za-z]\.){{2,}}                                  # U.S., a.m.
    | (?:{"|".join(TITLES.split() + [a.replace(".", "[.]") for a in ABBREVIATIONS.split()])})\.(?!\w)
    | [A-Z]\.(?=\s?[A-Z])                                   # initials
    | \d+(?:[.,:]\d+)+
    | ['’]s\b
    | [\w\u0300-\u036f]+(?:['’](?!s\b)[\w\u0300-\u036f]+)*
    | \.{{2,9}}|--+
    | \[\d{{1,3}}\]                                        # footnote marks
    | [^\w\s]
    """,
    re.VERBOSE,
)
TITLE_TOKENS = frozenset(f"{word}." for word in TITLES.split())
COMPANIES = frozenset({"Ltd.", "Inc.", "Corp.", "Co.", "Cos."})
# What a sentence goes on with that begins with a name of two words, after "Ltd."
AFTER_NAME = frozenset(["said", "says", "told", "added", "is", "was", "has", "had", "will", "would"])
LONGEST_SENTENCE = 400  # tokens; a table or a poem without a full stop is cut here
BRAND = re.compile(  # "eBay"; but a blank is missing in "ofAmericans"
    r"(?!(?:of|to|in|by|at|on|is|it|as|an|or|if|no|so|we|he|me|my|up|us|do|go|be|a)[A-Z])[a-z]{1,2}[A-Z][a-z]{2}"
)
WIDEST_GAP = 40  # blanks; what stands farther apart is no sentence, and no pattern has to step over it
WRAPS = range(40, 121)  # columns; longer and shorter lines were not broken by a width


class Token(NamedTuple):
    """A word, a number or a punctuation mark; `text` is what stands at `span`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens that belong together; never empty, never across two blocks."""

    span: Span
    tokens: tuple[Token, ...]
    block: int  # index into article.blocks


@dataclass(frozen=True, slots=True)
class Document:
    """An article and its sentences in text order; furniture, code, footnotes and rules have none."""

    article: Article
    sentences: tuple[Sentence, ...]


def segment(article: Article) -> Document:
    """All sentences of the article's own blocks."""
    sentences: list[Sentence] = []
    for index, block in enumerate(article.blocks):
        if block.furniture is None and block.kind not in SILENT:
            for piece in _pieces(article.text, block):
                sentences.extend(_sentences(article.text, piece, index))
    return Document(article, tuple(sentences))


def _pieces(text: str, block: Block) -> Iterator[Span]:
    """The block cut where its lines end, except where only a line width broke them; a table into its cells."""
    if block.table is not None:
        for cell in (cell for row in block.table.rows for cell in row if cell.start < cell.end):
            yield from _pieces(text, Block(BlockKind.PARAGRAPH, cell))
        return
    start, end = block.span
    if "\n" not in text[start:end]:
        yield block.span
        return
    lines = text[start:end].split("\n")
    width = max(map(len, lines))
    offset = start
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        offset += len(line) + 1
        words = following.split(None, 1)
        fitted = words and len(line.rstrip()) + 1 + len(words[0]) <= width
        wrapped = words and width in WRAPS and (words[0][0].islower() or not fitted)
        if not wrapped:
            yield Span(start, offset - 1)
            start = offset


def _sentences(text: str, piece: Span, block: int) -> Iterator[Sentence]:
    tokens = [Token(Span(*match.span()), intern(match.group())) for match in TOKEN.finditer(text, *piece)]
    first = 0
    for index in range(1, len(tokens)):
        apart = tokens[index].span.start - tokens[index - 1].span.end > WIDEST_GAP
        if apart or index - first >= LONGEST_SENTENCE or _begins(text, tokens, first, index):
            yield _sentence(tokens[first:index], block)
            first = index
    if tokens:
        yield _sentence(tokens[first:], block)


def _sentence(tokens: list[Token], block: int) -> Sentence:
    return Sentence(Span(tokens[0].span.start, tokens[-1].span.end), tuple(tokens), block)


def _closes(token: Token) -> bool:
    return token.text in CLOSERS or (token.text[0] == "[" and len(token.text) > 1)


def _opens_with_name(words: list[str]) -> bool:
    """Whether a sentence begins like "John Smith said"; "Chief Executive John Smith said" goes on with a company."""
    return len(words) == 3 and words[2] in AFTER_NAME and all(word.istitle() and word.isalpha() for word in words[:2])


def _begins(text: str, tokens: list[Token], first: int, index: int) -> bool:
    """Whether a sentence begins at token `index`; the running one began at `first`."""
    before = tokens[index - 1]
    if before.text[-1] not in ENDS and not _closes(before):
        return False
    spaced = tokens[index].span.start > before.span.end
    if not spaced and before.text not in "。！？":
        return False
    last = index - 1
    while last > first and _closes(tokens[last]) and tokens[last].span.start == tokens[last - 1].span.end:
        last -= 1
    closing = tokens[last].text
    if closing[-1] not in ENDS:
        return False
    following = index
    while following < min(index + 9, len(tokens) - 1) and tokens[following].text in OPENERS:
        following += 1
    word = tokens[following].text
    opened = following > index
    if closing in ENDS or set(closing) == {"."}:
        return not word[0].islower() or BRAND.match(word) is not None or (opened and closing in "!?")
    if closing in TITLE_TOKENS:
        return False
    if closing in COMPANIES and _opens_with_name([token.text for token in tokens[index : index + 3]]):
        return True
    # An abbreviation's dot may be a full stop as well: "in the U.S. The" against "the U.S. Army".
    return opened if last < index - 1 else word[0].isupper() and word.lower() in STARTING
