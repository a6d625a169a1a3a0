"""The process that makes chronicles, asked from outside: the last question counts, and its end is told."""

import io
import queue
from datetime import date

import orjson
import pytest

from tui.cli.stories import process
from tui.library.chronicler import ENDED, Chronicle, Chronicler, _Asked

FRONT = "---\ntitle: {title}\ndate: {day}\n---\n\n{text}\n"
AGROUND = "The ferry Lindholm ran aground off Karlsberg on Monday with {} people hurt."


@pytest.fixture
def sources(tmp_path):
    paths = []
    for title, day, hurt in (("one", "2019-07-30", 12), ("two", "2019-07-31", 31)):
        path = tmp_path / f"{title}.md"
        path.write_text(FRONT.format(title=title, day=day, text=AGROUND.format(hurt)), "utf-8")
        paths.append(str(path))
    return paths


@pytest.fixture
def chronicler(tmp_path):
    chronicler = Chronicler(tmp_path / "index")
    yield chronicler
    chronicler.close()


def test_a_chronicle_and_how_it_stood(chronicler, sources):
    answers = queue.SimpleQueue()
    read = []
    chronicler.tell(sources, None, answers.put, read.append)
    whole = answers.get(timeout=120)
    assert isinstance(whole, Chronicle)
    assert read == [1, 2]
    assert [row.articles for row in whole.story.rows_of()] == [(0, 1)]
    chronicler.tell(sources, date(2019, 7, 30), answers.put)
    before = answers.get(timeout=120)
    assert [article.title for article in before.story.articles] == ["one"]
    assert [told[0][:2] for told in before.later.values()] == [("figure", "31 people")]


def test_what_is_read_so_far_comes_before_the_whole(tmp_path, sources, monkeypatch):
    monkeypatch.setattr(process, "FEW", 0)
    monkeypatch.setattr(process, "EACH", 0)
    said = io.BytesIO()
    process._Teller(None, said).answer({"tell": sources, "number": 1})
    lines = [orjson.loads(line) for line in said.getvalue().splitlines()]
    heard = []
    chronicler = Chronicler(None)
    chronicler._number, chronicler._asked = 1, _Asked(heard.append)
    for line in lines:
        chronicler._hear(line)
    assert [(one.whole, len(one.story.articles)) for one in heard] == [(False, 1), (False, 2), (True, 2)]
    assert [len(row.articles) for one in heard for row in one.story.rows_of()] == [1, 2, 2]
    assert [len(one.searched) for one in heard] == [len(one.story.rows) for one in heard]


def test_what_cannot_be_read_is_told(chronicler, sources):
    answers = queue.SimpleQueue()
    chronicler.tell([sources[0], "/nowhere/at all.md"], None, answers.put)
    told = answers.get(timeout=120)
    assert len(told.story.articles) == 1
    assert "at all.md" in told.troubles[0]


def test_the_last_question_counts(chronicler, sources):
    answers = queue.SimpleQueue()
    for _ in range(5):
        chronicler.tell(sources[:1], None, lambda answer: answers.put("an earlier one"))
    chronicler.tell(sources, None, answers.put)
    assert len(answers.get(timeout=120).story.articles) == 2
    assert answers.empty()


def test_that_it_has_ended_is_told_and_the_next_question_starts_another(tmp_path, sources):
    chronicler = Chronicler(tmp_path / "index", module="tui.cli.stories.none")
    answers = queue.SimpleQueue()
    chronicler.tell(sources, None, answers.put)
    assert answers.get(timeout=120) == ENDED
    chronicler._module = "tui.cli.stories.process"
    chronicler.tell(sources, None, answers.put)
    assert isinstance(answers.get(timeout=120), Chronicle)
    chronicler.close()


def test_without_a_thread_it_is_said(tmp_path, sources, monkeypatch):
    def refuse(thread):
        raise RuntimeError("can't start new thread")

    chronicler = Chronicler(tmp_path / "index")
    monkeypatch.setattr("threading.Thread.start", refuse)
    answers = queue.SimpleQueue()
    chronicler.tell(sources, None, answers.put)
    assert answers.get(timeout=120) == "No chronicle can be made (no thread is left)."
    chronicler.close()
