"""Plain text becomes an Article: a paragraph a line, with title, byline and date found in the text."""

import re

from tui.text.article import Article, Block, BlockKind, Published
from tui.text.blocks.addresses import bare_links
from tui.text.blocks.furniture import marked
from tui.text.blocks.paragraphs import paragraph_spans, unwrapped
from tui.text.blocks.roles import without_roles
from tui.text.harmless import harmless, harmless_line
from tui.text.head.headline import opening_words, read_headline
from tui.text.head.published import settled

UNKNOWN = Published()
_CELL_END = re.compile(r"(?<=\S)[ ]*\t[ ]*(?=\S)")  # a tab at the start of a line is an indent
_SOFT = re.compile(r"(?<=\w)[\xad¬][ ]*(?:\r?\n|\r)[ ]*")
LONGEST_PAGE = 400_000  # characters; what is longer is a book or a log, without web furniture or subheads


def plain_article(
    text: str,
    source: str,
    title: str = "",
    published: Published = UNKNOWN,
    furniture: bool = True,
    exact: bool = False,
) -> Article:
    """The article that `text` is. `exact` keeps the text unchanged, character by character; otherwise it is made
    harmless and lines that only a width broke are joined. `furniture` marks what is not the article itself.
    A `title` or `published` that is given is kept, else it is looked for in the text."""
    if exact:
        blocks = [Block(BlockKind.PARAGRAPH, span) for span in paragraph_spans(text, wrapped=True)]
    else:
        from tui.text.blocks.laid_out import blocks_of_lines  # no other format needs them
        from tui.text.blocks.print_pages import without_page_heads
        from tui.text.blocks.set_by_hand import side_by_side, underlined

        text = unwrapped(side_by_side(harmless(_prepared(text))))
        blocks = without_page_heads(text, underlined(text, blocks_of_lines(text, paragraph_spans(text))))
    page = len(text) <= LONGEST_PAGE
    if furniture and page:
        blocks = marked(text, blocks)
    headline = read_headline(text, blocks, subheads=page)
    return Article(
        source,
        harmless_line(title) or headline.title or opening_words(text, headline.blocks),
        text,
        tuple(headline.blocks),
        byline=headline.byline,
        publisher=headline.publisher,
        published=settled(published, text, headline.blocks),
        marks=() if exact else tuple(sorted(bare_links(text), key=lambda mark: mark.span)),
    )


def _prepared(text: str) -> str:
    """The text with its tabs as gaps between cells, without roles of words, and without hyphens that show at the end of
    a line only."""
    if "\t" in text:
        text = _CELL_END.sub("  ", text)
    text = without_roles(text)
    return _SOFT.sub("", text) if "\xad" in text or "¬" in text else text
