"""Rows of cells become lines."""

import tracemalloc

from tui.text.blocks.table import table_text


def test_a_narrow_table_is_set_out_in_columns() -> None:
    assert table_text([["town", "people"], ["Lund", "900"], ["Ås"]]) == "town  people\n----  ------\nLund  900\nÅs"


def test_a_wide_table_is_a_sentence_a_row() -> None:
    head, row = ["town" * 20, "people" * 9], ["Lund", "900", "more"]
    assert table_text([head, row]) == f"{head[0]}: Lund; {head[1]}: 900; more"


def test_short_rows_under_a_wide_head_take_no_memory() -> None:
    tracemalloc.start()
    try:
        text = table_text([["c"] * 3_000, *([["a"]] * 3_000)])
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert text.count("\n") == 2_999
