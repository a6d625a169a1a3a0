"""A chronicle as Markdown, CSV, JSON, iCalendar and as a page: all rows, nothing that runs."""

import csv
import io
import json
from html.parser import HTMLParser

import pytest

from tui.errors import ReaderError
from tui.library.stories.forms.forms import FORMS, write_story, written
from tui.library.stories.story import story_of

VOID = {"meta", "link", "br", "img", "input", "hr"}
HOSTILE = '=SUM(A1) <script>alert(1)</script> & "Ek" * _x_ [y](javascript:z) ran aground on 29 July 2019.'


class Page(HTMLParser):
    """Which elements a page has, that each is closed, and what they say."""

    def __init__(self, text):
        super().__init__()
        self.open, self.elements, self.words = [], [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    def all(self, *tags):
        return [attributes for tag, attributes in self.elements if tag in tags]


def test_markdown(story):
    text = written(story, "The *ferry*", "md")
    assert text.startswith("# The \\*ferry\\*\n")
    assert "## 29 Jul 2019" in text
    assert "12 people (Ostra Post, 30 Jul 2019) / 31 people (Karlsberg News, 31 Jul 2019)" in text
    assert "1. The first, Ostra Post, 30 Jul 2019" in text


def test_markdown_names_sources_as_dossiers_do_and_leaves_words_as_they_are(tell):
    one = tell(
        "one", "2019-07-30", "Ostra Post", "File some_long_name ran aground on 29 July 2019.", "https://a.example/b_c"
    )
    text = written(story_of([one]), "Notes on some_long_name and _this_ #2", "md")
    assert text.startswith("# Notes on some_long_name and \\_this\\_ #2\n")
    assert "some_long_name ran aground on 29 July 2019. [1]" in text
    assert text.endswith("## Sources\n\n1. The one, Ostra Post, 30 Jul 2019 <https://a.example/b_c>\n")


def test_csv(story):
    rows = list(csv.DictReader(io.StringIO(written(story, "", "csv"))))
    assert len(rows) == len(story.rows_of())
    assert [row["articles"] for row in rows if row["first"] == "2019-07-29"] == ["3"]


def test_json(story):
    tree = json.loads(written(story, "Ferry", "json"))
    assert [row["tellers"][0]["article"] for row in tree["rows"] if row["first"] == "2019-07-29"] == [0]
    assert tree["articles"][0]["publisher"] == "Ostra Post"


def test_calendar(story):
    text = written(story, "", "ics").replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20190729" in text
    assert "told by 3 articles" in text


def test_only_the_days_that_matter_most(story):
    assert "questioned" in written(story, "", "md")
    assert "questioned" not in written(story, "", "md", 1)


@pytest.mark.parametrize("form", FORMS)
def test_words_stay_words(form, tell):
    story = story_of([tell("one", "2019-07-30", "=1+1", HOSTILE, "javascript:alert(1)")])
    text = written(story, HOSTILE, form).replace("\r\n ", "")
    assert "ran aground" in text
    if form == "csv":
        assert all(not cell.startswith("=") for row in csv.reader(io.StringIO(text)) for cell in row)
    if form == "md":
        assert "\\<script\\>" in text
        assert "<javascript" not in text
    if form == "html":
        page = Page(text)
        assert page.all("script", "img", "iframe", "object", "link") == []
        assert all(not one["href"].startswith("javascript") for one in page.all("a"))


def test_the_page_needs_nothing_else(story):
    page = Page(written(story, "The ferry", "html"))
    policy = next(one["content"] for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert [
        one for _, one in page.elements if "src" in one or "style" in one or any(key[:2] == "on" for key in one)
    ] == []


def test_the_page_can_be_read_aloud_and_walked_through(story):
    page = Page(written(story, "The ferry", "html"))
    assert [len(page.all(tag)) for tag in ("h1", "header", "main", "footer")] == [1, 1, 1, 1]
    assert page.all("html")[0]["lang"] == "en"
    ids = [one["id"] for _, one in page.elements if "id" in one]
    assert len(ids) == len(set(ids))
    pointed = [one[key] for _, one in page.elements for key in ("aria-labelledby",) if key in one]
    pointed += [one["href"][1:] for one in page.all("a") if one["href"].startswith("#")]
    assert set(pointed) <= set(ids)
    rows = [one for one in page.all("article") if one["class"] == "row"]
    assert len(rows) == len(story.rows_of())
    assert all(one["tabindex"] == "0" for one in rows)


def test_rows_lead_to_their_sources(tell):
    text = "The ferry Lindholm ran aground off Karlsberg on 29 July 2019."
    known = tell("known", "2019-07-30", "Post", text, "https://example.org/a?b=1&c=2")
    unknown = tell("unknown", "2019-07-31", "News", text)
    page = Page(written(story_of([known, unknown]), "", "html"))
    targets = [one["href"] for one in page.all("a")]
    assert targets.count("https://example.org/a?b=1&c=2") == 2  # at the row, and in the list of articles
    assert "#a2" in targets
    assert any("unknown.md" in words for words in page.words)


def test_no_story_is_a_page_too():
    assert "No days are told." in Page(written(story_of([]), "Nothing", "html")).words


def test_a_file_is_whole_or_not_there(story, tmp_path):
    with pytest.raises(ReaderError, match="cannot be written"):
        write_story(story, "", tmp_path / "no such folder" / "a.html")
    write_story(story, "", tmp_path / "a.html")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.html"]
