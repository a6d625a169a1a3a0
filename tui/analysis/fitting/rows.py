"""Fits the weights of the signs of timeline rows on rows that people judged, and says how it does on unseen ones."""

import sys
from collections.abc import Iterator, Sequence
from math import exp
from pathlib import Path
from typing import NamedTuple

from tui.analysis.events.likely.chances import BASE, DOUBTED

JUDGED = Path(__file__).with_name("judged_rows.tsv")
HELD = 2.0  # how strongly weights are held near zero
STEPS = 12
HALF = 0.5
HEADER = """\
# How much each sign of a timeline row weighs: made by `make fit` from tui/analysis/fitting/judged_rows.tsv.
# sign, weight (logistic regression), judged rows that had it, wrong ones among them
"""


class Judged(NamedTuple):
    """A row of the timeline as it was printed before its article was ever looked at, and what readers said of it."""

    batch: str  # of articles: what is fitted is tried on batches that were left out
    wrong: float  # the share of its readers who called it wrong
    weight: float  # less for mistakes of kinds that are not made any more
    doubted: bool  # by the rules alone
    signs: tuple[str, ...]


class Counts(NamedTuple):
    """Rows by what they are and whether they are doubted."""

    wrong_doubted: int
    wrong: int
    right_doubted: int
    right: int


def read_judged(file: Path = JUDGED) -> list[Judged]:
    """The judged rows."""
    lines = (line.split("\t") for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    return [
        Judged(batch, float(wrong), float(weight), doubted == "?", tuple(signs.split(";")))
        for batch, wrong, weight, doubted, signs in lines
    ]


def fit(rows: Sequence[Judged]) -> dict[str, float]:
    """The weight of each sign: Newton's method on the penalised likelihood."""
    names = [BASE, *sorted({sign for row in rows for sign in row.signs})]
    place = {name: index for index, name in enumerate(names)}
    held = [0.0, *[HELD] * (len(names) - 1)]
    found = [0.0] * len(names)
    for _ in range(STEPS):
        slope = [hold * weight for hold, weight in zip(held, found, strict=True)]
        curve = [[held[one] * (one == other) for other in range(len(names))] for one in range(len(names))]
        for row in rows:
            signs = [0, *(place[sign] for sign in row.signs)]
            chance = 1 / (1 + exp(-sum(found[sign] for sign in signs)))
            for one in signs:
                slope[one] += row.weight * (chance - row.wrong)
                for other in signs:
                    curve[one][other] += row.weight * chance * (1 - chance)
        found = [weight - step for weight, step in zip(found, _solved(curve, slope), strict=True)]
    return dict(zip(names, found, strict=True))


def _solved(matrix: list[list[float]], right: Sequence[float]) -> list[float]:
    """The solution of a system of linear equations that has one (Gauss)."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for index in range(len(rows)):
        best = max(range(index, len(rows)), key=lambda row: abs(rows[row][index]))
        rows[index], rows[best] = rows[best], rows[index]
        head = rows[index] = [value / rows[index][index] for value in rows[index]]
        for other, line in enumerate(rows):
            if other != index and line[index]:
                factor = line[index]
                rows[other] = [value - factor * lead for value, lead in zip(line, head, strict=True)]
    return [line[-1] for line in rows]


def chances_left_out(rows: Sequence[Judged]) -> Iterator[tuple[Judged, float]]:
    """Each row with its chance of being wrong by weights that were fitted without its batch."""
    for batch in dict.fromkeys(row.batch for row in rows):
        weights = fit([row for row in rows if row.batch != batch])
        for row in rows:
            if row.batch == batch:
                yield row, 1 / (1 + exp(-sum(weights.get(sign, 0.0) for sign in (BASE, *row.signs))))


def counts_left_out(rows: Sequence[Judged], least: float = DOUBTED) -> Counts:
    """How many rows are doubted, by a rule or by their chance, where the weights have not seen their batch."""
    told = [(row.wrong > HALF, row.doubted or chance > least) for row, chance in chances_left_out(rows)]
    return Counts(
        sum(wrong and doubted for wrong, doubted in told),
        sum(wrong for wrong, _ in told),
        sum(doubted and not wrong for wrong, doubted in told),
        sum(not wrong for wrong, _ in told),
    )


def fit_rows(file: Path, rows: Sequence[Judged] | None = None) -> None:
    """Writes the table of weights, and prints how many rows it doubts that it has not seen."""
    rows = read_judged() if rows is None else rows
    lines = []
    for name, weight in fit(rows).items():
        having = [row for row in rows if name in (BASE, *row.signs)]
        lines.append(f"{name}\t{weight:.2f}\t{len(having)}\t{sum(row.wrong for row in having):g}\n")
    file.write_text(HEADER + "".join(lines), "utf-8")
    counts = counts_left_out(rows)
    sys.stdout.write(
        f"{len(rows)} judged rows, each batch by weights of the others: of {counts.wrong} wrong ones "
        f"{counts.wrong_doubted} are doubted, of {counts.right} right ones {counts.right_doubted}\n"
    )
