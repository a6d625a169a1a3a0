"""Feeds that say what a good reader finds in them are counted as they are read."""

from pathlib import Path

import pytest

from tests.evaluation.feeds import judged, main

FEED = """<!--
Header:      Content-type: application/rss+xml
Description: %s
Expect:      not bozo and %s
-->
<rss version="2.0"><channel><title>Port Ellery Gazette</title><language>en</language><item><title>Strike begins</title>
<link>https://gazette.example/1</link><author>ada@gazette.example (Ada Lund)</author><guid>one</guid>
<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>
<description>The &lt;a href="https://gazette.example/x"&gt;ships&lt;/a&gt; lie still.&lt;script&gt;x()&lt;/script&gt;
</description></item></channel></rss>"""


@pytest.mark.parametrize(
    "statement",
    [
        "entries[0]['title'] == 'Strike begins'",
        "entries[0].link == 'https://gazette.example/1' and feed['title'] == 'Port Ellery Gazette'",
        "entries[0]['description'] == 'The <a href=\"https://gazette.example/x\">ships</a> ' + 'lie still.'",
        "entries[0]['author_detail']['name'] == 'Ada Lund'",
        "entries[0]['published'] == '2026-03-01T10:00:00Z' and entries[0]['guid'] == 'one'",
        "feed['language'] == 'en' and entries[0]['language'] == 'en'",
        "encoding == 'utf-8'",
    ],
)
def test_a_feed_is_read_as_it_states(statement: str, tmp_path: Path) -> None:
    file = tmp_path / "right.xml"
    file.write_text(FEED % ("right", statement))
    verdict = judged(file)
    assert verdict.stated
    assert (verdict.wrong, verdict.crash) == ("", "")


def test_what_is_read_otherwise_is_counted_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, statement in {
        "right": "entries[0]['title'] == 'Strike begins'",
        "wrong": "entries[0]['title'] == 'Strike ends'",
        "other": "entries[0]['comments'] == 'x'",  # of which the library shows nothing
    }.items():
        (tmp_path / f"{name}.xml").write_text(FEED % (name, statement))
    main(tmp_path)
    printed = capsys.readouterr().out
    assert "3 feeds, 2 speak of what the library uses: 1 are read as stated" in printed
    assert "'Strike begins' instead of 'Strike ends'" in printed
