"""The panel of what the listed articles have in common: it follows the filter, and each value narrows the list."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.ui.screens.library.test_filtering import known, listed
from tests.ui.screens.library.test_reading_ahead import ahead_of
from tui.library.facets import NAMES, facets
from tui.library.index.index import Index
from tui.library.listing import Listing
from tui.library.query import parse
from tui.library.shelf import Shelf

Sit = Callable[..., Any]
Size = tuple[int, int]

DATED = "---\ntitle: {title}\ndate: {date}\npublisher: {source}\n---\n\nMarguerite Oduya came to Port Ellery. {body}\n"


def write(articles: Path) -> None:
    for number, (title, date, source) in enumerate(
        (("One", "2021-03-05", "The Gazette"), ("Two", "2021-03-20", "The Gazette"), ("Three", "2020-12-01", "AP"))
    ):
        (articles / f"d{number}.md").write_text(DATED.format(title=title, date=date, source=source, body="A storm."))


def values(sitting: Any, section: str) -> dict[str, int]:
    return {one.value: one.articles for one in sitting.app.screen.facets.facets if one.section == section}


async def test_each_value_narrows_and_the_panel_follows(sit_down: Sit, articles: Path, size: Size) -> None:
    write(articles)
    async with ahead_of(sit_down, articles, size=size) as sitting:
        await known(sitting)
        await sitting.press("/", *"storm", "enter", "g", "g", "t", *"sea", "enter", "f")
        await sitting.until(lambda: values(sitting, "Sources") == {"The Gazette": 2, "AP": 1})
        assert values(sitting, "Tags") == {"sea": 1}
        assert values(sitting, "Months") == {"2021-03": 2, "2020-12": 1}
        await sitting.until(lambda: "The Gazette" in sitting.picture and "Months" in sitting.picture)
        await sitting.press("enter")
        assert sitting.app.screen.filter == 'storm from:"The Gazette"'
        assert sorted(listed(sitting)) == ["d0.md", "d1.md"]
        await sitting.until(lambda: values(sitting, "Months") == {"2021-03": 2})
        await sitting.press("G", "enter")
        assert sitting.app.screen.filter == 'storm from:"The Gazette" after:2021-03 before:2021-04'
        await sitting.press("tab", "m", "tab", "escape", "escape", "/", *"thr", "enter")
        assert listed(sitting) == ["d2.md"]


async def test_the_panel_follows_the_filter_as_it_is_typed(sit_down: Sit, articles: Path) -> None:
    write(articles)
    async with ahead_of(sit_down, articles) as sitting:
        await known(sitting)
        await sitting.press("f", "tab", "/", *"after:2021-03")
        await sitting.until(lambda: set(values(sitting, "Sources")) == {"The Gazette", "The Harbour Courier"})
        await sitting.press("enter", "f", "f")
        assert not sitting.app.screen.panel.display


async def test_names_count_the_articles_that_bear_them(sit_down: Sit, articles: Path) -> None:
    write(articles)
    async with ahead_of(sit_down, articles) as sitting:
        await known(sitting)
        await sitting.press("/", *"storm", "enter", "f")
        await sitting.until(lambda: values(sitting, NAMES).get("Marguerite Oduya") == 3)
        row = next(row for row, one in enumerate(sitting.app.screen.facets.facets) if one.value == "Marguerite Oduya")
        await sitting.press(*"j" * row, "enter")
        assert sitting.app.screen.filter == 'storm name:"Marguerite Oduya"'
        assert len(listed(sitting)) == 3


def test_what_is_late_is_dropped(articles: Path, analysed: Path) -> None:
    index = Index(analysed)
    listing = Listing(Shelf([articles], index), index, Shelf([articles], index).entries).found()
    assert facets(listing.matching(parse("")), listing, index, lambda: False) == ()
    assert not [one for one in facets(listing.entries, listing, index, lambda: True) if one.section == NAMES]
    index.close()
