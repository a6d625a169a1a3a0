"""A regular expression finds, says why it cannot, gives up in time, and is ended when nobody wants it any more."""

import asyncio
import time
from collections.abc import Callable

import pytest

from tui.ui.page.search import MOST
from tui.ui.reading import expressions
from tui.ui.reading.expressions import find_expression

TEXT = "Zürich and ZURICH. The café\nOlé said “no” in 2019, \ud800 and a ship\nship"
LONG = "The pilot, whom nobody saw, said so. " * 27_000  # a million characters
ENDLESS = [r"(\w+\s?)+;$", r"(\w+\W?)+\d", r"(.|\n)*?(.|\n)*?(.|\n)*?zq", r"a[\s\S]*zq|a[\s\S]*qz", r"(\w+)[\s\S]*\1zq"]


async def until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < end
        await asyncio.sleep(0.005)


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        (r"\bs\w+p$", ["ship", "ship"]),
        (r"z.rich", ["Zürich", "ZURICH"]),
        (r"Z.rich", ["Zürich"]),
        (r"\Wship\W", [" ship\n"]),  # \W is no capital
        (r"(Z?)", ["Z", "Z"]),  # what matches nothing is none
        (r"(?<=The )café\nOlé", ["café\nOlé"]),
        ("absent", []),
    ],
)
async def test_hits(expression: str, found: list[str]) -> None:
    result = await find_expression(TEXT, rf"\v{expression}")
    assert [TEXT[span.start : span.end] for span in result.hits] == found
    assert (result.query, result.trouble) == (rf"\v{expression}", "")


@pytest.mark.parametrize("expression", ["^", "$", r"\b", "x*", "(?=s)", "()"])
async def test_what_matches_only_nothing_says_so(expression: str) -> None:
    result = await find_expression(TEXT, rf"\v{expression}")
    assert result.hits == ()
    assert result.trouble == "Only empty matches: add what should stand there, as in ^The."


@pytest.mark.parametrize("expression", ["(", "[", "a{99999999999999}", "(?L)a", "(" * 20_000, r"\1", "\ud800("])
async def test_a_wrong_expression_is_said(expression: str) -> None:
    result = await find_expression(TEXT, rf"\v{expression}")
    assert result.hits == ()
    assert "regular expression" in result.trouble


@pytest.mark.parametrize("expression", ENDLESS)
async def test_what_takes_for_ever_is_given_up(
    expression: str, monkeypatch: pytest.MonkeyPatch, at_work: Callable[[], int]
) -> None:
    monkeypatch.setattr(expressions, "SECONDS", 0.5)
    result = await find_expression(LONG, rf"\v{expression}")
    assert result.hits == ()
    assert result.trouble.startswith("Gave up after 0.5 s: ")
    await until(lambda: not at_work())


async def test_what_is_not_wanted_any_more_is_ended(
    monkeypatch: pytest.MonkeyPatch, at_work: Callable[[], int]
) -> None:
    monkeypatch.setattr(expressions, "SECONDS", 60)
    for _ in range(10):  # more than there are threads to wait in
        search = asyncio.create_task(find_expression(LONG, rf"\v{ENDLESS[0]}"))
        await until(at_work)
        search.cancel()
        with pytest.raises(asyncio.CancelledError):
            await search
        await until(lambda: not at_work())
    search = asyncio.create_task(find_expression(LONG, rf"\v{ENDLESS[0]}"))
    await asyncio.sleep(0)
    search.cancel()  # before there is a process
    with pytest.raises(asyncio.CancelledError):
        await search
    await until(lambda: not at_work())
    assert len((await find_expression(LONG, r"\vpilot")).hits) == MOST


async def test_an_expression_does_not_eat_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "SECONDS", 30)
    result = await find_expression("ab" * 5_000_000, r"\v(?:(a)|(b))*zq")
    assert result.trouble == "This regular expression needs too much memory in this text."


async def test_where_no_process_can_be_started_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "COMMAND", ("/no/such/program",))
    result = await find_expression(TEXT, r"\vship")
    assert result.trouble == "No process for the regular expression could be started: No such file or directory."
