"""g a: what is known of the article as a whole; what was odd about its file is said at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Sit = Callable[..., Any]
Size = tuple[int, int]
STUB = """<html lang="en"><head><title>Ferry firm fined | Port Paper</title>
<meta property="og:site_name" content="Port Paper"><meta name="author" content="Jonas Tremm">
<meta property="article:published_time" content="2016-08-30T10:00:00Z">
<link rel="canonical" href="https://port.example/ferry"></head><body><article><h1>Ferry firm fined</h1>
<p>A court in Port Vale fined the ferry company Okolin on Tuesday for letting oil into the sea off the islands.</p>
<p>Subscribe to continue reading.</p></article></body></html>"""


async def test_a_page_tells_all_that_is_known(sit_down: Sit, articles: Path, size: Size) -> None:
    (articles / "ferry.html").write_text(STUB, "utf-8")
    async with sit_down("ferry.html", size) as sitting:
        assert "Only the beginning is here: the rest is for subscribers." in sitting.said
        await sitting.press("j")
        assert "Only the beginning" not in sitting.said
        await sitting.press("g", "a")
        await sitting.until(lambda: any("About this article" in row for row in sitting.drawn))
        shown = "\n".join(sitting.drawn)
        for words in (
            "Title      Ferry firm fined",
            "By         Jonas Tremm",
            "Site       Port Paper",
            "Address    https://port.example/ferry",
            "Format     web page",
            "Read by    trafilatura 2",
            "Published  30 August 2016, stated by the file",
            "Encoding   UTF-8",
            "Folded     1 interface",
            "Only the beginning is here",
        ):
            assert words in shown


async def test_what_was_guessed_is_said_at_the_foot(sit_down: Sit, articles: Path, size: Size) -> None:
    (articles / "most.txt").write_bytes(
        "Most w Łodzi\n\nStarosta przyszedł i powiedział, że jest źle.\n".encode("cp1250")
    )
    async with sit_down("most.txt", size) as sitting:
        assert "read as Windows-1250, which is a guess" in sitting.said


@pytest.mark.parametrize("name", ["strike.md", "lighthouse.txt"])
async def test_nothing_is_said_where_nothing_was_odd(sit_down: Sit, name: str) -> None:
    async with sit_down(name) as sitting:
        assert not sitting.reading.article.notices
        await sitting.press("g", "a")
        await sitting.until(lambda: any("About this article" in row for row in sitting.drawn))
