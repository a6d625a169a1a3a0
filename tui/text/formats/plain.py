"""Plain text becomes an Article: a paragraph a line, with title, byline and date found in the text."""

from tui.text.article import Article, Block, BlockKind, Published
from tui.text.blocks.furniture import marked
from tui.text.blocks.paragraphs import paragraph_spans, unwrapped
from tui.text.harmless import harmless, harmless_line
from tui.text.head.headline import opening_words, read_headline
from tui.text.head.published import settled

UNKNOWN = Published()
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
    if not exact:
        text = unwrapped(harmless(text))
    blocks = [Block(BlockKind.PARAGRAPH, span) for span in paragraph_spans(text, wrapped=exact)]
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
    )
