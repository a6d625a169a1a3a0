"""Addresses become files of the library's folder that are read as they were meant."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pexpect
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.site import a_page
from tui.__main__ import main
from tui.library.sources import ledger
from tui.library.sources.adding import Added, added
from tui.library.sources.answer import Answer
from tui.library.sources.background import Fetching
from tui.library.sources.fetcher import Fetcher
from tui.library.sources.folder import articles_folder
from tui.library.sources.kept_files import name_of
from tui.library.sources.page import NotAnArticle, file_of
from tui.settings import settings_path
from tui.text.read import read_article, read_bytes


def add(fetcher: Fetcher, *addresses: str, again: bool = False) -> list[Added]:
    return list(added(addresses, articles_folder(), fetcher, again))


def test_a_page_becomes_a_file_named_by_day_and_title(site: Any, fetcher: Fetcher) -> None:
    site.pages.update({"/go": (302, b"", {"Location": "/news/1"}), "/news/1": a_page()})
    (one,) = add(fetcher, site.at("/go"))
    assert one.trouble == ""
    assert one.file == articles_folder() / "2026-03-04 Harbour reopens.html"
    assert oct(one.file.stat().st_mode & 0o777) == "0o600"
    article = read_article(one.file)
    assert article.url == site.at("/news/1")
    assert {mark.target for mark in article.marks} == {site.at("/port")}
    known = ledger.about(one.file)
    assert known is not None
    assert (known.address, known.final) == (site.at("/go"), site.at("/news/1"))
    assert known.at.endswith("+00:00")


def test_the_same_address_is_not_fetched_twice(site: Any, fetcher: Fetcher) -> None:
    site.pages["/a?utm_source=x"] = site.pages["/a"] = a_page()
    (one,) = add(fetcher, site.at("/a"))
    (two,) = add(fetcher, site.at("/a?utm_source=x"))
    assert (two.there, two.file) == (True, one.file)
    assert site.paths == ["/a"]
    site.pages["/a"] = a_page("Harbour closes")
    (three,) = add(fetcher, site.at("/a"), again=True)
    assert three.file == one.file
    assert three.file is not None
    assert read_article(three.file).title == "Harbour closes"
    three.file.unlink()
    (four,) = add(fetcher, site.at("/a"))
    assert not four.there
    assert four.file is not None


def test_two_of_one_title_have_two_names(site: Any, fetcher: Fetcher) -> None:
    site.pages.update({"/a": a_page(), "/b": a_page()})
    names = [one.file.name for one in add(fetcher, site.at("/a"), site.at("/b")) if one.file]
    assert names == ["2026-03-04 Harbour reopens.html", "2026-03-04 Harbour reopens 2.html"]


def test_one_that_fails_does_not_cost_the_others(site: Any, fetcher: Fetcher) -> None:
    def cut(handler: Any) -> None:
        handler.send(200, a_page()[:600], {"Content-Length": "9000"})
        handler.close_connection = True

    site.pages.update(
        {
            "/a": a_page(),
            "/picture": (200, b"\x89PNG\r\n\x1a\n" + bytes(100), {"Content-Type": "image/png"}),
            "/empty": (200, b"<html><body></body></html>"),
            "/cut": cut,
            "/feed": b"<rss><channel><item><title>x</title></item></channel></rss>",
        }
    )
    addresses = [site.at(f"/{name}") for name in ("picture", "none", "empty", "cut", "feed", "a")]
    found = add(fetcher, *addresses)
    assert [one.address for one in found] == addresses
    words = ("and no article", "has no such page", "holds no text", "broke off amid", "feeds add")
    for one, expected in zip(found, words, strict=False):
        assert expected in one.trouble
        assert one.file is None
    assert found[-1].file is not None
    assert len(list(articles_folder().glob("*.html"))) == 1


LETTERS = "Die Straße nach Łódź – „Søren“ fährt über Žilina. " * 3


@pytest.mark.parametrize(
    ("charset", "said", "meta"),
    [
        ("utf-8", "text/html; charset=iso-8859-1", "utf-8"),  # the site is wrong
        ("utf-8", "text/html; charset=iso-8859-1", "iso-8859-1"),  # both are
        ("utf-8", "text/html", "gbk"),
        ("cp1250", "text/html; charset=windows-1250", "utf-8"),  # the page is wrong
        ("iso-8859-2", "text/html; charset=utf-8", "iso-8859-2"),  # the site is wrong
        ("utf-16", "text/html", "utf-16"),
        ("utf-8", "text/html; charset=nonsense-9", "utf-8"),
    ],
)
def test_letters_are_read_as_they_were_meant(charset: str, said: str, meta: str) -> None:
    words = LETTERS if charset != "iso-8859-2" else LETTERS.replace("–", "-").replace("„", '"').replace("“", '"')
    words = words if charset.startswith("utf") else words.replace("ø", "ö")
    data = a_page("Straße", words).decode().replace('charset="utf-8"', f'charset="{meta}"').encode(charset)
    suffix, kept = file_of(Answer("https://example.org/a", 200, data, {"content-type": said}))
    article = read_bytes(kept, "/x", suffix)
    assert words.split(".")[0] in article.text
    assert article.title == "Straße"


@pytest.mark.parametrize(
    ("data", "said", "address", "suffix"),
    [
        (b"%PDF-1.7 ...", "application/octet-stream", "https://example.org/get?id=1", ".pdf"),
        (b"PK\x03\x04....", "application/epub+zip", "https://example.org/get", ".epub"),
        (b"PK\x03\x04....", "application/octet-stream", "https://example.org/a.docx", ".docx"),
        (b"Some words.\n", "text/plain", "https://example.org/a", ".txt"),
        (b"# Some words\n", "text/plain", "https://example.org/a.md", ".md"),
        (b"<p>Some words", "text/html", "https://example.org/a.txt", ".html"),
        (b"<!doctype html><p>Words", "", "https://example.org/a", ".html"),
    ],
)
def test_what_comes_is_known_by_what_it_is(data: bytes, said: str, address: str, suffix: str) -> None:
    assert file_of(Answer(address, 200, data, {"content-type": said}))[0] == suffix


def test_a_feed_and_a_picture_are_no_articles() -> None:
    with pytest.raises(NotAnArticle) as caught:
        file_of(Answer("https://example.org/", 200, b'<feed xmlns="http://www.w3.org/2005/Atom"/>', {}))
    assert caught.value.feed
    with pytest.raises(NotAnArticle, match="no article"):
        file_of(Answer("https://example.org/", 200, b"{}", {"content-type": "application/json"}))


def test_a_torn_line_of_the_ledger_costs_itself_only(tmp_path: Path) -> None:
    ledger.note(tmp_path, [ledger.Fetched("a.html", "https://example.org/a")])
    with (tmp_path / ledger.FILE).open("ab") as file:
        file.write(b'{"file": "b.ht')
    ledger.note(tmp_path, [ledger.Fetched("c.html", "https://example.org/c")])
    assert [one.file for one in ledger.entries(tmp_path)] == ["a.html", "c.html"]
    assert ledger.about(tmp_path / "c.html") == ledger.Fetched("c.html", "https://example.org/c")


def test_the_command_tells_where_it_lies(site: Any, capsys: pytest.CaptureFixture[str]) -> None:
    site.pages["/a"] = a_page()
    assert main(["add", site.at("/a"), site.at("/none")]) == 1
    printed = capsys.readouterr()
    assert printed.out == f"{articles_folder() / '2026-03-04 Harbour reopens.html'}\n"
    assert "“Harbour reopens” is in the library." in printed.err
    assert "has no such page (404)" in printed.err
    assert main(["add", "notes.txt x"]) == 1
    assert main(["add", "file:///etc/passwd"]) == 1
    assert "dateline FILE opens it" in capsys.readouterr().err


def test_a_reader_for_others_fetches_nothing(site: Any, capsys: pytest.CaptureFixture[str]) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text("restricted = true\n")
    assert main(["add", site.at("/a")]) == 1
    assert "switched off" in capsys.readouterr().err
    assert site.asked == []


def test_a_process_apart_fetches_and_tells(site: Any) -> None:
    site.pages["/a"] = a_page()
    command = [sys.executable, "-m", "tui.library.sources.process"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"add": [site.at("/a"), site.at("/none")]}).encode() + b"\n")
        process.stdin.flush()
        said = [json.loads(line) for line in process.stdout]
    assert [one["stage"] for one in said] == ["added", "added", "end"]
    assert said[0]["title"] == "Harbour reopens"
    assert Path(said[0]["file"]).exists()
    assert "no such page" in said[1]["trouble"]


def test_where_nothing_is_there_to_fetch_with_it_is_said(site: Any, tmp_path: Path) -> None:
    code = "import sys; sys.modules['urllib3'] = None; from {} import main; sys.exit(main({}))"
    command = [sys.executable, "-c", code.format("tui.library.sources.process", "")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"add": [site.at("/a")]}).encode() + b"\n")
        process.stdin.flush()
        said = [json.loads(line) for line in process.stdout]
    assert "pip install 'dateline[html]'" in said[0]["sentence"]
    (tmp_path / "urls").write_text("https://a.example/rss\n")
    for words in (["add", site.at("/a")], ["feeds", "update"], ["import", str(tmp_path / "urls")]):
        command = [sys.executable, "-c", code.format("tui.__main__", words)]
        run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert run.returncode == 1
        assert "pip install 'dateline[html]'" in run.stderr
        assert "Traceback" not in run.stderr


def test_a_process_that_dies_is_told(site: Any) -> None:
    import threading

    asked, ended = threading.Event(), threading.Event()
    heard: list[dict[str, Any]] = []

    def waits(handler: Any) -> None:
        asked.set()
        ended.wait(120)

    def hear(said: dict[str, Any]) -> None:
        heard.append(said)
        if said["stage"] == "end":
            ended.set()

    site.pages["/a"] = waits
    fetching = Fetching({"add": [site.at("/a")]}, hear)
    assert asked.wait(120)
    fetching.close()
    assert ended.wait(120)
    assert [one["stage"] for one in heard] == ["trouble", "end"]


def test_a_password_is_kept_nowhere(site: Any, fetcher: Fetcher) -> None:
    site.pages["/a"] = a_page()
    (one,) = add(fetcher, site.at("/a").replace("http://", "http://ann:secret@"))
    assert one.trouble == ""
    assert site.asked[0].headers["authorization"].startswith("Basic ")
    for file in articles_folder().iterdir():
        assert b"secret" not in file.read_bytes()


def test_a_session_that_was_killed_before_it_could_say_so_leaves_no_second_file(site: Any, fetcher: Fetcher) -> None:
    site.pages["/a"] = a_page()
    (one,) = add(fetcher, site.at("/a"))
    (articles_folder() / ledger.FILE).unlink()
    (two,) = add(fetcher, site.at("/a"))
    assert two.file == one.file
    assert len(list(articles_folder().glob("*.html"))) == 1


def test_what_came_is_read_at_once(site: Any) -> None:
    site.pages["/a"] = a_page()
    with pexpect.spawn(sys.executable, ["-m", "tui", "add", "--read", site.at("/a")], encoding="utf-8") as child:
        child.setwinsize(24, 80)
        child.expect("Harbour reopens.*day 3 of the strike", timeout=120)
        child.close(force=True)


@given(st.text(max_size=400), st.sampled_from(["", "x" * 300, "日" * 200, "\ud800", "..", "/etc", "\0"]))
def test_any_title_makes_a_name_that_any_disk_takes(title: str, more: str) -> None:
    for day in (None, date(2026, 3, 4)):
        name = name_of(title + more, day)
        assert 0 < len(name.encode()) <= 140
        assert not set(name) & set('/\0\n\\:*?"<>|')
        assert not name.startswith((".", "-", " "))
