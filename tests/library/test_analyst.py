"""The analyst with a real worker process: answers, deaths, cancelling, order, and quick endings."""

import asyncio
import gc
import os
import signal
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tests.patience import HANGS, Patience
from tui.analysis.fingerprint import fingerprint
from tui.analysis.model import Analysis
from tui.errors import AnalysisFailed
from tui.library.analyst import Analyst, GaveUp
from tui.library.beside import beside_the_keys
from tui.library.index.index import Index
from tui.text.article import Article

Write = Callable[..., Article]


@pytest.fixture
async def analyst(index: Index, obeying_worker: tuple[str, ...]) -> AsyncIterator[Analyst]:
    analyst = Analyst(index, obeying_worker)
    analyst.start()
    yield analyst
    analyst.close()


def worker_pids() -> list[int]:
    """Workers of this process, dead ones that nobody has buried included."""
    return [child.pid for child in psutil.Process().children() if is_worker(child)]


def is_worker(child: psutil.Process) -> bool:
    return child.status() == psutil.STATUS_ZOMBIE or "tui.library.worker" in " ".join(child.cmdline())


async def begun(analyst: Analyst, article: Article) -> asyncio.Task[Analysis]:
    """A request that is being worked on."""
    told: list[float] = []
    request = asyncio.create_task(analyst.analysis_of(article, told.append))
    await until(lambda: bool(told))
    return request


async def until(condition: Callable[[], bool], seconds: float = HANGS) -> None:
    patience = Patience(seconds)
    while not condition():
        assert not patience.ends, "it did not happen in time"
        await asyncio.sleep(0.01)


async def test_an_article_becomes_an_analysis(analyst: Analyst, write_article: Write) -> None:
    article = write_article("The BBC and the IMF met.")
    analysis = await analyst.analysis_of(article)
    assert analysis.digest == article.digest
    assert [entity.name for entity in analysis.entities] == ["BBC", "IMF"]


async def test_what_was_analysed_is_known_without_a_worker(
    analyst: Analyst, index: Index, write_article: Write
) -> None:
    article = write_article("The BBC.")
    assert analyst.cached(article) is None
    analysis = await analyst.analysis_of(article)
    await until(lambda: analyst.cached(article) is not None)
    assert Analyst(index).cached(article) == analysis
    assert await Analyst(index, ("/no/such/program",)).analysis_of(article) == analysis


@pytest.mark.parametrize("body", [b"", b"{}", b"\xff\x00", b'{"version": 1}'])
async def test_a_damaged_cache_is_a_miss(analyst: Analyst, index: Index, write_article: Write, body: bytes) -> None:
    article = write_article("The BBC.")
    analysis = await analyst.analysis_of(article)
    await until(lambda: analyst.cached(article) is not None)
    index.keep(article, analysis, fingerprint(), body)
    assert analyst.cached(article) is None
    assert await analyst.analysis_of(article) == analysis


async def test_an_analysis_of_another_article_is_a_miss(analyst: Analyst, index: Index, write_article: Write) -> None:
    first, second = write_article("The BBC."), write_article("The IMF.")
    analysis = await analyst.analysis_of(first)
    await until(lambda: analyst.cached(first) is not None)
    body = index.analysis(first.digest, fingerprint())
    assert body is not None
    index.keep(second, analysis, fingerprint(), body)
    assert analyst.cached(second) is None


async def test_an_analysis_that_raises_fails_and_the_next_works(analyst: Analyst, write_article: Write) -> None:
    pids = worker_pids()
    with pytest.raises(AnalysisFailed, match="no such luck"):
        await analyst.analysis_of(write_article("raise", title="Unlucky"))
    assert await analyst.analysis_of(write_article("The BBC."))
    assert worker_pids() == pids


async def test_a_worker_that_dies_fails_and_the_next_works(analyst: Analyst, write_article: Write) -> None:
    with pytest.raises(AnalysisFailed, match="“Deadly” stopped"):
        await analyst.analysis_of(write_article("die", title="Deadly"))
    assert await analyst.analysis_of(write_article("The BBC."))


async def test_a_worker_killed_from_outside_is_replaced(analyst: Analyst, write_article: Write) -> None:
    request = await begun(analyst, write_article("wait 3600"))
    (pid,) = worker_pids()
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(AnalysisFailed):
        await request
    assert await analyst.analysis_of(write_article("The BBC."))
    assert pid not in worker_pids()


async def test_a_worker_killed_while_idle_is_replaced(analyst: Analyst, write_article: Write) -> None:
    await analyst.analysis_of(write_article("The BBC."))
    (pid,) = worker_pids()
    os.kill(pid, signal.SIGKILL)
    with suppress(AnalysisFailed):  # it may be asked before the system has buried it
        await analyst.analysis_of(write_article("The IMF."))
    assert await analyst.analysis_of(write_article("The ECB."))


async def test_a_worker_that_cannot_start_is_one_sentence(write_article: Write) -> None:
    with pytest.raises(AnalysisFailed, match="cannot be started"):
        await Analyst(None, ("/no/such/program",)).analysis_of(write_article("The BBC."))


async def test_what_takes_too_long_is_given_up_with_the_names(
    index: Index, hurried_worker: tuple[str, ...], write_article: Write
) -> None:
    analyst = Analyst(index, hurried_worker)
    with pytest.raises(GaveUp, match="“Endless” gave up after 0 s: R tries again") as first:
        await analyst.analysis_of(write_article("spin BBC", title="Endless"))
    (pid,) = worker_pids()
    with pytest.raises(GaveUp) as second:  # not kept: it is tried again
        await analyst.analysis_of(write_article("spin late", title="Endless"))
    assert await analyst.analysis_of(write_article("The BBC."))
    assert worker_pids() == [pid]
    analyst.close()
    assert first.value.named is not None
    assert [entity.name for entity in first.value.named.entities] == ["BBC"]
    assert second.value.named is None


async def test_a_worker_that_hears_nothing_any_more_is_ended_and_begun_anew(
    index: Index, hurried_worker: tuple[str, ...], write_article: Write
) -> None:
    analyst = Analyst(index, hurried_worker)
    with pytest.raises(GaveUp, match="“Deaf” gave up after 70 s: R tries again"):
        await analyst.analysis_of(write_article("hang", title="Deaf"))
    assert await analyst.analysis_of(write_article("The BBC."))
    analyst.close()


async def test_what_the_analysis_prints_does_not_disturb_the_answer(analyst: Analyst, write_article: Write) -> None:
    analysis = await analyst.analysis_of(write_article("print the BBC"))
    assert [entity.name for entity in analysis.entities] == ["BBC"]


async def test_progress_is_told_and_grows(analyst: Analyst, write_article: Write) -> None:
    told: list[float] = []
    await analyst.analysis_of(write_article("wait 0.5"), told.append)
    assert 2 <= len(told) <= 6
    assert told == sorted(told)
    assert all(0 <= done <= 1 for done in told)


async def test_the_article_asked_for_last_comes_first(analyst: Analyst, write_article: Write) -> None:
    done: list[str] = []

    async def ask(text: str) -> None:
        await analyst.analysis_of(write_article(text))
        done.append(text)

    requests = []
    for text in ("wait 0.4", "second", "third"):
        requests.append(asyncio.create_task(ask(text)))
        await asyncio.sleep(0)  # it asks
    await asyncio.gather(*requests)
    assert done == ["wait 0.4", "third", "second"]


async def test_two_requests_for_one_article_share_the_work(analyst: Analyst, write_article: Write) -> None:
    article = write_article("wait 0.3 BBC")
    first, second = await asyncio.gather(analyst.analysis_of(article), analyst.analysis_of(article))
    assert first is second


async def test_a_cancelled_long_analysis_is_stopped(analyst: Analyst, write_article: Write) -> None:
    request = await begun(analyst, write_article("wait 3600"))
    (pid,) = worker_pids()
    request.cancel()
    with pytest.raises(asyncio.CancelledError):
        await request
    assert await asyncio.wait_for(analyst.analysis_of(write_article("The BBC.")), 120)
    assert pid not in worker_pids()


async def test_a_cancelled_short_analysis_is_kept_for_next_time(
    analyst: Analyst, write_article: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.analyst.GRACE_SECONDS", 60)  # it is short on a busy machine too
    article = write_article("wait 0.1 BBC")
    await analyst.analysis_of(write_article("The IMF."))  # the worker is ready
    request = asyncio.create_task(analyst.analysis_of(article))
    await asyncio.sleep(0)  # it asks
    request.cancel()
    await until(lambda: analyst.cached(article) is not None)


async def test_a_cancelled_request_that_waits_is_never_begun(analyst: Analyst, write_article: Write) -> None:
    waiting = write_article("wait 20 BBC")
    first = asyncio.create_task(analyst.analysis_of(write_article("wait 0.3")))
    await asyncio.sleep(0)  # it asks
    second = asyncio.create_task(analyst.analysis_of(waiting))
    await asyncio.sleep(0)
    second.cancel()
    await first
    assert await asyncio.wait_for(analyst.analysis_of(write_article("The BBC.")), 120)
    assert analyst.cached(waiting) is None


async def test_one_of_two_that_wait_may_leave(analyst: Analyst, write_article: Write) -> None:
    article = write_article("wait 0.8 BBC")
    leaves = asyncio.create_task(analyst.analysis_of(article))
    stays = asyncio.create_task(analyst.analysis_of(article))
    await until(lambda: bool(worker_pids()))
    leaves.cancel()
    assert (await stays).entities[0].name == "BBC"


async def test_closing_is_quick_and_leaves_no_process(
    index: Index, obeying_worker: tuple[str, ...], write_article: Write
) -> None:
    analyst = Analyst(index, obeying_worker)
    request = await begun(analyst, write_article("wait 3600"))
    analyst.close()
    assert not worker_pids()
    with pytest.raises(AnalysisFailed):
        await request
    with pytest.raises(AnalysisFailed):
        await asyncio.wait_for(analyst.analysis_of(write_article("too late")), 120)


async def test_the_worker_ends_when_its_reader_is_gone(
    index: Index, obeying_worker: tuple[str, ...], write_article: Write
) -> None:
    analyst = Analyst(index, obeying_worker)
    request = await begun(analyst, write_article("wait 3600"))
    worker = analyst._worker
    assert worker is not None
    assert worker._process.stdin is not None
    worker._process.stdin.close()  # what the system does when the reader is killed
    await until(lambda: not worker.alive)
    with pytest.raises(AnalysisFailed):
        await request


async def test_keys_are_not_held_up_while_a_long_analysis_runs(analyst: Analyst, write_article: Write) -> None:
    gc.collect()
    gc.freeze()  # what the tests before left behind is not looked through while a key waits
    request = asyncio.create_task(analyst.analysis_of(write_article("wait 0.5 " + "BBC " * 5000)))
    longest = 0.0
    while not request.done():
        began = time.thread_time()  # what a key would have to wait for
        await asyncio.sleep(0.005)
        longest = max(longest, time.thread_time() - began)
    gc.unfreeze()
    assert len((await request).entities) == 5000
    assert longest < 0.25


async def test_a_folder_called_tui_beside_the_articles_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write_article: Write
) -> None:
    trap = tmp_path / "tui"
    trap.mkdir()
    (trap / "__init__.py").write_text("raise SystemExit('hijacked')")
    monkeypatch.chdir(tmp_path)
    analyst = Analyst(None)
    analyst.start()
    try:
        assert await analyst.analysis_of(write_article("The BBC."))
        assert "hijacked" not in (Path(os.environ["DATELINE_HOME"]) / "cache" / "worker.log").read_text()
    finally:
        analyst.close()


async def test_it_works_inside_a_running_textual_app(
    index: Index, obeying_worker: tuple[str, ...], write_article: Write
) -> None:
    """Textual puts other objects in the place of the standard streams; workers must start all the same."""
    from textual.app import App

    analyst = Analyst(index, obeying_worker)
    analyst.start()
    found: list[str] = []

    class Reader(App[None]):
        async def on_mount(self) -> None:
            with suppress(AnalysisFailed):
                await analyst.analysis_of(write_article("die"))  # so that another one starts in here
            analysis = await analyst.analysis_of(write_article("The BBC met."))
            found.extend(entity.name for entity in analysis.entities)
            self.exit()

    await asyncio.wait_for(Reader().run_async(headless=True), 120)
    analyst.close()
    assert found == ["BBC"]


def test_two_long_analyses_leave_the_program_as_it_was() -> None:
    interval, collecting, frozen = sys.getswitchinterval(), gc.isenabled(), gc.get_freeze_count()
    begun, end = threading.Event(), threading.Event()

    def first() -> None:
        with beside_the_keys():
            begun.set()
            end.wait(120)

    def second() -> None:
        begun.wait(120)
        threading.Timer(0.1, end.set).start()
        with beside_the_keys():
            assert not gc.isenabled()

    threads = [threading.Thread(target=work) for work in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (sys.getswitchinterval(), gc.isenabled(), gc.get_freeze_count()) == (interval, collecting, frozen)
