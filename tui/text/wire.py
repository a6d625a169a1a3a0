"""Values go between this program's own two processes, as pickles one after another; an article goes in pieces.

Pickling a long text whole would hold it twice, and every key would wait for it.
"""

import pickle
from dataclasses import replace
from typing import IO, Any

from tui.text.article import PIECE, Article, Block, Mark

BLOCKS = 500  # that go in one piece, and as many marks


def send(stream: IO[bytes], value: object) -> None:
    """Write one value and flush it; raises OSError when the other end is gone."""
    pickle.dump(value, stream, protocol=pickle.HIGHEST_PROTOCOL)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """The next value; raises EOFError when the other end closed, or broke off amid a value, or sent what is none: where
    it has been written over, or its classes are of another version, a pickle raises almost anything."""
    try:
        return pickle.load(stream)
    except (EOFError, OSError):
        raise
    except Exception as error:
        raise EOFError(f"no value arrived: {error!r}") from error


def send_article(stream: IO[bytes], article: Article) -> None:
    """Write an article: all but text, blocks and marks, then these piece by piece, then None."""
    send(stream, replace(article, text="", blocks=(), marks=()))
    for start in range(0, len(article.text), PIECE):
        send(stream, article.text[start : start + PIECE])
    for start in range(0, len(article.blocks), BLOCKS):
        send(stream, article.blocks[start : start + BLOCKS])
    for start in range(0, len(article.marks), BLOCKS):
        send(stream, article.marks[start : start + BLOCKS])
    send(stream, None)


def receive_article(stream: IO[bytes]) -> Article:
    """The next article; raises EOFError as `receive` does."""
    article: Article = receive(stream)
    texts: list[str] = []
    blocks: list[Block] = []
    marks: list[Mark] = []
    while (piece := receive(stream)) is not None:
        if isinstance(piece, str):
            texts.append(piece)
        elif isinstance(piece[0], Block):
            blocks.extend(piece)
        else:
            marks.extend(piece)
    return replace(article, text="".join(texts), blocks=tuple(blocks), marks=tuple(marks))
