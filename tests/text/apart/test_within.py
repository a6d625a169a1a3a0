"""Articles of one file are read in one go, and what ends the process that reads costs one of them."""

import sys
from pathlib import Path

import pytest

from tui.errors import UnreadableArticle
from tui.text.apart import within
from tui.text.article import Article
from tui.text.read import articles_of, open_file

LETTER = (
    "From ada Tue May 14\nFrom: Ada King <a@x.org>\nSubject: Letter {0}\nMessage-ID: <{0}@x>\n\nIt was number{0}.\n\n"
)


@pytest.fixture
def mailbox(tmp_path: Path) -> Path:
    path = tmp_path / "post.mbox"
    path.write_text("".join(map(LETTER.format, range(5))))
    return path


def names_in(path: Path) -> list[str]:
    return [part.source.rpartition("/")[2] for part in open_file(path).parts]


def test_each_is_what_it_is_by_itself(mailbox: Path) -> None:
    names = names_in(mailbox)
    found = dict(articles_of(mailbox, [*names, "00000000"]))
    assert found == {name: open_file(mailbox / name).article for name in names}


def test_the_one_that_ends_the_process_is_left_out(mailbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = names_in(mailbox)
    code = (
        "import sys, os; sys.path.insert(0, sys.argv.pop(1)); from tui.text.apart import worker\n"
        "made = worker._made\ndef made_or_not(name, *about):\n"
        f"  if name.endswith({names[2]!r}): os.kill(os.getpid(), 9)\n"
        "  return made(name, *about)\nworker._made = made_or_not; worker.main()"
    )
    monkeypatch.setattr(within, "COMMAND", (sys.executable, "-c", code, "."))
    found = dict(articles_of(mailbox, names))
    assert found.keys() == set(names)
    assert [isinstance(found[name], Article) for name in names] == [True, True, False, True, True]
    assert "takes more time or memory than an article may" in str(found[names[2]])


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.rss"
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "x" * 50}">' for n in range(9))
    path.write_text(f"<!DOCTYPE rss [{entities}]><rss><channel><item><title>&a8;</title></item></channel></rss>")
    with pytest.raises(UnreadableArticle, match=r"a\.rss"):
        list(articles_of(path, ["00000000"]))
