"""What a dossier holds of a handful of articles, as values, as Markdown and as JSON."""

import json

import pytest

from tui.analysis.pipeline import analyse
from tui.analysis.repairs.attributing import digest_of, words_at
from tui.analysis.repairs.repairs import Attribute, Dismiss, Statement, key_of
from tui.library.dossiers.building import LOOKED, dossier, sentences
from tui.library.dossiers.choosing import choose
from tui.library.dossiers.writing import written
from tui.library.entities.finding import candidates
from tui.library.entities.following import catch_up, put_right
from tui.library.index.database import Database
from tui.library.index.index import Index
from tui.library.indexing.pool import here
from tui.library.indexing.run import bring_up_to_date
from tui.text.read import read_article

FIRST = """---
date: 2021-03-02
publisher: Harbour News
---
# Harbour opens

Anna Ostrevik opened the harbour of Hravik on 1 March 2021. “We will build more piers,” said Anna Ostrevik on Monday.
Ostrevik promised 400 new berths for fishing boats.
"""
SECOND = """---
date: 2021-06-10
publisher: Coast Times
---
# A harbour and its critics

Anna Ostrevik opened the harbour of Hravik on 1 March 2021, before it was finished. “Ostrevik was too early,” said Bo
Lindahl. Ostrevik resigned on 9 June 2021.
"""
THIRD = """---
date: 2021-08-01
---
# Tennis

Karl Ostrevik lost the final in Oslo. Ostrevik said he was tired.
"""


@pytest.fixture
def database(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("first", FIRST), ("second", SECOND), ("third", THIRD)):
        (folder / f"{name}.md").write_text(text)
    made = Database(tmp_path / "index.sqlite")
    bring_up_to_date(made, [folder], here, lambda step: None)
    yield made
    made.close()


def of(database, name="Anna Ostrevik", query=""):
    def find(db):
        return dossier(db, candidates(db, name)[0].id, choose(db, query) if query else None)

    return database.read(find, None)


def test_names_articles_and_sentences(database):
    found = of(database)
    assert (found.name, found.kind) == ("Anna Ostrevik", "PERSON")
    assert {name for name, _ in found.names} == {"Anna Ostrevik", "Ostrevik"}
    assert [str(one.place.published) for one in found.articles] == ["2021-06-10", "2021-03-02"]
    assert found.articles[1].sentence == "Anna Ostrevik opened the harbour of Hravik on 1 March 2021."
    text = SECOND.partition("---\n")[2]
    assert found.articles[0].place.title == "A harbour and its critics"
    assert text
    assert [other.name for other in found.others] == []


def test_the_same_event_of_two_articles_is_one_row(database):
    rows = of(database).events
    assert [str(row.first) for row in rows if row.first.day == 1] == ["2021-03-01"]
    [opening] = [row for row in rows if str(row.first) == "2021-03-01"]
    assert [teller.title for teller in opening.tellers] == ["Harbour opens", "A harbour and its critics"]
    assert "2021-06-09" in {str(row.first) for row in rows}


def test_what_it_said_and_what_is_said_of_it(database):
    found = of(database)
    assert [one.text for one in found.by] == ["“We will build more piers,”"]
    assert ("“Ostrevik was too early,”", "Bo Lindahl") in {(one.text, one.speaker) for one in found.about}
    assert "400" in {one.text for one in found.figures}
    assert {"Hravik", "Bo Lindahl"} <= {one.name for one in found.beside}


def test_months_without_gaps(database):
    assert of(database).months == (("2021-03", 1), ("2021-04", 0), ("2021-05", 0), ("2021-06", 1))


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("critics", ["A harbour and its critics"]),
        ("-critics", ["Harbour opens"]),
        ("critics OR piers before:2021-05", ["Harbour opens"]),
        ("after:2021-05", ["A harbour and its critics"]),
        ("before:2021-05", ["Harbour opens"]),
        ('from:"Harbour News"', ["Harbour opens"]),
        ("name:Lindahl", []),
        ('name:"Bo Lindahl"', ["A harbour and its critics"]),
    ],
)
def test_a_query_narrows_all_of_it(database, query, titles):
    found = of(database, query=query)
    assert [one.place.title for one in found.articles] == titles
    assert sum(articles for _, articles in found.months) == len(titles)
    told = {teller.title for row in found.events for teller in row.tellers}
    assert told <= set(titles)


def test_what_is_no_question_says_so(database):
    assert "is:" in database.read(lambda db: choose(db, "is:unread"), None).trouble
    assert "OR" in database.read(lambda db: choose(db, "piers OR after:2021"), None).trouble


def test_beyond_those_looked_into_sentences_are_looked_up(database, monkeypatch):
    monkeypatch.setattr("tui.library.dossiers.building.LOOKED", 1)
    found = of(database)
    assert LOOKED > 1
    assert found.looked == 1
    assert "those of the latest 1 of 2 articles." in written(found, "md")
    assert [bool(one.sentence) for one in found.articles] == [True, False]
    more = database.read(lambda db: sentences(db, found.articles, found.id), ())
    assert more[1].sentence == "Anna Ostrevik opened the harbour of Hravik on 1 March 2021."


def test_some_at_a_time_is_as_all_at_once(database, monkeypatch):
    whole = of(database)
    monkeypatch.setattr("tui.library.dossiers.building.AT_ONCE", 1)
    assert of(database) == whole
    assert len(whole.events) >= 2
    assert whole.by
    assert whole.about


def test_markdown_names_its_sources(database):
    text = written(of(database), "md", ["my *own* note"])
    assert text.startswith("# Anna Ostrevik\n")
    lines = text.splitlines()
    assert any(
        line.startswith("- **2021-03-01** Anna Ostrevik opened the harbour") and "], [" in line for line in lines
    )
    assert "- my \\*own\\* note" in lines
    sources = lines[lines.index("## Sources") :]
    assert any("Harbour opens, Harbour News, 2 Mar 2021, /" in line for line in sources)


def test_json_holds_everything(database):
    tree = json.loads(written(of(database), "json"))
    assert tree["name"] == "Anna Ostrevik"
    assert [row["title"] for row in tree["articles"]] == ["A harbour and its critics", "Harbour opens"]
    assert tree["timeline"][0]["tellers"]
    assert tree["said_by"][0]["text"] == "“We will build more piers,”"


@pytest.mark.parametrize("everywhere", [False, True])
def test_what_the_person_says_of_quotations_and_figures_holds(database, tmp_path, everywhere):
    article = read_article(tmp_path / "articles" / "second.md")
    analysis = analyse(article)
    quote = next(one for one in analysis.quotes if "too early" in article.text[slice(*one.content[0])])
    scope = "" if everywhere else article.source
    words = words_at(article, quote.content[0])
    key = key_of(analysis, next(one for one in analysis.entities if one.name == "Anna Ostrevik"))
    first = read_article(tmp_path / "articles" / "first.md")
    figure = next(one for one in analyse(first).figures if one.noun.endswith("berths"))
    rules = [
        Attribute(Statement.QUOTE, words, digest_of(article, quote), key, scope),
        Dismiss(Statement.FIGURE, words_at(first, figure.span), scope="" if everywhere else first.source),
    ]
    index = Index(database.path)

    def said_by(name):
        return [
            article.text[slice(*one.place.span)][:21] for one in index.said_by([name]) if "second" in one.place.source
        ]

    assert said_by("Bo Lindahl") == ["“Ostrevik was too ear"]
    assert len(index.figures_of(noun="berths")) == 1
    put_right(database, rules)
    catch_up(database)
    found = of(database)
    assert {one.text for one in found.by} == {"“We will build more piers,”", "“Ostrevik was too early,”"}
    assert not any("400" in one.text for one in found.figures)
    assert said_by("Anna Ostrevik") == ["“Ostrevik was too ear"]
    assert said_by("Bo Lindahl") == []
    assert index.figures_of(noun="berths") == ()
    put_right(database, [Dismiss(Statement.QUOTE, words, digest_of(article, quote), scope)])
    catch_up(database)
    assert len(of(database).by) == 1
    assert said_by("Anna Ostrevik") == said_by("Bo Lindahl") == []
    put_right(database, [])
    assert said_by("Bo Lindahl") == ["“Ostrevik was too ear"]
    assert len(index.figures_of(noun="berths")) == 1
    index.close()


def test_what_is_put_right_for_all_articles_holds_in_those_that_come_later(database, tmp_path):
    first = read_article(tmp_path / "articles" / "first.md")
    quote = next(one for one in analyse(first).quotes if "piers" in first.text[slice(*one.content[0])])
    put_right(database, [Dismiss(Statement.QUOTE, words_at(first, quote.content[0]), digest_of(first, quote))])
    (tmp_path / "articles" / "copy.md").write_text(FIRST.replace("Harbour News", "Other News"))
    bring_up_to_date(database, [tmp_path / "articles"], here, lambda step: None)
    index = Index(database.path)
    assert not index.said_by(["Anna Ostrevik"])
    assert not of(database).by
    index.close()
