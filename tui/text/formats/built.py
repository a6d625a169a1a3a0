"""What a builder holds and what a document says about itself become an Article."""

from collections.abc import Sequence

from tui.text.article import Article, Known, Published
from tui.text.blocks.builder import Builder
from tui.text.blocks.footnotes import with_notes
from tui.text.blocks.furniture import marked
from tui.text.formats.plain import LONGEST_PAGE
from tui.text.harmless import harmless_line
from tui.text.head.headline import opening_words, read_headline
from tui.text.head.published import settled

UNKNOWN = Published()


def built_article(
    builder: Builder,
    source: str,
    title: str = "",
    byline: str = "",
    publisher: str = "",
    url: str = "",
    language: str = "",
    published: Published = UNKNOWN,
    written: Published = UNKNOWN,
    notices: Sequence[str] = (),
    read_by: str = "",
) -> Article:
    """The article; what is not given is looked for in its first lines. `written` is the day on which the file was made,
    which counts where the text names no other."""
    text, blocks = builder.text, builder.blocks
    if len(text) <= LONGEST_PAGE:
        blocks = marked(text, blocks)
    headline = read_headline(text, blocks, subheads=False)
    marks = builder.sorted_marks()
    day = settled(published, text, headline.blocks)
    if day.known is Known.UNKNOWN:
        day = written
    return Article(
        source,
        harmless_line(title)[:300] or headline.title or opening_words(text, headline.blocks),
        text,
        tuple(with_notes(headline.blocks, marks, builder.places)),
        byline=harmless_line(byline)[:300] or headline.byline,
        publisher=harmless_line(publisher)[:200] or headline.publisher,
        url=url if url.startswith(("http://", "https://")) else "",
        language=harmless_line(language)[:35].lower(),
        published=day,
        marks=marks,
        places=tuple(builder.places),
        notices=tuple(notices),
        read_by=read_by,
    )
