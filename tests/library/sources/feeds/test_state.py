"""When a feed is asked: every rule by itself, without a net."""

import doctest

import pytest

from tui.library.sources.answer import Unfetched
from tui.library.sources.feeds import discovery, state, told
from tui.library.sources.feeds.followed import Followed
from tui.library.sources.feeds.state import State, answered, conditions, failed, is_due
from tui.library.sources.feeds.taking import is_new
from tui.library.sources.feeds.updating import taking_turns
from tui.library.sources.waiting import seconds_fresh, seconds_to_wait
from tui.text.article import Published
from tui.text.formats.feeds.feed import Item


@pytest.mark.parametrize("module", [discovery, state, told])
def test_examples(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("known", "options", "due"),
    [
        (State(), {}, True),
        (State(asked=990), {}, True),
        (State(asked=990), {"unasked": True}, False),
        (State(asked=50), {"unasked": True}, True),
        (State(asked=900, fresh=1500), {}, False),
        (State(asked=900, fresh=1500), {"named": True}, True),
        (State(asked=900, waits=1500), {"named": True}, False),
        (State(asked=900, failures=1), {}, False),
        (State(asked=300, failures=1), {}, True),
        (State(asked=300, failures=2), {}, False),
        (State(asked=300, failures=2), {"named": True}, True),
        (State(asked=0, gone=True), {}, False),
        (State(asked=0, gone=True), {"named": True}, True),
    ],
)
def test_due(known: State, options: dict[str, bool], due: bool) -> None:
    assert is_due(known, 1000, **options) is due


def test_an_answer_ends_what_was() -> None:
    before = State('"a"', "Mon", 1, 2, 3, 4, "out of order", True)
    assert answered(before, 200, {}, 100) == State(asked=100, fresh=100)
    assert answered(before, 304, {"cache-control": "max-age=60"}, 100) == State('"a"', "Mon", 100, 160)
    assert answered(before, 200, {"etag": '"b"'}, 100, whole=False) == State(asked=100)


def test_a_failure_keeps_what_is_known_of_the_feed() -> None:
    before = State('"a"', "Mon", 1, 2)
    after = failed(before, Unfetched("no", again=True, status=429, wait=30), 100)
    assert (conditions(after), after.failures, after.waits) == (conditions(before), 1, 130)
    assert failed(before, Unfetched("no", status=410), 100).gone


@pytest.mark.parametrize(
    ("words", "seconds"),
    [("30", 30), ("-5", 0), ("", 0), ("soon", 0), ("9" * 30, 0), ("999999999", 7 * 24 * 3600), ("Fri, 99 Xxx", 0)],
)
def test_waiting(words: str, seconds: float) -> None:
    assert seconds_to_wait(words, 0) == seconds


@pytest.mark.parametrize(
    ("rules", "expires", "seconds"),
    [
        ("max-age=60, must-revalidate", "", 60),
        ("MAX-AGE = 60", "", 60),
        ("no-store", "Thu, 01 Jan 1970 01:00:00 GMT", 0),
        ("", "Thu, 01 Jan 1970 00:10:00 GMT", 600),
        ("", "0", 0),
        ("max-age=99999999", "", 24 * 3600),
    ],
)
def test_fresh(rules: str, expires: str, seconds: float) -> None:
    assert seconds_fresh(rules, expires, 0) == seconds


def an_item(name: str, url: str) -> Item:
    return Item(name, "A title", "", Published(), url, "", "", None, "")


def test_what_is_new() -> None:
    names, addresses = {"a": ""}, {"example.org/a": "", "example.org": "", "example.org/rss": ""}
    assert not is_new(an_item("a", "https://example.org/z"), names, addresses, "example.org/rss")
    assert not is_new(an_item("b", "https://example.org/a?utm_source=rss"), names, addresses, "example.org/rss")
    assert is_new(an_item("b", "https://example.org/b"), names, addresses, "example.org/rss")
    assert is_new(an_item("b", "https://example.org/"), names, addresses, "example.org/rss")  # the site's own
    assert is_new(an_item("b", ""), names, addresses, "example.org/rss")


def test_no_host_is_asked_many_times_in_a_row() -> None:
    feeds = [Followed(f"https://big.example/{number}") for number in range(5)]
    feeds += [Followed("https://small.example/"), Followed("https://tiny.example/")]
    hosts = [one.address.split("/")[2] for one in taking_turns(feeds)]
    assert hosts[:3] == ["big.example", "small.example", "tiny.example"]
    assert len(hosts) == 7
