"""Lines become paragraphs; only what a width broke is joined."""

import re
import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.blocks.paragraphs import paragraph_spans, unwrapped

STORY = (
    "The council of the harbour town voted on Tuesday to close the old bridge for good, after engineers had found "
    "cracks in two of its piers and the ministry had refused to pay for another repair.\n\n"
    "Residents on the far bank will have to drive eleven kilometres to the next crossing. Many of them came to the "
    "meeting and spoke for more than two hours, among them the baker, the doctor and both of the teachers.\n\n"
    "The bridge was built in 1911. A new one could be open in four years, if the money is found by next summer."
)


@pytest.mark.parametrize("width", [50, 66, 72, 80, 99])
def test_wrapped_text_is_joined(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in STORY.split("\n\n"))
    assert unwrapped(wrapped) == STORY
    spans = paragraph_spans(wrapped, wrapped=True)
    assert [wrapped[start:end].replace("\n", " ") for start, end in spans] == STORY.split("\n\n")


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "A caption line stands here on March 12, 2019.\nA Headline Directly Below It\n\nText.",
        "Two roads diverged in a wood,\nand I took the one less\ntravelled by,\nAnd that has\nmade all the difference.",
        "- one thing\n- another thing\n- a third thing\n- a fourth",
        "One\nTwo\nThree\nFour\n",
        "",
        "\n\n\n",
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert unwrapped(text) == text


def test_list_items_and_indented_paragraphs_stay_apart() -> None:
    body = textwrap.fill(STORY.split("\n\n")[0], 60)
    text = f"{body}\n   {body}\n{body[:0]}- first item of a list that is as wide as all the other lines\n- second"
    joined = unwrapped(text).split("\n")
    assert len(joined) == 4
    assert joined[2].startswith("- first")


@given(st.text(alphabet="ab A.-\n", max_size=400), st.booleans())
def test_paragraphs_cover_all_words(text: str, wrapped: bool) -> None:
    spans = paragraph_spans(text, wrapped)
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    without_divisions = re.sub(r"(?<=\w)-\n *(?=\w)", "", text)  # a word may lose the hyphen at a line's end
    assert "".join(unwrapped(text).split()).replace("-", "") == "".join(without_divisions.split()).replace("-", "")
