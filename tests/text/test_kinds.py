"""What a file is told by its first bytes, and by its name where these could be anything."""

import pytest

from tui.text.kinds import BIG_PAGE, Kind, kind_of

SENT = b"From: Ada <a@example.org>\nSubject: x\nMessage-ID: <1@x>\n\nwords"


@pytest.mark.parametrize(
    ("head", "suffix", "kind"),
    [
        (b"%PDF-1.7", ".bin", Kind.PDF),
        (b"junk\n%PDF-1.7", ".pdf", Kind.PDF),
        (b"junk\n%PDF-1.7", ".txt", Kind.TEXT),
        (b"PK\x03\x04", ".docx", Kind.ZIP),
        (SENT, "", Kind.MAIL),
        (SENT, ".txt", Kind.TEXT),
        (b"Subject: x\n\nwords", ".eml", Kind.MAIL),
        (b"From: the council\nTo: the mayor\n\nA letter in an article.", "", Kind.TEXT),
        (b"From ada Tue May 14\n" + SENT, "", Kind.MAILBOX),
        (b"From here on, it rained.\nAnd more.", "", Kind.TEXT),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; type=x\n\n", ".mht", Kind.SAVED),
        (b"Snapshot-Content-Location: https://x\nMIME-Version: 1.0\n\n", "", Kind.SAVED),
        (b"<?xml version='1.0'?><!-- <html> --><rss version='2.0'>", ".xml", Kind.FEED),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]>\n<rss>", "", Kind.FEED),
        ("<feed xmlns='x'>".encode("utf-16"), ".xml", Kind.FEED),
        (b"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", "", Kind.FEED),
        (b"<rss>", ".md", Kind.TEXT),
        (b"<html>", ".html", Kind.TEXT),
        (b"[InternetShortcut]", "", Kind.SHORTCUT),
        (b"", "", Kind.TEXT),
    ],
)
def test_kinds(head: bytes, suffix: str, kind: Kind) -> None:
    assert kind_of(head, suffix, len(head)) is kind


def test_a_big_page_is_read_apart() -> None:
    assert kind_of(b"<!DOCTYPE html><html>", "", BIG_PAGE + 1) is Kind.PAGE
    assert kind_of(b"words", ".txt", BIG_PAGE + 1) is Kind.TEXT
