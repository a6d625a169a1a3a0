"""What is known of an article as a whole becomes lines to be read: whose it is, when it was published, what was odd."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tui.counted import counted
from tui.text.article import Known
from tui.text.head.days import MONTHS
from tui.text.inside import inside_of
from tui.ui.reading.reading import Reading

_HOW = {
    Known.STATED: "stated by the file",
    Known.SET: "set by you",
    Known.FOUND: "found in the text",
    Known.BOUNDED: "or later: the latest day that the text itself names",
}
_KINDS = {
    ".md": "Markdown",
    ".markdown": "Markdown",
    ".txt": "text",
    ".html": "web page",
    ".htm": "web page",
    ".xhtml": "web page",
    ".epub": "book",
    ".pdf": "PDF",
    ".docx": "document",
    ".odt": "document",
    ".eml": "letter",
}


def about(reading: Reading) -> list[str]:
    """A line for each thing that is known; an empty line before what was odd about the file."""
    return [f"{name:10} {words}" for name, words in _fields(reading) if words] + list(_odd(reading))


def _fields(reading: Reading) -> Iterator[tuple[str, str]]:
    article, analysis = reading.article, reading.analysis
    yield "Title", article.title
    yield "By", article.byline
    yield "Site", article.publisher
    yield "Address", article.url
    path = Path(article.source)
    yield "File", article.source if path.is_absolute() else "none: it came through a pipe"
    yield "Fetched", _fetched(path) if path.is_absolute() else ""
    yield "Format", _KINDS.get(path.suffix.lower(), "")
    yield "Read by", article.read_by
    yield "Published", _published(reading)
    yield "Words", f"{reading.words:,}"
    yield "Language", (analysis.language if analysis else "") or article.language
    yield "Encoding", article.encoding
    folded = Counter(block.furniture.value for block in article.blocks if block.furniture)
    yield "Folded", ", ".join(f"{number} {kind}" for kind, number in sorted(folded.items()))
    notes = [counted(len(reading.notes), "note")] if reading.notes else []
    yield "Yours", ", ".join([*notes, *([counted(len(reading.rules), "repair")] if reading.rules else [])])


def _fetched(path: Path) -> str:
    """When, and from which address, if that is not the article's own."""
    from tui.library.sources import ledger  # read when it is asked for

    known = ledger.about(inside_of(path).file)
    if known is None:
        return ""
    when = f"{known.at[:10]} {known.at[11:16]} UTC" if known.at else "at a time that is not known"
    if known.item and path.suffix == ".atom":
        return f"{when}, as its feed has it"
    return f"{when}, {known.address}" if known.address else when


def _published(reading: Reading) -> str:
    published = reading.analysis.published if reading.analysis else reading.article.published
    if published.day is None:
        return "not known"
    day = f"{published.day.day} {MONTHS[published.day.month - 1].capitalize()} {published.day.year}"
    how = _HOW.get(published.known, "")
    said = f" ({published.evidence})" if published.evidence and published.known in (Known.STATED, Known.FOUND) else ""
    return f"{day}, {how}{said}" if published.known is not Known.BOUNDED else f"{day} {how}"


def _odd(reading: Reading) -> Iterator[str]:
    notices = reading.article.notices
    if notices:
        yield ""
        yield from notices
