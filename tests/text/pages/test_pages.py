"""Pages of many kinds of sites, filled with articles whose truth is known, give those articles and little else."""

import pytest

from tests.text.pages.scoring import Score, score, unmarked
from tests.text.pages.sites import SITES
from tests.text.pages.stories import STORIES
from tui.text.formats.html import html_article

# Per cent over all pages. Raise a floor when pages are read better; lowering one is a decision.
FLOORS = {
    "words of the body: F1": 99.5,
    "foreign blocks marked": 90.0,
    "dates": 100.0,
    "titles": 100.0,
    "bylines": 94.0,
}
MOST_OWN_MARKED = 0.2
LEAST_OF_A_PAGE = 80.0  # of the body's words of any page, unless the page is said to be read in part


def test_pages_of_many_sites(capsys: pytest.CaptureFixture[str]) -> None:
    scores = {site.__name__: [score(html_article(site(s), "/p.html", "p.html"), s) for s in STORIES] for site in SITES}
    total = sum((one for ones in scores.values() for one in ones), Score(pages=0))
    with capsys.disabled():
        print(f"\n{'site':14} {'F1':>5} {'recall':>6} {'own marked':>10} {'foreign marked':>14} date title byline")
        for name, ones in (*scores.items(), ("all", [total])):
            one = sum(ones, Score(pages=0))
            print(
                f"{name:14} {one.f1:5.1f} {one.recall:6.1f} {f'{one.own_marked}/{one.own}':>10} "
                f"{f'{one.foreign_marked}/{one.foreign}':>14} {one.dates:4} {one.titles:5} {one.bylines:6}"
            )
    reached = {
        "words of the body: F1": total.f1,
        "foreign blocks marked": 100 * total.foreign_marked / total.foreign,
        "dates": 100 * total.dates / total.pages,
        "titles": 100 * total.titles / total.pages,
        "bylines": 100 * total.bylines / total.pages,
    }
    assert all(reached[name] >= floor for name, floor in FLOORS.items()), reached
    assert 100 * total.own_marked / total.own <= MOST_OWN_MARKED
    assert total.headlines == total.pages
    assert all(one.recall >= LEAST_OF_A_PAGE for ones in scores.values() for one in ones)


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.__name__)
def test_no_part_of_an_article_is_taken_for_another(site) -> None:  # type: ignore[no-untyped-def]
    for story in STORIES:
        lines = unmarked(html_article(site(story), "/p.html", "p.html"), story)
        assert not [line for line in lines if line.startswith("-")]
