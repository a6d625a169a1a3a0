"""Articles with bytes changed, lost, doubled and mixed: read, analysed and drawn or refused in a sentence, in time.

DATELINE_CASES names a folder with more files to damage than the samples; `dateline` never sees them but here.
"""

import os
import random
from pathlib import Path

import pytest
from textual.geometry import Region

from tests.torture.bounded import at_most
from tests.torture.test_growth import OnlyText
from tui.analysis.codec import decode, encode
from tui.analysis.events.rows import rows_of
from tui.analysis.pipeline import analyse
from tui.cli.many.summary import summary_of
from tui.cli.many.trees import whole
from tui.errors import UnreadableArticle
from tui.paths import bundled
from tui.text.harmless import harmless
from tui.text.read import read_bytes
from tui.ui.terminal.harmless import UNDRAWABLE
from tui.ui.widgets.article.article_view import ArticleView

LONGEST = 12_000  # bytes of a file that is damaged
SECONDS = 20
SUFFIXES = (".md", ".txt", ".html", "")
TOKENS = (
    b"\0",
    b"\x1b]52;c;x\x07",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"\xf0\x9f\x91\xa9",
    b"\xcc\x81" * 9,
    b"---\n",
    b"```\n",
    b"| a | b |\n|---|---|\n",
    b"<table><tr><td>",
    b"<!--",
    b"</p>",
    b"<script>",
    b"&#x110000;",
    b"&#0;",
    b"> " * 9,
    b"- " * 9,
    b"[a](",
    b"![",
    b"[^1]: ",
    b"**",
    b"_",
    b"\r",
    b"\t" * 30,
    b" " * 300,
    b"\n" * 30,
    b"9" * 400,
    b"In 9999999999999 years ",
    b"on February 30, 0000 ",
    b"BC 10000 ",
    b"99/99/9999 ",
    b"T25:61:61Z ",
    b"from 2019 to 1919 ",
    b"By A. A. A. A.\n",
    b"(AP) -- ",
    b"\xe2\x80\x9c",
    b"\xe2\x80\x99s",
    b"U.S.",
    b"Mr.",
    b"A" * 300,
    b"a-" * 90,
    b"1," * 90,
    b"\xef\xbc\x8c",
    b"\xe5\x9b\xbd",
)


def sources() -> list[bytes]:
    """What is damaged: the samples, and what lies in the folder of cases."""
    folders = [bundled("sample_articles"), *map(Path, filter(None, [os.environ.get("DATELINE_CASES")]))]
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    texts = [path.read_bytes() for path in files if path.stat().st_size < 2_000_000]
    return [text for text in texts if text.strip()]


def damaged(chance: random.Random, texts: list[bytes]) -> bytes:
    """A piece of a file with up to nine things done to it."""
    data = piece(chance, chance.choice(texts), LONGEST)
    for _ in range(chance.randrange(1, 10)):
        at = chance.randrange(len(data) + 1)
        length = min(chance.choice((1, 1, 2, 9, 90, 900)), len(data) - at)
        match chance.randrange(8):
            case 0:
                data = data[:at] + bytes(chance.randrange(256) for _ in range(length)) + data[at + length :]
            case 1:
                data = data[:at] + data[at + length :]
            case 2:
                data = data[:at] + data[at : at + length] * chance.choice((2, 3, 40)) + data[at + length :]
            case 3:
                data = data[:at] + piece(chance, chance.choice(texts), 900) + data[at:]
            case 4:
                data = data[:at] + data[at:].swapcase()
            case 5:
                data = b"\n".join(chance.sample(lines := data.split(b"\n"), len(lines)))
            case _:
                data = data[:at] + chance.choice(TOKENS) * chance.choice((1, 1, 1, 30)) + data[at:]
        data = data[: 2 * LONGEST] or b"."
    return data


def piece(chance: random.Random, text: bytes, longest: int) -> bytes:
    start = chance.choice((0, chance.randrange(len(text))))
    return text[start : start + chance.randrange(1, longest)]


@pytest.mark.parametrize(
    ("seed", "number"),
    [
        pytest.param(0, 40, id="short"),
        *(pytest.param(s, 500, id=f"{s}", marks=pytest.mark.torture) for s in range(1, 11)),
    ],
)
async def test_damaged_articles(seed: int, number: int, tmp_path: Path) -> None:
    chance, texts = random.Random(seed), sources()
    async with OnlyText().run_test(size=(80, 24)) as pilot:
        view = pilot.app.query_one(ArticleView)
        for _ in range(number):
            data, suffix = damaged(chance, texts), chance.choice(SUFFIXES)
            (tmp_path / f"damaged{suffix}").write_bytes(data)  # stays there when it fails
            with at_most(SECONDS, f"{len(data):,} bytes in {tmp_path}"):
                refused = one(data, suffix, view)
            assert refused == "" or refused.endswith(".")


def one(data: bytes, suffix: str, view: ArticleView) -> str:
    """Read, analyse, store, print and draw it; what is refused is refused in a sentence."""
    try:
        article = read_bytes(data, "-", suffix)
    except UnreadableArticle as error:
        return str(error)
    assert harmless(article.text) == article.text
    analysis = analyse(article)
    assert decode(encode(analysis)) == analysis
    rows_of(analysis, article)
    whole(article, analysis)
    assert harmless(summary_of(article, analysis)).count("\n") >= 4
    for entity in analysis.entities:
        for mention in entity.mentions:
            assert article.text[slice(*mention.span)] == mention.text
    view.show(article, frozenset())
    for top in (0, view.page.height):
        view.scroll_lines(top - view.top)
        for strip in view.render_lines(Region(0, 0, *view.size)):
            assert not UNDRAWABLE.search(strip.text)
    return ""
