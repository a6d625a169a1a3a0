"""The list of feeds and what is known of them, in the hands of other programs and failing disks: what stands whole in
them is used, and nothing ends the program."""

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.__main__ import main
from tui.errors import ReaderError
from tui.library.sources.feeds.followed import Followed, SetAside, adding, change, followed, leaving, replacing
from tui.library.sources.feeds.following import due
from tui.library.sources.feeds.state import State
from tui.library.sources.feeds.states import keep_states, read_states
from tui.library.sources.feeds.told import told
from tui.paths import cache_folder, data_folder

FEEDS = (
    Followed("https://a.example/rss", "Port Ellery Gazette", group="News"),
    Followed("https://b.example/rss", "Łódź", whole=True),
    Followed("https://c.example/rss?a=[1]&b={2}", "Third {one}, [bracketed]"),
)
STATES = {
    "https://a.example/rss": State('"v1"', "Tue, 03 Mar 2026 10:00:00 GMT", 1e9, 2e9, 3e9, 2, "out of order", True),
    "https://b.example/rss": State(asked=1e9),
}
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.just(10**400),
    st.text(max_size=5),
    st.just("\ud800\x1b[2J\n"),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=3), st.none(), max_size=2),
)
ANEW = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


def a_list() -> bytes:
    path = data_folder() / "feeds.json"
    path.unlink(missing_ok=True)
    change(adding(*FEEDS))
    return path.read_bytes()


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place within a value: what it is in, and its key there."""
    for key, inner in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, key
        if isinstance(inner, dict | list):
            yield from places(inner)


def replaced(data: bytes, drawn: st.DataObject) -> bytes:
    """The same with something odd at one of its places."""
    whole = json.loads(data)
    container, key = drawn.draw(st.sampled_from(list(places(whole))))
    container[key] = drawn.draw(ODD)
    return json.dumps(whole).encode()


def torn(data: bytes, drawn: st.DataObject) -> bytes:
    """The same, cut or with other bytes in it."""
    at = drawn.draw(st.integers(0, len(data)))
    return data[:at] + drawn.draw(st.sampled_from((b"", b"\0", b'"', b"}", b"\xff" * 9, b"[" * 2000 + data[at:])))


def is_usable() -> tuple[Followed, ...]:
    """The list can be read, shown and changed, after one sentence at most; as it was read."""
    for path in data_folder().glob("feeds-damaged-*"):
        path.unlink()
    trouble = ""
    try:
        found = followed()
    except SetAside as error:
        found, trouble = followed(), str(error)
    except ReaderError as error:
        found, trouble = (), str(error)
    if "newer version" in trouble:
        return ()
    assert ("was damaged" in trouble) == bool(trouble) == bool(list(data_folder().glob("feeds-damaged-*.json")))
    told(found, time.time())
    assert main(["feeds", "list"]) == 0
    new = change(adding(Followed("https://new.example/rss", "New")))
    assert len({one.folder for one in new}) == len(new)
    assert change(leaving("https://new.example/rss")) == found
    return found


@ANEW
@given(st.data())
def test_whatever_stands_in_the_list(drawn: st.DataObject) -> None:
    data = drawn.draw(st.sampled_from((replaced, torn)))(a_list(), drawn)
    (data_folder() / "feeds.json").write_bytes(data)
    is_usable()


def test_what_stands_whole_in_a_torn_list_is_followed_still() -> None:
    data = a_list()
    (data_folder() / "feeds.json").write_bytes(data[: data.index(b"https://c.example") + 5])
    with pytest.raises(SetAside, match=r"feeds\.json was damaged: 2 feeds could be read"):
        followed()
    assert [(one.name, one.whole) for one in followed()] == [("Port Ellery Gazette", False), ("Łódź", True)]
    (aside,) = data_folder().glob("feeds-damaged-*.json")
    assert aside.read_bytes() == data[: data.index(b"https://c.example") + 5]


def test_one_feed_that_is_none_costs_no_other() -> None:
    said = json.loads(a_list())
    said["feeds"][1]["title"] = ["Łódź"]
    (data_folder() / "feeds.json").write_text(json.dumps(said))
    with pytest.raises(SetAside, match="2 feeds"):
        change(replacing("https://a.example/rss", whole=True))
    assert [one.title for one in followed()] == ["Port Ellery Gazette", "Third {one}, [bracketed]"]


def test_a_list_of_an_older_version_is_read() -> None:
    data_folder().mkdir(parents=True)
    old = '{"version": 1, "feeds": [{"address": "https://a.example/", "folder": "A", "left": true}]}'
    (data_folder() / "feeds.json").write_text(old)
    assert followed() == ()
    (one,) = change(adding(Followed("https://a.example/")))
    assert (one.folder, one.turns) == ("A", (2, 0, 0))


@ANEW
@given(st.data())
def test_whatever_stands_in_what_is_known_of_feeds(drawn: st.DataObject) -> None:
    a_list()
    keep_states(STATES)
    path = cache_folder() / "feeds.json"
    path.write_bytes(drawn.draw(st.sampled_from((replaced, torn)))(path.read_bytes(), drawn))
    due()
    told(followed(), time.time())
    keep_states(read_states())


def test_a_clock_that_went_wrong_keeps_no_feed_from_being_asked() -> None:
    keep_states({"https://a.example/rss": State(asked=9e9, fresh=9e9, waits=9e9)})
    state = read_states()["https://a.example/rss"]
    assert state.asked <= time.time()
    assert state.waits <= time.time() + 7 * 24 * 3600
