"""What goes from one process to the other arrives whole, or is known not to have."""

import io
import os
import pickle
from dataclasses import replace
from typing import IO

import pytest

from tui.library.indexing.task import Done
from tui.text.article import PIECE
from tui.text.formats.plain import plain_article
from tui.text.wire import BLOCKS, receive, receive_article, send, send_article


def test_values_follow_each_other() -> None:
    stream = io.BytesIO()
    for value in ("one", {"two": [2]}, None, b"four" * 100_000):
        send(stream, value)
    stream.seek(0)
    assert [receive(stream) for _ in range(4)] == ["one", {"two": [2]}, None, b"four" * 100_000]
    with pytest.raises(EOFError):
        receive(stream)


def test_a_long_article_arrives_as_it_is() -> None:
    article = plain_article("A story\n\n" + "The ship – said “Łucja” – sank.\n\n" * (BLOCKS * 20), "/tmp/a.txt")
    assert len(article.text) > PIECE
    stream = io.BytesIO()
    send_article(stream, article)
    send_article(stream, replace(article, title="Another"))
    stream.seek(0)
    arrived = receive_article(stream)
    assert arrived == article
    assert arrived.digest == article.digest
    assert receive_article(stream).title == "Another"


def test_an_article_that_breaks_off_is_none() -> None:
    stream = io.BytesIO()
    send_article(stream, plain_article("A story\n\nThe ship sank.", "/tmp/a.txt"))
    whole = stream.getvalue()
    for length in range(len(whole)):
        with pytest.raises(EOFError):
            receive_article(io.BytesIO(whole[:length]))


def sent_before_the_end(some: bytes) -> IO[bytes]:
    """A pipe whose other end wrote this and is gone."""
    out, into = os.pipe()
    with os.fdopen(into, "wb") as end:
        end.write(some)
    return os.fdopen(out, "rb")


def test_an_answer_that_is_cut_anywhere_is_none() -> None:
    whole = pickle.dumps(Done(("é" * 300, b"x" * 9_000, {"a": [2.5, None]}, "a" * 70)), pickle.HIGHEST_PROTOCOL)
    for length in range(len(whole)):
        with sent_before_the_end(whole[:length]) as stream, pytest.raises(EOFError):
            receive(stream)


@pytest.mark.parametrize(
    "noise",
    [
        b"a warning\n",
        b"\x80\xff.",  # ValueError
        b"\x8c\x01\xff.",  # UnicodeDecodeError
        b"cno.such.module\nName\n.",  # ModuleNotFoundError
        b"ctui.text.span\nNoSuchName\n.",  # AttributeError
        b"cbuiltins\nint\n(]tR.",  # TypeError
        b"I1x\n.",
        b"\x8e\xff\xff\xff\xff\xff\xff\xff\xff.",  # OverflowError
        b"\x8e\xff\xff\xff\xff\xff\xff\xff\x00.",  # MemoryError
        b"g7\n.",
        b".",
    ],
)
def test_what_is_no_value_is_an_end(noise: bytes) -> None:
    with sent_before_the_end(noise) as stream, pytest.raises(EOFError):
        receive(stream)
