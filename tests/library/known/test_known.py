"""What is new in a sentence, and what was read before: known rather too seldom than wrongly."""

import time

import pytest

from tui.library.known.known import Reader
from tui.library.known.senses import senses
from tui.text.span import Span

READ = (
    "Anna Berg resigned as head of the harbour company in Haifa on Monday after the fire.",
    "The blaze destroyed 40 warehouses and killed three dockers, the police said.",
    "The company did not pay the 1.2 million dollars that it owed to its workers.",
    "A ferry sank off the island of Hven in heavy seas, and 14 passengers drowned.",
)


def reader():
    one = Reader()
    for number, sentence in enumerate(READ):
        one.read(f"/{number}.txt", sentence, [Span(0, len(sentence))])
    return one


def judged(sentence):
    [one] = reader().judge(sentence, [Span(0, len(sentence))])
    return one


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        (READ[0], 0),
        ("On Monday Anna Berg has resigned as the head of the harbour company in Haifa.", 0),
        ("The blaze killed three dockers and destroyed 40 warehouses.", 1),
        ("The company did not pay its workers the 1,200,000 dollars that it owed.", 2),
        ("A ferry sank in heavy seas off Hven; 14 passengers drowned.", 3),
    ],
)
def test_known_and_where(sentence, where):
    one = judged(sentence)
    assert one.known
    assert one.place.source == f"/{where}.txt"
    assert READ[where][slice(*one.place.span)] == READ[where]


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Berg resigned as head of the harbour company in Haifa on Tuesday after the fire.",  # another day
        "Ted Berg resigned as head of the harbour company in Haifa on Monday after the fire.",  # another name
        "The blaze destroyed 60 warehouses and killed three dockers, the police said.",  # another figure
        "The blaze destroyed 40 warehouses and killed four dockers, the police said.",  # also in words
        "The company did pay the 1.2 million dollars that it owed to its workers.",  # no longer denied
        "The company did not pay the 1.2 billion dollars that it owed to its workers.",
        "Anna Berg was arrested in Haifa on Monday after the fire at the harbour company.",  # what happened is another
        "She resigned.",  # who?
        "A trial begins in May.",
    ],
)
def test_new(sentence):
    assert not judged(sentence).known


def test_words_of_the_same_meaning_are_near():
    said_so, other = "A fire ravaged the old harbour.", "A strike ravaged the old harbour."
    one = Reader()
    one.read("/a.txt", "A blaze ravaged the old harbour.", [Span(0, 32)])
    assert one.judge(said_so, [Span(0, len(said_so))])[0].new < one.judge(other, [Span(0, len(other))])[0].new


def test_nothing_was_read():
    [one] = Reader().judge(READ[0], [Span(0, len(READ[0]))])
    assert (one.new, one.place, one.known) == (1.0, None, False)


@pytest.mark.parametrize("text", ["", "...", "7", "1.2.3", "US", "’s", "12. 5 million", "ʼn", "٣٤"])
def test_any_sentence(text):
    one = reader()
    one.read("/x.txt", text, [Span(0, len(text))])
    assert len(one.judge(text, [Span(0, len(text))])) == 1


@pytest.mark.parametrize(
    ("written", "base"), [("arrested", "arrest"), ("dies", "die"), ("bought", "buy"), ("companies", "company")]
)
def test_base_forms(written, base):
    assert senses().word(written).base == base


def test_cost_does_not_grow_with_what_was_read():
    """The four hundredth article takes no longer than the fortieth, within the noise of a busy machine."""
    one, took = Reader(), []
    for number in range(400):
        text = " ".join(
            f"In town {number % 50} the {word} burned {number} houses." for word in ("army", "fire", "crowd")
        )
        spans = [Span(start, start + 40) for start in range(0, len(text) - 40, 40)]
        started = time.process_time()
        one.judge(text, spans)
        one.read(f"/{number}", text, spans)
        took.append(time.process_time() - started)
    assert sum(took[300:]) < 4 * sum(took[50:150]) + 0.1
