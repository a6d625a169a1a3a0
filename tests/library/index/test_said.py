"""Who said what and how much of it, as rows that follow the changes of the index."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from tui.analysis.codec import encode
from tui.analysis.model import Alias, Analysis, Bound, Change, Entity, Figure, Kind, Mention, Quote, QuoteKind
from tui.library.entities import following
from tui.library.index.index import Index
from tui.library.index.said import WHO, catch_up, figures_in, forget, quotations_in
from tui.library.same import twins
from tui.text.article import Article, Known, Published
from tui.text.span import Span

Write = Callable[..., Article]
TEXT = "“We stay,” said Zoë Ek. “We do.” Some 40 foreign fighters left, and prices rose 5 percent."


def analysis_of(article: Article, name: str = "Zoë Ek") -> Analysis:
    text = article.text

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    entity = Entity(
        name, Kind.PERSON, (Alias(name, "exact"),), (Mention(span("Zoë Ek"), Kind.PERSON, "Zoë Ek", "crf"),)
    )
    quotes = (
        Quote((span("“We stay,”"), span("“We do.”")), QuoteKind.DIRECT, span("said"), span("Zoë Ek"), 0),
        Quote((span("“We do.”"),), QuoteKind.DIRECT),
    )
    figures = (
        Figure(span("40"), 40, 40, "", "foreign fighters", Bound.ABOUT),
        Figure(span("5"), 5, 5, "percent", "", Bound.EXACTLY, Change.UP),
    )
    return Analysis(article.digest, article.published, (), (entity,), (), (), "", quotes, figures)


def keep(index: Index, article: Article, name: str = "Zoë Ek") -> None:
    analysis = analysis_of(article, name)
    index.keep(article, analysis, "f", encode(analysis))


def written(write_article: Write, source: str, day: date, text: str = TEXT) -> Article:
    return replace(write_article(text, source=source), published=Published(day, Known.STATED))


def test_all_that_somebody_said(index: Index, write_article: Write) -> None:
    for number in (1, 2):
        keep(index, written(write_article, f"/a/{number}", date(2021, 3, number), f"{TEXT} {number}."))
    for name in ("Zoë Ek", "zoe ek"):  # letter case and accents aside
        found = index.said_by([name, "Nobody"])
        assert [(one.place.source, one.place.published, one.kind, one.speaker) for one in found] == [
            ("/a/2", date(2021, 3, 2), "direct", "Zoë Ek"),
            ("/a/1", date(2021, 3, 1), "direct", "Zoë Ek"),
        ]
        assert TEXT[slice(*found[0].place.span)].startswith("“We stay,”")
        assert TEXT[slice(*found[0].place.span)].endswith("“We do.”")
    assert index.said_by(["Ek"]) == index.said_by([]) == ()


def test_all_figures_of_a_kind(index: Index, write_article: Write) -> None:
    keep(index, written(write_article, "/a/1", date(2021, 3, 1)))
    assert [one[1:] for one in index.figures_of(unit="percent")] == [(5, 5, "percent", "", "exactly", "up")]
    for noun in ("fighters", "Foreign Fighters"):
        assert [one[1:] for one in index.figures_of(noun=noun)] == [(40, 40, "", "foreign fighters", "about", "")]
    assert index.figures_of(noun="foreign") == index.figures_of(noun="local fighters") == index.figures_of() == ()


def test_rows_follow_the_changes(index: Index, write_article: Write) -> None:
    article = written(write_article, "/a/1", date(2021, 3, 1))
    keep(index, article)
    assert len(index.said_by(["Zoë Ek"])) == 1
    keep(index, article, "Ada Lund")  # analysed anew
    assert index.said_by(["Zoë Ek"]) == ()
    assert len(index.said_by(["Ada Lund"])) == 1
    index.forget("/a/1")
    assert index.said_by(["Ada Lund"]) == index.figures_of(unit="percent") == ()


def test_deleted_rows_are_made_again(index: Index, write_article: Write) -> None:
    article = written(write_article, "/a/1", date(2021, 3, 1))
    keep(index, article)
    before = index.said_by(["Zoë Ek"]), index.figures_of(unit="percent")
    index.database.write(forget)
    id = index.known(["/a/1"])["/a/1"].id
    assert index.database.read(lambda db: [*quotations_in(db, id), *figures_in(db, id)], []) == []
    assert catch_up(index.database)
    assert len(index.database.read(lambda db: quotations_in(db, id), [])) == 2
    assert len(index.database.read(lambda db: figures_in(db, id), [])) == 2
    assert (index.said_by(["Zoë Ek"]), index.figures_of(unit="percent")) == before


def test_rows_are_made_though_the_file_was_deleted_amid_their_making(index: Index, write_article: Write) -> None:
    """Who made rows of a file that is gone wrote into the next one how far he was."""
    keep(index, written(write_article, "/a/1", date(2021, 3, 1)))
    for who in (WHO, twins.WHO, following.WHO):
        far = partial(lambda db, who: db.execute("INSERT INTO followed VALUES (?, 5200)", (who,)), who=who)
        assert index.database.write(far)
    assert len(index.said_by(["Zoë Ek"])) == 1
    assert twins.catch_up(index.database)
    assert following.catch_up(index.database)
    read = "SELECT who, number FROM followed"
    last = index.last_change()
    assert index.database.read(lambda db: dict(db.execute(read)), {}) == dict.fromkeys(
        (WHO, twins.WHO, following.WHO), last
    )


def test_what_is_no_analysis_has_no_rows(index: Index, write_article: Write) -> None:
    article = written(write_article, "/a/1", date(2021, 3, 1))
    keep(index, article)
    assert index.said_by(["Zoë Ek"])
    index.keep(article, analysis_of(article), "f", b'{"version":3}\n["quotes",[{"entity":7}]]')
    assert catch_up(index.database)
    assert index.said_by(["Zoë Ek"]) == ()


def test_what_is_perhaps_no_quotation_is_left_out(index: Index, write_article: Write) -> None:
    article = written(write_article, "/a/1", date(2021, 3, 1))
    analysis = analysis_of(article)
    doubted = replace(analysis, quotes=tuple(replace(quote, doubted=True) for quote in analysis.quotes))
    index.keep(article, doubted, "f", encode(doubted))
    assert index.said_by(["Zoë Ek"]) == ()
