"""Hostile text costs no more than any other: runs of digits, commas, marks and half-made numbers."""

import time

import pytest

from tests.analysis.figures.test_rows import figures


def cost(text: str) -> float:
    began = time.process_time()
    figures(text)
    return time.process_time() - began


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "9",
            "9,",
            "999,",
            "1 to ",
            "five ",
            "one hundred and ",
            "$",
            "% ",
            "half of ",
            "tens of ",
            "9/",
            "said ",
            "“5 ",
        ),
        *("1. ", "from 5 x to ", "-5", "According to ", "a third of "),
    ],
)
def test_cost_grows_with_length_only(piece: str) -> None:
    short, long = (min(cost(piece * (length // len(piece))) for _ in range(2)) for length in (2_000, 16_000))
    assert long < 8 * max(short, 0.01) * 3
