"""Two versions of a text: which words went out, and which came in."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.known import changes as module
from tui.library.known.changes import changes

BEFORE = "The port burned on Monday. Three men died.\n\nAnna Berg resigned. It was late."


def shown(before, now):
    return [(change.out, now[slice(*change.span)]) for change in changes(before, now)]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (BEFORE, []),
        (BEFORE.replace("\n\n", "\n \n"), []),  # white space is no word
        (BEFORE.replace("Three", "Four"), [("Three", "Four")]),
        (BEFORE.replace("Three men", "Four people"), [("Three men", "Four people")]),
        (BEFORE.replace(" It was late.", ""), [("It was late.", "")]),
        (BEFORE.replace(" It was", " Ted Ek follows her. It was"), [("", "Ted Ek follows her.")]),
        ("", [(" ".join(BEFORE.split()), "")]),
    ],
)
def test_what_changed(now, expected):
    assert shown(BEFORE, now) == expected


TEXTS = st.text(alphabet="ab .\né", max_size=60)


@given(TEXTS, TEXTS)
def test_spans_are_sorted_and_lie_in_the_text(before, now):
    found = changes(before, now)
    assert all(0 <= one.span.start <= one.span.end <= len(now) for one in found)
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    assert all(one.out or one.span.start < one.span.end for one in found)
    assert bool(found) == (module.WORD.findall(before) != module.WORD.findall(now))


def test_where_all_is_new_it_is_not_compared_word_by_word():
    before, now = "old " * 9000, "new " * 9000
    [change] = changes(before, now)
    assert now[slice(*change.span)] == now.strip()


def test_many_equal_lines_are_no_work():
    """Each of them was compared with all others: hours for a text that is twice as long as this one."""
    same = "Yes.\n" * 20_000
    before, now = f"One.\n{same}Two.\n{same}Three.\n", f"Eins.\n{same}Zwei.\n{same}Drei.\n"
    started = time.process_time()
    found = shown(before, now)
    assert time.process_time() - started < 20
    assert (found[0], found[-1]) == (("One", "Eins"), ("Three", "Drei"))
    more = shown(f"One.\n{same}", f"One.\n{same}Two.\n")
    assert more == [("", "Two.")]


@given(st.lists(st.sampled_from(["A", "B", "C"]), max_size=30), st.lists(st.sampled_from(["A", "B", "C"]), max_size=30))
def test_sentences_that_stand_there_often_are_compared_all_the_same(before, now):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "OFTEN", 2)
        found = changes(". ".join(before), ". ".join(now))
    assert bool(found) == (before != now)
