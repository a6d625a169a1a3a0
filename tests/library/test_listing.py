"""A list matches what is asked for, exactly, while the index and the person say more of its articles."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.flags import HIDDEN, READ, STARRED, TAG, Flags
from tui.library.index.index import Index
from tui.library.listing import Listing
from tui.library.own import Own, Said
from tui.library.query import parse
from tui.library.shelf import Shelf, ShelfEntry
from tui.text.article import Article


@pytest.fixture
def said() -> dict[str, Own]:
    """What a person has said, by source; to be changed at will."""
    return {}


@pytest.fixture
def listing(index: Index, said: dict[str, Own], write_article: Callable[..., Article]) -> Listing:
    """Four articles, of which the first was opened."""
    for number in range(4):
        index.keep(write_article(f"Ship number{number}.", title=f"T{number}", source=f"/n/{number}"), *_nothing())
    index.opened(write_article("Ship number0.", title="T0", source="/n/0"))

    def there_are() -> list[ShelfEntry]:
        known = index.everything()
        return [ShelfEntry(one.source, one.title, id=one.id, opened=one.opened, added=one.added) for one in known]

    return Listing(Shelf([], index), index, there_are, "title", lambda: Said(str(said), lambda s: said.get(s, Own())))


def _nothing() -> tuple[Any, str, bytes]:
    from tui.analysis.model import Analysis
    from tui.text.article import Published

    return Analysis("", Published(), (), (), (), ()), "f", b"{}"


def found(listing: Listing, typed: str) -> str:
    return "".join(Path(entry.source).name for entry in listing.matching(parse(typed)))


def test_what_was_said_is_asked_for(listing: Listing, said: dict[str, Own]) -> None:
    said |= {"/n/1": Own(Flags(starred=True, tags=("Canal",)), 2), "/n/2": Own(Flags(read=True, hidden=True))}
    listing = listing.found()
    asked = ("", "is:unread", "is:read", "is:starred", "is:hidden", "tag:canal", "has:notes", "ship", "-is:read ship")
    assert [found(listing, one) for one in asked] == ["013", "13", "0", "1", "2", "1", "1", "013", "13"]
    assert found(listing, "is:hidden ship") == "2"
    either = ("number0 OR number3", "is:starred OR number0 ship", "ship number0 OR is:read", "number1 OR number1")
    assert [found(listing, one) for one in either] == ["03", "01", "0", "1"]
    assert found(listing, "-is:hidden -number1 ship") == "03"
    assert (len(listing.entries), len(listing.every)) == (3, 4)
    assert listing.tags() == {"Canal": 1}


def test_what_is_said_by_a_key_holds_at_once_and_later(listing: Listing, said: dict[str, Own]) -> None:
    listing = listing.found()
    turned = listing.turned({"/n/0": {READ: False}, "/n/1": {STARRED: True, TAG + "x": True}, "/n/3": {HIDDEN: True}})
    assert [found(turned, one) for one in ("is:unread", "is:starred", "tag:x", "")] == ["012", "1", "1", "012"]
    assert found(listing, "is:starred") == ""
    said["/n/2"] = Own(Flags(starred=True))
    assert found(turned.refreshed(), "is:starred") == "2"
    assert turned.refreshed().refreshed().refreshed() is not turned


def test_an_index_that_was_made_anew_is_asked_anew(
    index: Index, listing: Listing, write_article: Callable[..., Article]
) -> None:
    listing = listing.found()
    index.path.unlink()
    index.keep(write_article("Whale.", title="W", source="/n/3"), *_nothing())
    assert found(listing.refreshed(), "whale") == "3"
