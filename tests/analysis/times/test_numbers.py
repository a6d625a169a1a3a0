"""Every kind of number that is no year speaks against its own example, and against no year."""

from datetime import date

import pytest

from tui.analysis.document import segment
from tui.analysis.times.numbers import GUARDS, Guard, guard_of
from tui.analysis.times.times import find_times
from tui.text.article import Article, Block, BlockKind, Known, Published
from tui.text.span import Span


def years_in(text: str) -> list[str]:
    article = Article("/articles/one.md", "", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    found = find_times(segment(article), Published(date(2019, 7, 30), Known.STATED))
    return [text[time.span.start : time.span.end] for time in found if time.interval is not None]


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_every_guard_holds_its_own_example(guard: Guard) -> None:
    before, _, rest = guard.example.partition("[")
    number, _, behind = rest.partition("]")
    assert guard_of(before, behind) is not None
    assert number not in " ".join(years_in(before + number + behind))


def test_names_of_guards_are_unique() -> None:
    assert len({guard.name for guard in GUARDS}) == len(GUARDS)


@pytest.mark.parametrize(
    "text",
    [
        "He won in 1998 elections held early.",
        "The 2012 Games were in London.",
        "It fell from 1998 to 2003.",
        "Between 1998 and 2003 sales doubled.",
        "Its 1998 results were poor.",
        "Since 2010 students pay more.",
        "He ruled 1998-2003.",
        "In 1998 King Street was flooded.",
        "The film of 1998 was praised.",
        "By 1998 sales had doubled.",
        "It was 1998 when they met.",
        "The crisis of 2008 hit banks.",
        "Elected in 2010, voters turned on him.",
        "He left office in January 2009 and returned in 2013.",
    ],
)
def test_years_stay_years(text: str) -> None:
    assert years_in(text)
