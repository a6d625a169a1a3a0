"""The signs of a row become the chance that it is wrong, by the table of weights in resources/row_signs.tsv.

The table is a logistic regression on rows of news articles that people judged (`make fit` prints how well it does on
sets of rows that it has not seen): the chance is 1 / (1 + exp(-(base + the weights of the signs)))."""

from collections.abc import Iterable
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parents[2] / "resources" / "row_signs.tsv"
BASE = "every row"  # the sign that all rows have
DOUBTED = 0.24  # chance of being wrong from which a row is marked as doubtful


class Sign(NamedTuple):
    """How much a sign weighs, and how many of the judged rows that had it were wrong."""

    weight: float
    rows: int
    wrong: float


@cache
def weights() -> dict[str, Sign]:
    """The table, read when the first row asks for it."""
    lines = (line.split("\t") for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {name: Sign(float(weight), int(rows), float(wrong)) for name, weight, rows, wrong in lines}


def chance_wrong(signs: Iterable[str]) -> float:
    """How likely a row with these signs is wrong; signs that were never judged weigh nothing."""
    table = weights()
    return 1 / (1 + exp(-sum(table[sign].weight for sign in (BASE, *signs) if sign in table)))
