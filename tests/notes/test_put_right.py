"""All that was put right as one list: repairs of the log, and what was decided about articles."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tui.analysis.model import Kind
from tui.analysis.repairs.places import place_of
from tui.analysis.repairs.repairs import (
    AddName,
    Attribute,
    Correction,
    Dismiss,
    EntityKey,
    Hide,
    Merge,
    Passage,
    Pin,
    Redate,
    Rename,
    Retype,
    Split,
    Statement,
    Unknown,
)
from tui.notes import repairs
from tui.notes.note import Choices
from tui.notes.put_right import everything, mark
from tui.notes.store import NoteStore
from tui.text.article import Article
from tui.text.formats.plain import plain_article
from tui.text.span import Span

TEXT = (
    "The council\n\nAnna Berg left in May. In Bergen, Berg’s brother stayed. Berg\nsaid so last May.\n\n"
    "The Guild agreed.\n"
)
BERG = EntityKey("Anna Berg", Kind.PERSON, ("Anna Berg", "Berg"))
GUILD = EntityKey("Pilots' Guild", Kind.ORG, ("Guild",))


@pytest.fixture
def article() -> Article:
    return plain_article(TEXT, "/x/a.txt")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[NoteStore]:
    store = NoteStore(tmp_path / "data")
    yield store
    store.close()


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rename(BERG, "A. Berg"), "Anna Berg"),
        (Merge((GUILD, BERG), "Guild"), "Anna Berg"),
        (Retype(GUILD, Kind.GROUP), "Guild"),
        (Hide(EntityKey("Berg", Kind.PERSON, ("Berg",))), "Berg"),  # not in Bergen
        (Pin(GUILD), "Guild"),
        (AddName("council", Kind.ORG), "council"),
        (Split(BERG, "Erik", forms=("Berg",)), "Berg"),
        (Split(BERG, "Erik", (Passage("Berg", "stayed. ", "\nsaid so", 70),), scope="/x/a.txt"), "Berg"),
        (Redate(Passage("last May", "said so ", ".", 0), "2018-05", "/x/a.txt"), "last May"),
        (Dismiss(Statement.FIGURE, Passage("last May", "said so ", ".", 0), "", "/x/a.txt"), "last May"),
        (Attribute(Statement.QUOTE, Passage("last May", "said so ", ".", 0), "", BERG, "/x/a.txt"), "last May"),
        (Hide(EntityKey("Nobody", Kind.PERSON, ("Nobody",))), ""),
        (Redate(Passage("last June", "said so ", ".", 0), "2018-06"), ""),
        (Unknown("blend", "{}"), ""),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_repair_leads_to_the_words_that_it_is_about(article: Article, rule: Correction, words: str) -> None:
    span = place_of(rule, article)
    assert (article.text[span.start : span.end] if span is not None else "") == words


def test_the_mention_that_was_split_off_is_found_and_no_other(article: Article) -> None:
    third = article.text.rindex("Berg")
    rule = Split(BERG, "Erik", (Passage("Berg", "stayed. ", " said so", 0),))
    assert place_of(rule, article) == Span(third, third + 4)


def test_the_latest_comes_first_with_what_was_taken_back(store: NoteStore, article: Article) -> None:
    repairs.add(store, Hide(BERG), article.source)
    repairs.add(store, Pin(GUILD, scope="/x/b.txt"), "/x/b.txt")
    repairs.undo(store, "/x/b.txt")
    store.save_choices(Choices(article.source, date(2019, 7, 30), hidden=("The council",), shown=("Advert",)))
    found = everything(store)
    assert [(one.words, one.undone) for one in found] == [
        ("Fold the block “The council”", False),
        ("Bring back the block “Advert”", False),
        ("Published on 2019-07-30", False),
        ("Pin Pilots' Guild", True),
        ("Hide Anna Berg (person)", False),
    ]
    assert [one.concerns(article) for one in found] == [True, True, True, False, True]
    assert [one.place(article) for one in found] == [Span(0, 0), None, Span(0, 0), None, Span(13, 22)]


def test_each_is_taken_back_alone_and_made_again(store: NoteStore, article: Article) -> None:
    repairs.add(store, Hide(BERG), article.source)
    decided = Choices(article.source, date(2019, 7, 30), hidden=("one", "two"), shown=("three",))
    store.save_choices(decided)
    for index in range(5):
        every = everything(store)
        back = mark(store, every[index], undone=True)
        assert back.undone
        assert sum(not one.undone for one in everything(store)) == 4
        assert not mark(store, back, undone=False).undone
        assert store.choices_of(article.source) == decided
        assert repairs.rules_for(store, article.source) == (Hide(BERG),)
