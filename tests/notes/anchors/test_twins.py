"""Words that stand in a text more than once, or stood there, are asked about unless their neighbours tell which."""

from dataclasses import replace

import pytest

from tui.notes.anchors.anchor import anchor_at, locate
from tui.notes.anchors.located import How, Located
from tui.text.span import Span

CLAIM = "Reuters could not immediately verify the report."
HEAD = "# Live blog"
MARKET = f"14:05 Shells fell on the market of the old town, residents said. {CLAIM}"
GOVERNOR = f"13:40 The governor has left the city, a spokesman of the army said. {CLAIM}"
BRIDGE = "13:10 The bridge over the river is open again."
BLOG = "\n\n".join((HEAD, MARKET, GOVERNOR, BRIDGE))
CERTAIN = (How.EXACT, How.MOVED)


def second(words: str, text: str = BLOG) -> Span:
    start = text.rindex(words)
    return Span(start, start + len(words))


def found(after: str, words: str, span: Span | None = None, text: str = BLOG) -> Located:
    return locate(after, anchor_at(text, span or second(words, text)))


@pytest.mark.parametrize(
    "gone",
    [
        "\n\n".join((HEAD, MARKET, BRIDGE)),
        "\n\n".join((HEAD, MARKET, GOVERNOR.removesuffix(f" {CLAIM}"), BRIDGE)),
        "\n\n".join((HEAD, "14:20 The museum stays shut.", MARKET, BRIDGE)),
        "\n\n".join((HEAD, MARKET, BRIDGE, f"12:00 The mill burns, a spokesman of the army said. {CLAIM}")),
    ],
    ids=["entry", "sentence", "one came", "its like came"],
)
@pytest.mark.parametrize("words", [CLAIM, "could not immediately verify", "report"])
def test_a_vanished_twin_is_asked_about(gone: str, words: str) -> None:
    assert found(gone, words).how not in CERTAIN


@pytest.mark.parametrize(
    "after",
    [
        "\n\n".join((HEAD, f"15:00 The mill burns, residents said. {CLAIM}", MARKET, GOVERNOR, BRIDGE)),
        "\n\n".join((HEAD, GOVERNOR, MARKET, BRIDGE)),
        "\n\n".join((HEAD, MARKET.replace("Shells", "Bombs"), GOVERNOR, BRIDGE)),
    ],
    ids=["another came", "they changed places", "the other was edited"],
)
def test_a_twin_that_stands_is_known_by_its_neighbours(after: str) -> None:
    located = found(after, CLAIM)
    assert located.how in CERTAIN
    assert located.span == Span(after.index(GOVERNOR) + GOVERNOR.index(CLAIM), after.index(GOVERNOR) + len(GOVERNOR))


def test_a_twin_at_the_same_offset_is_no_proof() -> None:
    rows = [f"Case {n}: theft. He pleaded not guilty. Bail was refused at once." for n in (11, 12, 13, 14)]
    text = "\n\n".join(rows)
    start = text.index("Bail", text.index("Case 12"))
    quoted = Span(start, start + 4)
    located = found("\n\n".join((rows[0], rows[2], rows[3])), "Bail", quoted, text)
    assert located.how is How.FUZZY


NEWS = """The council closed the old bridge on Monday. Inspectors had found two cracks below the waterline.

What it means

Ferries will run every twenty minutes until the repair is done. Nobody believes that it will take a month.

The baker on the quay has bought a boat. She sells bread to those who wait.

What comes next

A second look at the pillars is due in May."""


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors had found two cracks below the waterline.",
        "Ferries will run every twenty minutes until the repair is done.",
        "She sells bread to those who wait.",
        "The baker on the quay has bought a boat.",
        "What it means",
        "What comes next",
    ],
)
@pytest.mark.parametrize("place", range(6))
def test_a_sentence_that_stands_once_is_certain_wherever_it_went(sentence: str, place: int) -> None:
    heading = sentence[-1] != "."
    parts = [part.replace(sentence, "").strip() for part in NEWS.split("\n\n")]
    if heading:
        parts.insert(place, sentence)
    else:
        parts[place] = f"{parts[place]} {sentence}" if parts[place].endswith(".") else f"{parts[place]}\n\n{sentence}"
    after = "\n\n".join(filter(None, parts))
    located = found(after, sentence, text=NEWS)
    assert located.span == second(sentence, after)
    assert located.how in CERTAIN


@pytest.mark.parametrize("words", ["two", "boat", "is", "a", "May"])
def test_so_few_characters_are_asked_about_where_their_sentence_changed(words: str) -> None:
    changed = NEWS.replace("two cracks below", "two big cracks below").replace("bought a boat", "bought one more boat")
    changed = changed.replace("is done", "is ready").replace("due in May", "due in early May")
    assert found(changed, words, text=NEWS).how not in CERTAIN
    assert found(f"New.\n\n{NEWS}", words, text=NEWS).how in CERTAIN


def test_an_anchor_that_does_not_say_how_its_words_stood_is_found_by_likeness() -> None:
    made = replace(anchor_at(NEWS, second("two cracks", NEWS)), standing=None)
    assert locate(f"New.\n\n{NEWS}", made).how is How.EXACT
    few = replace(anchor_at(NEWS, second("two", NEWS)), standing=None)
    assert locate(NEWS.replace("cracks below", "big cracks below"), few).how is How.FUZZY
