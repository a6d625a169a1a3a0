"""Standard input is a file like others: any format, any encoding, and one sentence where there is nothing to read."""

import subprocess
import sys

import pytest

from tests.text.made.paper import lines, pdf
from tests.text.made.zipped import archive, docx, epub, odt

WORDS = "Angela Merkel met Emmanuel Macron in Berlin on 3 May 2019."
STORY = f"{WORDS} They talked about the old bridge, which had been closed for a long time by then.\n" * 3
PAGE = "".join(f"<p>{STORY}</p>" for _ in range(3))
PAPER = "Angela Merkel met Emmanuel Macron in Berlin\non 3 May 2019. They talked about the bridge."
LETTER = (
    f"From: Ada <ada@example.org>\nSubject: News\nMIME-Version: 1.0\nDate: Fri, 10 May 2019 10:00:00 +0000\n\n{STORY}"
)
FEED = "<rss><channel><title>News</title>{0}{0}</channel></rss>".format(
    f"<item><title>One</title><description>{WORDS}</description></item>"
).replace("One", "Two", 1)


def dateline(*arguments: str, given: bytes) -> subprocess.CompletedProcess[str]:
    """The command with this on its standard input."""
    run = subprocess.run([sys.executable, "-m", "tui", *arguments], input=given, capture_output=True, timeout=120)
    return subprocess.CompletedProcess(run.args, run.returncode, run.stdout.decode(), run.stderr.decode())


@pytest.mark.parametrize(
    "given",
    [
        STORY.encode(),
        STORY.encode("utf-16"),
        f"---\ntitle: News\n---\n\n# News\n\n{STORY}".encode(),
        f"<html><head><title>News</title></head><body><article>{PAGE}</article></body></html>".encode(),
        epub([("News", PAGE)]),
        docx(f"<w:p><w:r><w:t>{STORY}</w:t></w:r></w:p>"),
        odt(f"<text:p>{STORY}</text:p>"),
        pdf([lines(PAPER)]),
        LETTER.encode(),
    ],
    ids=["text", "utf-16", "markdown", "page", "epub", "docx", "odt", "pdf", "letter"],
)
def test_every_command_takes_it(given: bytes) -> None:
    names = dateline("analyze", "-", given=given)
    assert (names.returncode, names.stderr) == (0, "")
    assert "Angela Merkel" in names.stdout
    days = dateline("timeline", "-", given=given)
    assert days.returncode == 0
    assert "2019" in days.stdout


def test_a_list_of_articles_is_read_one_by_one() -> None:
    run = dateline("analyze", "-", given=FEED.encode())
    assert run.returncode == 0
    assert run.stdout.count("==> -/") == run.stdout.count("Published: 2019-05-03") == 2


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (b"", "Standard input is empty; there is nothing to read in it."),
        (b" \n\t\n", "Standard input is empty; there is nothing to read in it."),
        (bytes(range(256)) * 40, "Standard input is not text; open a text, a book, a letter or a web page instead."),
        (b"\x89PNG\r\n\x1a\n\0\0", "Standard input is a picture; open a text, a book, a letter or a web page instead."),
        (
            archive({"a.bin": b"\0"}),
            "Standard input is a ZIP archive; unpack it and open what is in it, such as a.bin.",
        ),
        (b"%PDF-1.7 ...", "Standard input is a damaged PDF; get it once more."),
    ],
    ids=["empty", "blank", "binary", "picture", "archive", "damaged"],
)
@pytest.mark.parametrize("command", ["analyze", "timeline"])
def test_what_cannot_be_read_is_one_sentence_and_an_exit_status(command: str, given: bytes, sentence: str) -> None:
    run = dateline(command, "-", given=given)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.strip().removeprefix("dateline: ") == sentence


def test_a_list_of_addresses_is_not_cut_silently() -> None:
    run = dateline("add", "-", given=b"http://127.0.0.1:1/a\n" * 60_000)
    assert run.returncode == 1
    assert run.stdout == ""
    assert "longer than 1 MiB" in run.stderr
    assert "add its addresses in parts" in run.stderr
