"""The front matter of every tool: title, day and authors known, and none of it in the title or the text."""

import time
from datetime import date

import pytest

from tui.text.article import Furniture, Known
from tui.text.formats.markdown import markdown_article
from tui.text.head.front_matter import read_front_matter

BODY = "The ferry sank on Tuesday, and the harbour was closed for the rest of the week."
DAY = date(1998, 6, 9)


@pytest.mark.parametrize(
    "matter",
    [
        "---\ntitle: The ferry\ndate: 1998-06-09\nauthor: Ada Lund\n---\n",
        "---yaml\ntitle: The ferry\ndate: 1998-06-09\nauthors: [Ada Lund]\n---\n",
        '+++\ntitle = "The ferry"\ndate = 1998-06-09T08:00:00Z\nauthor = "Ada Lund"\ntags = ["sea"]\n+++\n',
        '+++\ntitle = "The ferry"\ndate = "1998-06-09"\n[[authors]]\nname = "Ada Lund"\n[params]\nx = 1\n+++\n',
        "+++\ntitle = 'The ferry'\npublishDate = 1998-06-09\n[params]\nauthor = 'Ada Lund'\n+++\n",
        '---toml\ntitle = "The ferry"\ndate = 1998-06-09\nauthor = "Ada Lund"\n---\n',
        '{\n  "title": "The ferry",\n  "date": "1998-06-09",\n  "author": {"name": "Ada Lund"}\n}\n',
        '---json\n{"title": "The ferry", "date": "1998-06-09", "author": "Ada Lund"}\n---\n',
        ';;;\n"title": "The ferry",\n"date": "1998-06-09",\n"author": "Ada Lund"\n;;;\n',
        ';;;\n{"title": "The ferry", "date": "1998-06-09", "author": ["Ada Lund"]}\n;;;\n',
        "% The ferry\n% Ada Lund\n% 9 June 1998\n",
        "% The\n  ferry\n% Ada Lund\n% June 9, 1998\n",
        "Title: The ferry\nDate: 1998-06-09 10:20\nModified: 1998-07-01\nCategory: Sea\nAuthor: Ada Lund\nSlug: f\n",
        "Title:  The\n        ferry\nAuthors: Ada Lund\nDate: 9 June 1998\n",
        "<!--\n.. title: The ferry\n.. slug: the-ferry\n.. date: 1998-06-09 10:00:00 UTC\n.. author: Ada Lund\n-->\n",
        "---\nlayout: post\ntitle: 'The ferry'\ndate: 1998-06-09 09:00:00 +0200\nauthor:\n  name: Ada Lund\n---\n",
        '---\ntitle: The ferry\ndate: "{{ .Date }}"\npublishDate: soon\nlastmod: 1998-06-09\nauthor: Ada Lund\n---\n',
        "---\ntitle: The ferry\ndate:\n  created: 1998-06-09\nauthor:\n  given: Ada\n  family: Lund\n---\n",
        "---\ntitle: The ferry\npublished: true\ndate: '09 Jun 1998'\nauthor: Ada Lund\n---\n",
        "+++\ntitle = 'The ferry'\ndate = 1998-06-09\nauthor = 'Ada Lund'\nbroken = [\n+++\n",
        '{\n  "title": "The ferry",\n  "date": "1998-06-09",\n  "author": "Ada Lund",\n}\n',
    ],
    ids=range(21),
)
def test_every_tool_is_understood(matter: str) -> None:
    article = markdown_article(f"{matter}\n{BODY}\n", "/articles/a.md")
    assert (article.title, article.byline, article.text) == ("The ferry", "Ada Lund", BODY)
    assert (article.published.day, article.published.known) == (DAY, Known.STATED)


def test_the_day_of_a_post_stands_in_its_name() -> None:
    named = "/posts/1998-06-09-the-ferry.md"
    article = markdown_article(f"---\ntitle: The ferry\n---\n{BODY}", named)
    assert (article.published.day, article.published.known) == (DAY, Known.FOUND)
    assert markdown_article(f"---\ndate: 1997-01-02\n---\n{BODY}", named).published.day == date(1997, 1, 2)
    assert markdown_article(BODY, named).published.day is None


@pytest.mark.parametrize(
    "matter",
    [
        "+++\n{{ title }} = {{\n+++\n",
        ";;;\ntitle: [\n;;;\n",
        "---json\n{title: The ferry\n---\n",
        "---toml\ntitle: {{ ferry }}\n---\n",
    ],
)
def test_what_is_not_understood_is_folded(matter: str) -> None:
    article = markdown_article(f"{matter}\n{BODY}\n", "/articles/a.md")
    assert article.blocks[0].furniture is Furniture.FRONT_MATTER
    assert article.title.startswith("The ferry sank")
    assert article.text[slice(*article.blocks[1].span)] == BODY


@pytest.mark.parametrize(
    "text",
    [
        f"---\n\n{BODY}\n\n---\n\nMore.",
        f"% of all ships\n\n{BODY}",
        "Speaker: Ada Lund\nAnswer: none\n\nText.",
        f"Title: only one line\n\n{BODY}",
        f"+++\n\n{BODY}\n",
        "{\nnot an object\n}\n\nText.",
        f"Note: {BODY}\nDate: unknown\n{BODY}\n",
    ],
    ids=range(7),
)
def test_what_is_none_stays_in_the_text(text: str) -> None:
    matter = read_front_matter(text)
    assert matter.length == 0 or text.startswith("% of")


@pytest.mark.parametrize("value", ["1560081600", "2019-06-09T23:30:00-05:00", "13/06/2019", "Jun 13, 2019", "20190613"])
@pytest.mark.parametrize("form", ["---\ndate: {}\n---\n", "Title: a\nDate: {}\n\n", '{{\n "date": "{}"\n}}\n'])
def test_days_as_tools_write_them(value: str, form: str) -> None:
    day = date(2019, 6, 9) if value[-1:] == "0" else date(2019, 6, 13)
    assert read_front_matter(form.format(value)).published.day == day


def test_a_template_is_no_title() -> None:
    article = markdown_article(f"---\ntitle: '{{{{ page.title }}}}'\ndate: 1998-06-09\n---\n{BODY}", "/a.md")
    assert article.title.startswith("The ferry sank")


@pytest.mark.parametrize(
    "text",
    [
        "+++\n" + "a = [\n" * 4000,
        "{\n" + '  "a": {\n' * 4000,
        "Title: x\n" + " y\n" * 9000,
        ";;;\n" * 5000,
        "% a\n" * 5000,
        "---toml\n" + "[[a]]\n" * 4000 + "---\n",
        "<!--\n" + ".. a: b\n" * 4000,
    ],
    ids=range(7),
)
def test_long_front_matter_is_survived(text: str) -> None:
    began = time.process_time()
    read_front_matter(text)
    assert time.process_time() - began < 2
