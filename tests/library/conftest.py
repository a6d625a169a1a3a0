"""A worker process whose analysis does what the article says, and an index to keep it in."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.library.index.index import Index

# The real worker around an analysis that obeys: "die", "raise", "print", "wait SECONDS", "spin" for ever, "hang" in C.
# Every word in capitals is a name.
OBEYING_WORKER = """
import itertools, os, sys, time, types

def analyse(article, progress=None, named=None):
    from tui.analysis.model import Alias, Analysis, Entity, Kind, Mention
    from tui.text.span import Span
    match article.text.split():
        case ["die", *_]:
            os._exit(9)
        case ["raise", *_]:
            raise RuntimeError("no such luck")
        case ["print", *_]:
            print("noise on standard output", flush=True)
        case ["wait", seconds, *_]:
            end = time.monotonic() + float(seconds)
            while (left := end - time.monotonic()) > 0:
                progress(1 - left / float(seconds))
                time.sleep(0.02)
        case ["hang", *_]:
            sum(itertools.repeat(1, 10**15))
    entities, start = [], 0
    for word in article.text.split():
        start = article.text.index(word, start)
        if word.isupper():
            mention = Mention(Span(start, start + len(word)), Kind.ORG, word, "capitals")
            entities.append(Entity(word, Kind.ORG, (Alias(word, "exact"),), (mention,)))
    found = Analysis(article.digest, article.published, (), tuple(entities), (), ())
    if "late" not in article.text:
        named(found)
    while article.text.startswith("spin"):
        pass
    return found

pipeline = types.ModuleType("tui.analysis.pipeline")
pipeline.analyse = analyse
sys.modules["tui.analysis.pipeline"] = pipeline
import tui.library.worker as worker
worker.PATIENCE, worker.UNHEARD = float(os.environ.get("PATIENCE", 60)), 1
worker.main()
"""


@pytest.fixture
def obeying_worker() -> tuple[str, ...]:
    """The command line of that worker."""
    return (sys.executable, "-P", "-c", OBEYING_WORKER)


@pytest.fixture
def hurried_worker(obeying_worker: tuple[str, ...]) -> tuple[str, ...]:
    """The same, with a third of a second for each article."""
    return ("env", "PATIENCE=0.3", *obeying_worker)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """A new index."""
    index = Index(tmp_path / "index.sqlite")
    yield index
    index.close()
