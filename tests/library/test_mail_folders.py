"""A mail folder is a path like others: each file in it is a letter, whatever it is called."""

from datetime import date
from pathlib import Path

from tui.library.glance import glance
from tui.library.walk import articles_under
from tui.text.read import read_article

LETTER = (
    b"Return-Path: <ada@example.org>\nFrom: Ada Lund <ada@example.org>\nTo: bo@example.org\n"
    b"Subject: =?utf-8?q?Stra=C3=9Fe_closed?=\nDate: Tue, 03 Mar 2026 10:00:00 +0000\nMessage-ID: <1@example.org>\n\n"
    b"The road to the harbour is closed. Ferries run.\n"
)


def a_mail_folder(at: Path) -> Path:
    for part in ("cur", "new", "tmp"):
        (at / part).mkdir(parents=True)
    (at / "cur" / "1772532000.M1P2.host:2,S").write_bytes(LETTER)
    (at / "new" / "1772532001.M1P2.host").write_bytes(LETTER.replace(b"closed?=", b"open?="))
    (at / "tmp" / "1772532002.M1P2.host").write_bytes(LETTER)
    (at / "dovecot.index").write_bytes(b"\0\1")
    return at


def test_letters_are_found_and_read(tmp_path: Path) -> None:
    found = [Path(one.source) for one in articles_under([a_mail_folder(tmp_path / "Maildir")])]
    assert [path.parent.name for path in found] == ["cur", "new"]
    assert (glance(found[0]).title, glance(found[0]).published) == ("Straße closed", date(2026, 3, 3))
    article = read_article(found[1])
    assert (article.title, article.byline) == ("Straße open", "Ada Lund")
    assert article.text.startswith("The road")


def test_folders_that_are_only_called_so_are_as_others(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "binary").write_bytes(b"\0")
    (tmp_path / "new" / "one.txt").write_text("Words.")
    assert [Path(one.source).name for one in articles_under([tmp_path])] == ["one.txt"]
