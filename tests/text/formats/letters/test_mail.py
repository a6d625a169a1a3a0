"""Letters, mailboxes and saved pages become articles, whatever their programs did to them."""

from datetime import date
from email.message import EmailMessage

import pytest

from tests.text.formats.opening import article_in, blocks_of, marked_words, open_here
from tui.errors import UnreadableArticle
from tui.text.article import BlockKind, Furniture

HEAD = "From: =?utf-8?q?Zo=C3=AB_Lund?= <zoe@example.org>\nMIME-Version: 1.0\nDate: Tue, 14 May 2024 23:30:00 -0700\n"


def newsletter() -> EmailMessage:
    """A letter as newsletters are: plain and as a page, with a file."""
    letter = EmailMessage()
    letter["From"] = '"The Bridge Letter" <news@example.org>'
    letter["Subject"] = "The old bridge – für immer zu"
    letter["Date"] = "Tue, 14 May 2024 10:00:00 +0200"
    letter["Message-ID"] = "<1@example.org>"
    letter["List-Id"] = "The Bridge Letter <bridge.example.org>"
    letter["Archived-At"] = "<https://example.org/letters/1>"
    letter.set_content("Plain words only.")
    page = (
        "<div style='display:none'>Preview</div><table><tr><td><p>View this email in your browser</p></td></tr>"
        "<tr><td><h1>Closed</h1><p>The council <b>voted</b> to close the old bridge. It was "
        "<a href='https://example.org/b'>built</a> in 1911 and has carried cars since 1923, 4,000 a day.</p></td></tr>"
        "<tr><td>You are receiving this because you asked for it. Unsubscribe</td></tr></table>"
    )
    letter.add_alternative(page, subtype="html")
    letter.add_attachment(b"x", maintype="image", subtype="png", filename="map.png")
    return letter


def test_a_newsletter_is_an_article() -> None:
    article = article_in(newsletter().as_bytes(), "letter.eml")
    assert (article.title, article.byline) == ("The old bridge – für immer zu", "The Bridge Letter")
    assert (article.publisher, article.url) == ("The Bridge Letter", "https://example.org/letters/1")
    assert article.published.day == date(2024, 5, 14)
    own = [block for block in article.blocks if block.furniture is None]
    assert article.text[own[0].span.start : own[0].span.end] == "Closed"
    assert len(own) == 2
    assert {block.furniture for block in article.blocks if block not in own} == {Furniture.INTERFACE}
    assert "Preview" not in article.text
    assert ("link", "built", "https://example.org/b") in marked_words(article)
    assert article.notices == ("With the letter came what is not shown here: map.png.",)


def test_a_plain_letter_in_any_encoding() -> None:
    for charset in ("utf-8", "iso-8859-1", "koi8-r", "no-such-charset"):
        words = "Мост закрыт." if charset == "koi8-r" else "Die Brücke war zu."
        body = words.encode("utf-8" if charset == "no-such-charset" else charset)
        head = f"{HEAD}Subject: =?utf-8?b?QnLDvGNrZQ==?=\nContent-Type: text/plain; charset={charset}\n\n".encode()
        article = article_in(head + body, "a.eml")
        assert (article.title, article.byline, article.text) == ("Brücke", "Zoë Lund", words)
        assert article.published.day == date(2024, 5, 14)  # by the sender's own clock


def test_lines_that_a_program_broke_are_joined() -> None:
    head = f"{HEAD}Subject: x\nContent-Type: text/plain; format=flowed\n\n"
    article = article_in((head + "One line \nthat goes on.\nAnother.\n").encode(), "a.eml")
    assert [words for *_, words in blocks_of(article)] == ["One line that goes on.", "Another."]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (HEAD.encode() + b"Content-Type: application/pkcs7-mime\n\nxxxx", "is encrypted"),
        (HEAD.encode() + b"\n", "a.eml holds no text"),
        (HEAD.encode() + b"Content-Type: image/png\n\nxxxx", "a.eml holds no text"),
    ],
)
def test_letters_without_words_are_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableArticle, match=words):
        open_here(data, "a.eml")


def test_fields_that_are_broken_do_no_harm() -> None:
    head = b"From: =?no?b?!!?=\nSubject: =?utf-8?b?/////?= \x1b[2J\nDate: the day before\nMIME-Version: 1.0\n"
    article = article_in(head + b"Content-Type: multipart/mixed\n\nThe words are here.", "a.eml")
    assert article.text == "The words are here."
    assert "\x1b" not in article.title


def mailbox(*subjects: str) -> bytes:
    letters = (
        f"From ada@example.org Tue May 14 10:00:00 2024\nFrom: Ada Lund <ada@example.org>\nSubject: {subject}\n"
        f"Date: Tue, {day} May 2024 10:00:00 +0000\nMessage-ID: <{day}@example.org>\n\n"
        f"About {subject}.\n>From here on.\n"
        for day, subject in enumerate(subjects, 14)
    )
    return "\n".join(letters).encode()


def test_a_mailbox_is_a_list_with_the_latest_letter_first() -> None:
    opened = open_here(mailbox("one", "two"), "news.mbox")
    assert opened.article is None
    assert [(part.title, part.byline, part.published) for part in opened.parts] == [
        ("two", "Ada Lund", date(2024, 5, 15)),
        ("one", "Ada Lund", date(2024, 5, 14)),
    ]
    name = opened.parts[0].source.removeprefix("/news/news.mbox/")
    article = article_in(mailbox("zero", "two"), "news.mbox", name)
    assert article.text.startswith("About two.")
    assert "From here on." in article.text
    assert ">From" not in article.text


def test_a_mailbox_of_one_letter_is_the_letter_and_an_empty_one_is_said() -> None:
    assert article_in(mailbox("one"), "inbox").title == "one"
    with pytest.raises(UnreadableArticle, match="holds no letters"):
        open_here(b"From x y z\nnothing", "a.mbox")
    with pytest.raises(UnreadableArticle, match="holds no letter “x”"):
        open_here(mailbox("one", "two"), "a.mbox", "x")


def test_letters_that_a_program_numbered_alike_are_all_there() -> None:
    first, *others = [letter.replace(b"<15@", b"<14@") for letter in mailbox("one", "two").split(b"\n\nFrom ada")]
    data = b"\n\nFrom ada".join((first, *others))
    opened = open_here(data + b"\n\nFrom ada" + others[0].replace(b"Subject", b"Received: again\nSubject"), "a.mbox")
    assert [part.title for part in opened.parts] == ["two", "one"]  # the second one came twice
    names = [part.source.removeprefix("/news/a.mbox/") for part in opened.parts]
    assert [article_in(data, "a.mbox", name).title for name in names] == ["two", "one"]
    assert names[1] == open_here(mailbox("one", "three"), "a.mbox").parts[1].source.removeprefix("/news/a.mbox/")


PAGE = (
    "<html><head><title>Old Bridge</title></head><body><article><h1>Old Bridge</h1>{}</article></body></html>".format(
        "<p>The council voted on Tuesday to close the old bridge for good, after a long debate about the money.</p>" * 4
    )
)


def test_a_page_saved_as_one_file() -> None:
    data = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/bridge\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--x"\r\n\r\n----x\r\nContent-Type: text/css\r\n'
        "\r\np {}\r\n----x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"\r\n{PAGE.replace('=', '=3D')}\r\n----x--\r\n"
    )
    for name in ("page.mhtml", "page"):
        article = article_in(data.encode(), name)
        assert (article.title, article.url) == ("Old Bridge", "https://example.org/bridge")
        assert article.text.startswith("Old Bridge\n\nThe council voted")
    with pytest.raises(UnreadableArticle, match="holds no web page"):
        open_here(b"From: x\nMIME-Version: 1.0\nContent-Type: multipart/related\n\nwords", "a.mht")


def test_a_page_with_its_pictures_in_it() -> None:
    picture = "<img src=data:image/png;base64," + "A" * 6_000_000 + ">"
    comment = "<!--\n Page saved with SingleFile \n url: https://example.org/bridge \n saved date: Tue May 14 2024\n-->"
    article = article_in(f"{comment}{PAGE.replace('<article>', '<article>' + picture)}".encode(), "page.html")
    assert (article.title, article.url) == ("Old Bridge", "https://example.org/bridge")
    assert article.text.startswith("Old Bridge\n\nThe council voted")
    assert article.notices == ()


def test_a_line_that_goes_on_in_small_letters_is_joined() -> None:
    body = "The board met=20\nin Hull=\n on Monday.=20\n\nIt chose=20\nAna Brook.\n"
    head = f"{HEAD}Subject: Queue at Hull\nContent-Transfer-Encoding: quoted-printable\n\n"
    article = article_in(f"{head}{body}".encode(), "a.eml")
    assert article.text.startswith("The board met in Hull on Monday.")
    assert "It chose\nAna Brook." in article.text.replace(" \n", "\n")
    assert all(block.kind is not BlockKind.HEADING for block in article.blocks)
