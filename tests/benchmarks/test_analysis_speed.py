"""How fast the analysis is, in the worker process that readers have: make bench."""

import psutil
import pytest

from tui.library.process import WorkerProcess
from tui.paths import bundled
from tui.text.article import Article, Block
from tui.text.read import read_article
from tui.text.span import Span

pytestmark = pytest.mark.bench
TIMES = 3


def joined(articles: list[Article]) -> Article:
    """All articles one after another."""
    text, blocks = "", []
    for article in articles:
        for block in article.blocks:
            blocks.append(Block(block.kind, Span(block.span.start + len(text), block.span.end + len(text))))
        text += article.text + "\n\n"
    return Article("/joined", "All of them", text, tuple(blocks))


def test_words_a_second() -> None:
    samples = [read_article(path) for path in sorted(bundled("sample_articles").glob("*.*")) if path.suffix != ".html"]
    article = joined(samples * TIMES)
    words = len(article.text.split())
    worker = WorkerProcess(None)
    process = psutil.Process(worker.pid)
    try:
        worker.ask(joined(samples[:1]), lambda _: None)
        ready = seconds_of(process)
        worker.ask(article, lambda _: None)
        speed = words / (seconds_of(process) - ready)
        memory = process.memory_info().rss / 2**20
    finally:
        worker.kill()
    print(f"\n\nThe analysis\n{'words a second of processor':<34}{speed:>20,.0f}")
    print(f"{'ready with a first article, s':<34}{ready:>20.2f}\n{'memory, MiB':<34}{memory:>20.0f}")
    assert speed > 1000
    assert memory < 200


def seconds_of(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
