"""Rows are columns and come back, whatever they are."""

from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.packing.columns import columns, rows_of

NUMBERS = st.integers(-(2**40), 2**40)
LEAVES = st.none() | st.booleans() | NUMBERS | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=30,
)
SPANS = st.lists(st.integers(0, 99), min_size=2, max_size=2)
RECORDS = st.lists(
    st.fixed_dictionaries(
        {"span": SPANS, "time": st.none() | SPANS, "who": st.lists(st.integers(0, 9), max_size=4), "rule": st.text()}
    ),
    max_size=8,
)


@given(st.lists(TREES, max_size=6) | RECORDS)
def test_all_rows_come_back(rows: list[Any]) -> None:
    kept = orjson.loads(orjson.dumps(columns(rows)))
    assert orjson.dumps(rows_of(kept)) == orjson.dumps(rows)


def test_what_goes_on_takes_little_room() -> None:
    rows = [{"span": [start, start + 7], "kind": "PERSON"} for start in range(10_000, 90_000, 100)]
    assert len(orjson.dumps(columns(rows))) < len(orjson.dumps(rows)) / 2


@pytest.mark.parametrize("damaged", [[], [9, []], [3, [6, [1]]], [2, ["a"], [0, [1]], [0, [2]]], [1, ["x", 2]], [0]])
def test_what_is_no_column_is_said_to_be_none(damaged: list[Any]) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        rows_of(damaged)
