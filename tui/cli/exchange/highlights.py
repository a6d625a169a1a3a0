"""What was marked elsewhere becomes notes on the articles that were taken over."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from tui.errors import ReaderError
from tui.flags import Labels
from tui.notes.anchors.anchor import anchor_at, locate
from tui.notes.note import Anchor, Note, Target
from tui.notes.store import own_notes
from tui.text.article import Article
from tui.text.read import read_article
from tui.text.span import Span

if TYPE_CHECKING:
    from tui.library.sources.imports.brought import Highlight


class Marked(NamedTuple):
    """An article, and what was marked in it."""

    file: Path
    highlights: "tuple[Highlight, ...]"


def notes_of(found: Sequence[Marked]) -> tuple[int, int]:
    """Store them; how many are new, and how many of all have no place in the text. A second time they are the same."""
    notes: list[Note] = []
    lost = 0
    for one in found:
        try:
            article = read_article(one.file)
        except ReaderError:  # the import has said so
            continue
        for highlight in one.highlights:
            note, placed = _note(highlight, article)
            notes.append(note)
            lost += not placed
    store = own_notes()
    try:
        return len(store.add(notes).new), lost
    finally:
        store.close()


def say_of(labels: Mapping[str, Labels]) -> None:
    """Say of articles, by their sources, that they were read, starred or tagged; what was said here before holds."""
    store = own_notes()
    try:
        store.flags.say_first(labels)
    finally:
        store.close()


def _note(highlight: "Highlight", article: Article) -> tuple[Note, bool]:
    anchor, placed = _anchor(highlight, article.text)
    tags = ["-".join(tag.split()) for tag in highlight.tags]
    body = " ".join(filter(None, [highlight.body, *(f"#{tag}" for tag in tags if f"#{tag}" not in highlight.body)]))
    made = _moment(highlight.made)
    name = highlight.id or f"{highlight.exact} {highlight.prefix} {highlight.body}"
    id = str(uuid5(NAMESPACE_URL, f"{article.url or article.source} {name}"))
    target = Target.TEXT if anchor is not None else Target.ARTICLE
    return Note(id, article.source, article.title, article.url, target, "", anchor, body, made, made), placed


def _anchor(highlight: "Highlight", text: str) -> tuple[Anchor | None, bool]:
    """Where the words stand here; where they are not found the note waits without a place, as any that lost its own."""
    exact = highlight.exact.strip()
    if not exact:
        return None, True
    start = max(0, text.find(exact))
    anchor = Anchor(exact, highlight.prefix[-32:], highlight.suffix[:32], Span(start, start + len(exact)))
    located = locate(text, anchor)
    return (anchor_at(text, located.span), True) if located.span is not None else (anchor, False)


def _moment(words: str) -> datetime:
    try:
        moment = datetime.fromisoformat(words)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # no moment, or one that is before all of them in UTC
        return datetime.now(UTC)
