"""Notes with citations: what a report is written from, and what other programs keep citations in."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
import yaml
from markdown_it import MarkdownIt

from tui.notes.export import to_csv, to_json, to_markdown, to_vault
from tui.notes.note import Note
from tui.notes.reports import to_bibtex, to_csl, to_footnotes, to_plain
from tui.notes.sync.taking_in import read_notes
from tui.notes.web_annotation import to_annotations
from tui.notes.works import Work, authors, cited

FERRY = "/articles/ferry.md"
WORK = Work("The ferry", "Ada Lund and Bo van der Berg", "The Gazette", "https://example.org/ferry", date(2024, 5, 14))
CITED = "Ada Lund and Bo van der Berg: “The ferry”. The Gazette, 14 May 2024. https://example.org/ferry"


@pytest.mark.parametrize(
    ("work", "line"),
    [
        (WORK, CITED),
        (Work("The ferry"), "“The ferry”."),
        (Work("The ferry", site="The Gazette"), "“The ferry”. The Gazette."),
        (Work("The\nferry", "Ada  Lund", published=date(2024, 5, 4)), "Ada Lund: “The ferry”. 4 May 2024."),
    ],
)
def test_a_citation_has_what_is_known(work: Work, line: str) -> None:
    assert cited(work) == line


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Ada Lund", ["Lund, Ada"]),
        ("Ada Lund, Bo Ek and Cy Ray", ["Lund, Ada", "Ek, Bo", "Ray, Cy"]),
        ("Ursula von der Leyen", ["von der Leyen, Ursula"]),
        ("Reuters", ["Reuters"]),
        ("Associated Press", ["Associated Press"]),
        ("", []),
    ],
)
def test_names_are_family_and_given(byline: str, names: list[str]) -> None:
    found = authors(Work("x", byline))
    assert [one.get("literal") or f"{one['family']}, {one['given']}" for one in found] == names


def test_plain(write: Callable[..., Note]) -> None:
    text = to_plain([write("Who?\nWhy?")], {FERRY: WORK})
    assert text == f"{CITED}\n\n    “Nobody had counted the passengers.”\n    Who?\n    Why?\n"


def test_footnotes_name_each_article_once(write: Callable[..., Note]) -> None:
    other = replace(write("Well.", 0, 30), source="/b.md", title="Zebras *win*", url="", anchor=None)
    text = to_footnotes([write("by noon", 66, 94), write("why", 25, 29), other], {FERRY: WORK})
    assert text.startswith(
        "> dawn[^1]\n\nwhy\n\n> By noon the wind had turned.[^1]\n\nby noon\n\nWell.[^2]\n\n[^1]: Ada Lund"
    )
    assert text.count("[^1]:") == text.count("[^2]:") == 1
    assert "14 May 2024. <https://example.org/ferry>\n[^2]: “Zebras \\*win\\*”.\n" in text
    assert "blockquote_open" in {token.type for token in MarkdownIt().parse(text)}


def test_bibtex(write: Callable[..., Note]) -> None:
    odd = replace(write("100 % of {it}", 0, 10), source="/b.md", title="A & B_c", url="", anchor=None)
    text = to_bibtex([write("Who?"), odd], {FERRY: WORK})
    ferry, other = re.findall(r"@misc\{(.*?)\n\}\n", text, re.DOTALL)[::-1]
    assert ferry.startswith("lund2024ferry,\n  author = {Lund, Ada and van der Berg, Bo},\n  title = {{The ferry}},\n")
    assert "journal = {The Gazette},\n  date = {2024-05-14},\n  year = {2024},\n  month = {5}," in ferry
    assert "url = {https://example.org/ferry}" in ferry
    assert "annote = {“Nobody had counted the passengers.” Who?}" in ferry
    assert other == r"b,@title = {{A \& B\_c}},@annote = {100 \% of \textbraceleft{}it\textbraceright{}}".replace(
        "@", "\n  "
    )


@pytest.mark.parametrize("title", ["Sets {", "} opened", "{}}", "a \\{ b"])
def test_bibtex_stays_in_balance(title: str, write: Callable[..., Note]) -> None:
    """Programs that read it count braces, also those behind a backslash."""
    text = to_bibtex([replace(write(title), source="/b.md", title=title, url="")], {})
    depth = [text[:end].count("{") - text[:end].count("}") for end in range(len(text) + 1)]
    assert min(depth) == depth[-1] == 0
    assert depth[text.index("annote")] == 1


def test_csl_json(write: Callable[..., Note]) -> None:
    (item,) = json.loads(to_csl([write("Who?")], {FERRY: WORK}))
    assert item["author"] == [{"family": "Lund", "given": "Ada"}, {"family": "van der Berg", "given": "Bo"}]
    assert item["issued"] == {"date-parts": [[2024, 5, 14]]}
    assert (item["type"], item["container-title"], item["URL"]) == ("article-newspaper", "The Gazette", WORK.address)
    assert item["note"].endswith("Who?")
    (bare,) = json.loads(to_csl([replace(write("Who?"), url="")], {}))
    assert (bare["type"], bare["title"]) == ("article", "The ferry")
    assert {"author", "issued", "URL", "accessed"}.isdisjoint(bare)


def test_two_of_the_same_have_two_keys(write: Callable[..., Note]) -> None:
    notes = [write("a"), replace(write("b"), source="/b.md")]
    works = {FERRY: WORK, "/b.md": WORK}
    assert [item["id"] for item in json.loads(to_csl(notes, works))] == ["lund2024ferry", "lund2024ferry-2"]


def test_every_export_says_whose_the_article_is(write: Callable[..., Note]) -> None:
    note, works = write("Who? #todo #later"), {FERRY: WORK}
    (row,) = csv.DictReader(io.StringIO(to_csv([note], works), newline=""))
    assert (row["Author"], row["Site"], row["Published"]) == (WORK.author, WORK.site, "2024-05-14")
    assert row["Tags"] == "todo later"
    exported = to_json([note], works)
    assert json.loads(exported)["notes"][0]["article"] == {
        "title": "The ferry",
        "author": WORK.author,
        "site": "The Gazette",
        "address": WORK.address,
        "published": "2024-05-14",
    }
    assert "Ada Lund and Bo van der Berg, The Gazette, 14 May 2024\n" in to_markdown([note], works)
    ((_, text),) = to_vault([note], works)
    head = yaml.safe_load(text.split("---")[1])
    assert (head["author"], head["site"], head["published"]) == (WORK.author, "The Gazette", date(2024, 5, 14))
    annotations = to_annotations([note], works)
    assert json.loads(annotations)["items"][0]["dateline:author"] == WORK.author
    for written in (exported, annotations):
        assert read_notes(written.encode(), "x").notes == (note,)
