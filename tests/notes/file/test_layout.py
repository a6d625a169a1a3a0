"""The file's layout: one row on a line, plain JSON, and known lines give the very same rows."""

import json
import tracemalloc

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.notes.file.layout import Tables, content_of, lines_of, parse, parse_again, salvage

values = st.recursive(st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=8), st.lists, max_leaves=4)
rows = st.dictionaries(st.text(max_size=6), values, max_size=3)
tables = st.dictionaries(
    st.text(max_size=6), st.dictionaries(st.integers(1, 99).map(str), rows, max_size=4), min_size=1, max_size=3
)


@given(tables, tables)
def test_written_and_read_again(before: Tables, after: Tables) -> None:
    known = lines_of(before, {})
    content = content_of(lines_of(after, known))
    assert parse(content) == json.loads(content) == after
    again = parse_again(content, known)
    assert again is not None
    assert again[0] == after
    assert content_of(again[1]) == content
    for name, numbered in again[0].items():
        for number, row in numbered.items():
            if orjson.dumps(before.get(name, {}).get(number)) == orjson.dumps(row):
                assert row is before[name][number]


@pytest.mark.parametrize(
    ("written", "content"),
    [
        ({}, "{\n\n}\n"),
        ({"notes": {}}, '{\n"notes":{\n\n}\n}\n'),
        ({"a": {"1": {}}, "b": {}}, '{\n"a":{\n"1":{}\n},\n"b":{\n\n}\n}\n'),
        ({"a": {}, "b": {"1": {}, "2": {"c": 3}}}, '{\n"a":{\n\n},\n"b":{\n"1":{},\n"2":{"c":3}\n}\n}\n'),
    ],
)
def test_one_row_on_a_line(written: Tables, content: str) -> None:
    assert content_of(lines_of(written, {})).decode() == content


def test_a_large_file_is_joined_once() -> None:
    """Each more copy of it costs a save several milliseconds."""
    lines = lines_of({name: {str(number): {"body": "x" * 900} for number in range(1000)} for name in "ab"}, {})
    tracemalloc.start()
    try:
        content = content_of(lines)
        assert tracemalloc.get_traced_memory()[1] < 1.1 * len(content)
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"{\n",
        b"[\n]\n",
        b'{"notes":{"1":{}}}',
        b'{\n"notes":{\n"1":5\n}\n}\n',
        b'{\n"1":{}\n}\n',
        b"{\n\xff\n}\n",
    ],
)
def test_another_layout_is_read_anew(content: bytes) -> None:
    assert parse_again(content, {}) is None


@given(tables, st.data())
def test_rows_before_a_cut_are_saved(written: Tables, data: st.DataObject) -> None:
    written = {name: numbered for name, numbered in written.items() if name.isalnum()}
    content = content_of(lines_of(written, {}))
    cut = content[: data.draw(st.integers(0, len(content)))]
    saved: Tables = {}
    count = salvage(cut, saved)
    assert count == sum(map(len, saved.values()))
    for name, numbered in saved.items():
        for number, row in numbered.items():
            assert written[name][number] == row
