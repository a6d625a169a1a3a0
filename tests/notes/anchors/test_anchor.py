"""Anchors: exact where nothing changed, right or asked about where something did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.notes.anchors.anchor import anchor_at, locate
from tui.notes.anchors.folded import fold
from tui.notes.anchors.located import How
from tui.notes.note import Anchor
from tui.text.span import Span

STORY = """The council of Aldern closed the old bridge on Monday. Inspectors had found two cracks below the waterline.

Ferries will run every twenty minutes until the repair is done. Nobody in the town believes that it will take a month.

“We were told the same in 2011,” said Marta Holm, who sells bread on the quay. She paused. Nobody was hurt."""


def anchor(words: str, text: str = STORY) -> Anchor:
    start = text.index(words)
    return anchor_at(text, Span(start, start + len(words)))


def test_an_anchor_holds_quote_surroundings_and_place() -> None:
    made = anchor("two cracks")
    assert made == Anchor("two cracks", "n Monday. Inspectors had found ".rjust(32, "o"), made.suffix, made.span)
    assert made.suffix == " below the waterline.\n\nFerries w"
    assert STORY[made.span.start : made.span.end] == "two cracks"


@pytest.mark.parametrize(
    ("words", "old", "new", "expected", "how"),
    [
        # The words as they were, elsewhere.
        ("two cracks", "The council", "CORRECTED. The council", "two cracks", How.EXACT),
        ("two cracks", "\n\nFerries", "\n\nA new paragraph.\n\nFerries", "two cracks", How.MOVED),
        (
            "said Marta Holm",
            "“We were told the same in 2011,”",
            '"We were told the same in 2011,"',
            "said Marta Holm",
            How.EXACT,
        ),
        (
            "“We were told the same in 2011,”",
            "“We were told the same in 2011,”",
            '"We were told\nthe same  in 2011,"',
            '"We were told\nthe same  in 2011,"',
            How.EXACT,
        ),
        # Words mended.
        (
            "Inspectors had found two cracks",
            "Inspectors had",
            "Inspektors  have",
            "Inspektors  have found two cracks",
            How.MOVED,
        ),
        (
            "Ferries will run every twenty minutes until the repair is done.",
            "twenty",
            "about twenty",
            "Ferries will run every about twenty minutes until the repair is done.",
            How.MOVED,
        ),
        # Another figure or another name: perhaps another thing.
        ("“We were told the same in 2011,” said", "2011", "2014", "“We were told the same in 2014,” said", How.FUZZY),
        ("said Marta Holm, who sells bread", "Marta Holm", "Ivar Lund", "said Ivar Lund, who sells bread", How.FUZZY),
        # The words are gone.
        (
            "Nobody in the town believes that it will take a month.",
            "Nobody in the town believes that it will take a month.",
            "",
            None,
            How.ORPHANED,
        ),
        ("Nobody was hurt", " Nobody was hurt.", "", None, How.ORPHANED),
        ("two cracks", STORY, "An entirely different article about the price of bread.", None, How.ORPHANED),
        ("two cracks", STORY, "", None, How.ORPHANED),
    ],
)
def test_edits(words: str, old: str, new: str, expected: str | None, how: How) -> None:
    text = STORY.replace(old, new)
    located = locate(text, anchor(words))
    found = None if located.span is None else text[located.span.start : located.span.end]
    assert (found, located.how) == (expected, how)
    assert (located.span is None) == (located.how is How.ORPHANED)


LIST = "\n\n".join(
    f"{day}: the river stood at {height} metres at the bridge and was still rising."
    for day, height in zip(("Monday", "Tuesday", "Wednesday", "Thursday"), ("3.1", "3.4", "3.9", "4.2"), strict=True)
)


def test_rows_of_a_list_are_not_taken_for_each_other() -> None:
    for number, row in enumerate(LIST.split("\n\n")):
        made = anchor(row, LIST)
        located = locate(f"An introduction.\n\n{LIST}", made)
        assert located.how in (How.EXACT, How.MOVED)
        assert located.span is not None
        assert located.span.start == LIST.index(row) + 18
        without = "\n\n".join(other for index, other in enumerate(LIST.split("\n\n")) if index != number)
        assert locate(without, made).how in (How.FUZZY, How.ORPHANED)


ANSWER = "Why did you go? Because I had to.\n\n"
TWINS = f"{ANSWER}Where did you sleep? In a barn.\n\n{ANSWER}The end."


def test_twins_are_asked_about_unless_the_old_text_tells() -> None:
    second = TWINS.rindex("Because")
    made = anchor_at(TWINS, Span(second, second + 17))
    made = Anchor(made.exact, "Why did you go? ", "\n\n", made.span)  # as if there were no more surroundings
    changed = f"Foreword.\n\n{TWINS}"
    assert locate(TWINS, made).how is How.EXACT
    assert locate(changed, made).how is How.FUZZY
    settled = locate(changed, made, TWINS)
    assert settled.how is How.EXACT
    assert settled.span == Span(second + 11, second + 28)
    assert locate(f"{TWINS} {ANSWER}", made, TWINS).how is How.EXACT  # it has not moved
    assert locate(f"{changed} {ANSWER}", made, TWINS).span == settled.span  # one more of them, among other neighbours
    assert locate(TWINS.removeprefix(ANSWER), made, TWINS).how is How.EXACT  # one less, and all around it as it was
    assert locate(changed.removesuffix(f"{ANSWER}The end."), made, TWINS).how is How.FUZZY  # it is itself the one less


articles = st.text(st.sampled_from("ab cd\n.“"), min_size=1, max_size=80) | st.text(min_size=1, max_size=60)


@given(articles, st.data())
def test_unchanged_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    located = locate(text, anchor_at(text, Span(start, end)))
    if text[start:end].strip():
        assert (located.span, located.certainty, located.how) == (Span(start, end), 1.0, How.EXACT)
    else:
        assert located.how is How.ORPHANED


@given(articles, articles, st.data())
def test_any_text_at_all(text: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    located = locate(other, anchor_at(text, Span(start, end)), text)
    assert 0 <= located.certainty <= 1
    if located.span is not None:
        assert 0 <= located.span.start < located.span.end <= len(other)


@given(articles)
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    for index, character in enumerate(folded.text):
        if character.isascii() and character.isalnum():
            assert text[folded.offsets[index]] == character or not text[folded.offsets[index]].isascii()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a  b\n\nc", "a b c"),
        ("“a” ‘b’ «c»", '"a" \'b\' "c"'),
        ("a — b", "a--b"),
        ("a – b", "a - b"),
        ("a\u00a0b\u200b", "a b"),
        ("co\u00adoperate", "cooperate"),
        ("ﬁve…", "five..."),
    ],
)
def test_folded_alike(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text
