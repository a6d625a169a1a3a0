"""Batches whose processes die or are stopped: nothing is lost, and only what is missing is done again."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from tui.cli.many.batch import analyse_batch
from tui.errors import ReaderError

LIMIT = 300  # seconds within which anything happens


# Processes that die


ROWS = [
    {"id": f"r{number}", "text": f"Anna Berg met Omar Haddad in Oslo on May {number % 28 + 1}, 2019. " * 40}
    for number in range(48)
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf-8")
    return path


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What an undisturbed run writes."""
    folder = tmp_path_factory.mktemp("whole")
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf-8")
    assert analyse_batch(source, target) == 0
    return target.read_bytes()


@contextmanager
def running(source: Path, target: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """The command itself, with its workers, in a process group of its own."""
    command = [sys.executable, "-m", "tui", "analyze", "--batch", str(source), str(target), *words]
    process = subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, process_group=0)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + LIMIT
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.005)


def lines_of(target: Path) -> int:
    return target.read_bytes().count(b"\n") if target.exists() else 0


def workers_of(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """The processes that can be killed; those of them that work come first."""
    found = psutil.Process(process.pid).children()
    return sorted((each for each in found if "tui.library.indexing.task" in each.cmdline()), key=lambda each: each.pid)


def test_killed_workers_cost_nothing(source: Path, whole: bytes, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    killed = set()
    with running(source, target) as process:
        for done in (0, 8, 16):
            until(lambda done=done: lines_of(target) > done)
            for worker in workers_of(process):
                worker.kill()
                killed.add(worker.pid)
                psutil.wait_procs([worker], timeout=LIMIT)
        _, errors = process.communicate(timeout=LIMIT)
    assert len(killed) >= 3
    lost = [json.loads(line)["id"] for line in target.read_bytes().splitlines() if b'"error"' in line]
    assert [line.split()[1] for line in errors.splitlines()] == lost  # killed twice: named
    assert process.returncode == (1 if lost else 0)
    assert len(lost) < len(killed)
    expected = [line for line in whole.splitlines() if json.loads(line)["id"] not in lost]
    assert [line for line in target.read_bytes().splitlines() if b'"error"' not in line] == expected


def test_an_article_whose_process_always_dies_costs_only_itself(source: Path, whole: bytes, tmp_path: Path) -> None:
    """A worker that meets the second article is killed as often as it does."""
    target = tmp_path / "out.jsonl"
    rows = [*ROWS[:3], {"id": "doomed", "text": "Anna Berg met Omar Haddad in Oslo in May 2019. " * 12_000}, *ROWS[3:6]]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    with running(source, target) as process:
        until(lambda: lines_of(target) == 3)
        seen = []
        while lines_of(target) == 3 and process.poll() is None:  # the long one holds the others up
            busy = [each for each in workers_of(process) if each.cpu_times().user > 3]  # no start takes that
            for worker in busy:
                worker.kill()
                psutil.wait_procs([worker], timeout=LIMIT)
                seen.append(worker.pid)
            time.sleep(0.01)
        _, errors = process.communicate(timeout=LIMIT)
    assert process.returncode == 1
    assert errors == "dateline: doomed could not be analysed (its process was ended by SIGKILL); its lists are empty.\n"
    answers = [json.loads(line) for line in target.read_bytes().splitlines()]
    assert [answer["id"] for answer in answers] == [row["id"] for row in rows]
    assert [answer["id"] for answer in answers if answer["timeline"] == []] == ["doomed"]
    assert len(seen) == 2


@pytest.mark.parametrize("torn", [0, 40], ids=["whole", "half a line"])
def test_a_killed_run_is_gone_on_with(source: Path, whole: bytes, tmp_path: Path, torn: int) -> None:
    target = tmp_path / "out.jsonl"
    with running(source, target) as process:
        until(lambda: lines_of(target) > 5)
        workers = workers_of(process)
        process.kill()
        process.wait(LIMIT)
        assert not psutil.wait_procs(workers, timeout=LIMIT)[1]  # none goes on by itself
    done = target.read_bytes()
    assert 5 < done.count(b"\n") < len(ROWS)
    if torn:
        done = done[: done.rindex(b"\n", 0, -1) + torn]
        target.write_bytes(done)
    kept, before = done[: done.rindex(b"\n") + 1], target.stat().st_ino
    with running(source, target, "--continue") as process:
        out, errors = process.communicate(timeout=LIMIT)
    assert (process.returncode, out, errors) == (0, "", "")
    assert target.read_bytes() == whole
    assert target.stat().st_ino == before  # nothing was done again, only added
    assert target.read_bytes().startswith(kept)


def test_ctrl_c_ends_at_once_and_keeps_what_is_done(source: Path, whole: bytes, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    with running(source, target) as process:
        until(lambda: lines_of(target) > 5)
        workers = workers_of(process)
        os.killpg(process.pid, signal.SIGINT)
        out, errors = process.communicate(timeout=LIMIT)
    assert (process.returncode, out, errors) == (130, "", "")
    assert not psutil.wait_procs(workers, timeout=LIMIT)[1]
    done = target.read_bytes()
    assert len(done) < len(whole)
    assert whole.startswith(done)


# Going on


def test_what_went_wrong_is_done_again(source: Path, whole: bytes, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    lines = whole.splitlines(keepends=True)
    bad = [
        json.dumps({"id": "r1", "entities": [], "times": [], "timeline": [], "quotes": [], "error": "x"}).encode()
        + b"\n"
    ]
    target.write_bytes(
        b"".join([lines[0], *bad, *lines[2:9], b'{"id": "r9", "enti\0\n', *lines[10:20], lines[20][:50]])
    )
    assert analyse_batch(source, target, resume=True) == 0
    written = target.read_bytes().splitlines(keepends=True)
    assert sorted(written) == sorted(lines)
    assert written == [*lines[:1], *lines[2:9], *lines[10:20], lines[1], lines[9], *lines[20:]]
    stamp = target.stat().st_mtime_ns
    assert analyse_batch(source, target, resume=True) == 0  # nothing is missing
    assert target.read_bytes() == b"".join(written)
    assert target.stat().st_mtime_ns == stamp


@pytest.mark.parametrize("content", ["A letter to my mother,\nwhich is all there is of it.\n", "no line end", "[1]\n"])
def test_what_is_not_ours_is_not_cut(source: Path, tmp_path: Path, content: str) -> None:
    target = tmp_path / "letter.txt"
    target.write_text(content)
    with pytest.raises(ReaderError, match=r"letter\.txt does not hold analyses"):
        analyse_batch(source, target, resume=True)
    assert target.read_text() == content


def test_analyses_of_other_articles_are_not_gone_on_with(source: Path, whole: bytes, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_bytes(whole.replace(b'"r7"', b'"s7"')[:-10])
    with pytest.raises(ReaderError, match="does not go with these articles"):
        analyse_batch(source, target, resume=True)
    assert target.read_bytes() == whole.replace(b'"r7"', b'"s7"')[:-10]


def test_a_file_is_not_read_and_written_at_once(source: Path) -> None:
    before = source.read_bytes()
    with pytest.raises(ReaderError, match="at the same time"):
        analyse_batch(source, source)
    assert source.read_bytes() == before


def test_an_input_without_articles_leaves_the_output_alone(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("precious\n")
    for name, content in (("empty", ""), ("white", " \n\t\n"), ("broken", "{\n"), ("folder", None)):
        source = tmp_path / name
        if content is None:
            source.mkdir()
        else:
            source.write_text(content)
        with pytest.raises(ReaderError, match=name):
            analyse_batch(source, target)
        assert target.read_text() == "precious\n"
