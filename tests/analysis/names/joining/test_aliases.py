"""Which names of a document name the same one, rule by rule."""

import time

import pytest

from tui.analysis.model import Kind, Mention
from tui.analysis.names.joining.aliases import find_links
from tui.analysis.names.joining.links import Name
from tui.analysis.names.joining.people import MOST_NAMESAKES
from tui.analysis.names.lexicon import key
from tui.text.span import Span


def mentions_of(text: str, kind: Kind) -> list[Mention]:
    """Each [name] of the text."""
    mentions, offset = [], 0
    for part in text.split("["):
        name, closed, _ = part.partition("]")
        if closed:
            mentions.append(Mention(Span(offset, offset + len(name)), kind, name, "test"))
        offset += len(part.replace("]", ""))
    return mentions


def links_of(text: str, kind: Kind) -> dict[str, tuple[str, str]]:
    mentions = mentions_of(text, kind)
    plain = text.replace("[", "").replace("]", "")
    assert all(plain[slice(*mention.span)] == mention.text for mention in mentions)
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(key(mention.text), []).append(mention)
    links, _ = find_links(plain, [Name.of(name, group) for name, group in groups.items()], mentions)
    return {link.short: (link.full, link.rule) for link in links}


@pytest.mark.parametrize(
    ("text", "kind", "short", "full", "rule"),
    [
        ("[Islamic State] or [ISIL]", Kind.ORG, "isil", "islamic state", "known"),
        ("[Hau Lung-bin] is [Hau Lungbin]", Kind.PERSON, "hau lungbin", "hau lung-bin", "spelling"),
        (
            "the [Asia Infrastructure Bank], [Asian Infrastructure Bank]",
            Kind.ORG,
            "asian infrastructure bank",
            "asia infrastructure bank",
            "spelling",
        ),
        ("[Republican] and [Republicans]", Kind.ORG, "republican", "republicans", "plural"),
        ("[Society of Odd Fellows] ([SOOF])", Kind.ORG, "soof", "society of odd fellows", "acronym"),
        ("the [SOF]. The [Society of Fellows]", Kind.ORG, "sof", "society of fellows", "acronym"),
        ("[Robert Gray], also known as [Bob]", Kind.PERSON, "bob", "robert gray", "also known as"),
        ("[Anna Gray] met [Gray]", Kind.PERSON, "gray", "anna gray", "surname"),
        ("[Anna Gray] met [Anna]", Kind.PERSON, "anna", "anna gray", "given name"),
        ("[A. Gray], [Anna Maria Gray]", Kind.PERSON, "a gray", "anna maria gray", "initials"),
        ("[Home Depot Inc.] and [Home Depot]", Kind.ORG, "home depot", "home depot inc", "part"),
        ("[FC Kaiserslautern] and [Kaiserslautern]", Kind.ORG, "kaiserslautern", "fc kaiserslautern", "part"),
        ("[Caspian Sea] or the [Caspian]", Kind.PLACE, "caspian", "caspian sea", "part"),
    ],
)
def test_joined(text: str, kind: Kind, short: str, full: str, rule: str) -> None:
    assert links_of(text, kind)[short] == (full, rule)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[Anna Gray] met [Peter Gray]", Kind.PERSON),
        ("[John Adams Jr.] and [John Adams Sr.]", Kind.PERSON),
        ("[Hong Kong] and [Hong Kong Island]", Kind.PLACE),
        ("[Manchester] has the [Manchester Arena]", Kind.PLACE),
        ("[Washington] and [Washington University]", Kind.PLACE),
        ("the [Foreign Ministry] and the [Foreign Ministry Workers Union]", Kind.ORG),
    ],
)
def test_apart(text: str, kind: Kind) -> None:
    assert links_of(text, kind) == {}


def test_a_register_of_a_family_takes_its_time() -> None:
    people = [f"{chr(65 + i % 26)}{'abcdefghij'[i % 10]}{'klmnopqrst'[i // 10 % 10]}{i} Smith" for i in range(4000)]
    names = [Name(key(name), name, Kind.PERSON, 1, index) for index, name in enumerate(people)]
    begun = time.process_time()
    links, doubts = find_links("", [*names, Name("smith", "Smith", Kind.PERSON, 1, 9999)], ())
    assert time.process_time() - begun < 5  # seconds; it took minutes
    assert not links
    assert len(doubts["smith"]) == MOST_NAMESAKES


def test_the_right_one_of_many_namesakes_is_found() -> None:
    people = [f"{given} Smith" for given in (f"{letter}ob{i}" for letter in "BCDEFG" for i in range(40))]
    names = [Name(key(name), name, Kind.PERSON, 1, index) for index, name in enumerate([*people, "John Adam Smith"])]
    links, _ = find_links("", [*names, Name("john smith", "John Smith", Kind.PERSON, 1, 999)], ())
    assert [(link.short, link.full) for link in links] == [("john smith", "john adam smith")]
