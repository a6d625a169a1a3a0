"""What goes from one process to the other arrives whole, or is known not to have."""

import io
from dataclasses import replace

import pytest

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
