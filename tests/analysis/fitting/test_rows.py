"""The weights of the signs of rows come from rows that people judged, and doubt the wrong ones of unseen articles."""

from pathlib import Path

import pytest

from tui.analysis.events.likely.chances import BASE, DOUBTED, FILE, chance_wrong, weights
from tui.analysis.fitting.rows import Judged, counts_left_out, fit, fit_rows, read_judged


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return read_judged()


def test_the_table_that_is_shipped_is_the_fitted_one(judged: list[Judged], tmp_path: Path) -> None:
    fit_rows(tmp_path / "row_signs.tsv", judged)
    assert (tmp_path / "row_signs.tsv").read_text("utf-8") == FILE.read_text("utf-8")


def test_half_of_the_wrong_rows_of_unseen_articles_are_doubted_and_few_right_ones(judged: list[Judged]) -> None:
    counts = counts_left_out(judged)
    assert counts.wrong_doubted >= counts.wrong / 2
    assert counts.right_doubted <= counts.right * 0.12


def test_weights_are_the_odds_of_what_was_counted() -> None:
    rows = [Judged("A", float(number < 30), 1, False, ("quoted",)) for number in range(40)]
    rows += [Judged("B", float(number < 4), 1, False, ("plain",)) for number in range(40)]
    found = fit(rows)
    assert found["quoted"] > 1 > -1 > found["plain"]
    assert found[BASE] < 0


def test_a_sign_that_nobody_judged_weighs_nothing() -> None:
    assert chance_wrong(["weekday", "never seen"]) == chance_wrong(["weekday"]) < DOUBTED
    assert chance_wrong(["today", "in quotation marks", "verb: present"]) > DOUBTED
    assert all(sign.wrong <= sign.rows for sign in weights().values())
