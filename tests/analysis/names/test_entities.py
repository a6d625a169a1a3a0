"""Who and what small texts speak of: each alias under one entry, different ones apart."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.document import segment
from tui.analysis.model import Entity, Kind
from tui.analysis.names.entities import find_entities, group_mentions
from tui.analysis.names.mentions import find_mentions
from tui.text.article import Article, Block, BlockKind
from tui.text.span import Span


def entities_of(text: str) -> tuple[Entity, ...]:
    blocks, offset = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(offset, offset + len(line))))
        offset += len(line) + 1
    return find_entities(segment(Article("test", "", text, tuple(blocks))))


def aliases_of(entity: Entity) -> set[str]:
    return {alias.text for alias in entity.aliases}


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("Angela Merkel spoke in Berlin. Merkel was tired.", {"Angela Merkel", "Merkel"}),
        (
            "Abu Bakr al-Baghdadi hid. They sought al-Baghdadi. Baghdadi was found.",
            {"Abu Bakr al-Baghdadi", "al-Baghdadi", "Baghdadi"},
        ),
        (
            "The Islamic State fell. Fighters of IS, also known as ISIS or ISIL, left Syria.",
            {"Islamic State", "IS", "ISIS", "ISIL"},
        ),
        ("The United Nations met. The U.N. report said so. A UN envoy agreed.", {"United Nations", "U.N.", "UN"}),
        (
            "The Institute for the Study of War (ISW) said so. ISW analysts agreed.",
            {"Institute for the Study of War", "ISW"},
        ),
        ("The Syrian Democratic Forces (SDF) won. The SDF rested.", {"Syrian Democratic Forces", "SDF"}),
        (
            "The Ostran People's Party (OVP) lost. Its rival OVP said nothing.",
            {"Ostran People's Party", "OVP"},
        ),
        (
            "Norsund Deal Ends After Long Talks\nOn Monday Norsund Lines said that the deal was off.",
            {"Norsund Lines", "Norsund"},
        ),
        (
            'Robert "Bobby" Quill led them. They called him Bobby, and Quill was proud of it.',
            {'Robert "Bobby" Quill', "Bobby", "Quill"},
        ),
        (
            "William (Bill) Marsh spoke. Marsh was tired.",
            {"William (Bill) Marsh", "Marsh"},
        ),
        (
            "Augsburg beat Ulm. Augsburg are third. It was a bad day for Ausgburg.",
            {"Augsburg", "Ausgburg"},
        ),
        (
            "She is chartered by Evergreen Marine of Taiwan. The owner waits, but Evergreen wants answers.",
            {"Evergreen Marine", "Evergreen"},
        ),
        ("The Home Depot Inc. said sales rose. Home Depot shares climbed.", {"Home Depot Inc.", "Home Depot"}),
        (
            "J. K. Rowling wrote it. Joanne Rowling lives in Edinburgh. Rowling agreed.",
            {"J. K. Rowling", "Joanne Rowling", "Rowling"},
        ),
        ("Recep Tayyip Erdoğan spoke in Ankara. Turkey heard Erdogan.", {"Recep Tayyip Erdoğan", "Erdogan"}),
        ("Members of al-Qaida fled. Al Qaeda and al-Qaeda are one.", {"al-Qaida", "Al Qaeda", "al-Qaeda"}),
        ("Chinese President Xi Jinping arrived. Xi told reporters so.", {"Xi Jinping", "Xi"}),
        (
            "PRESIDENT OBAMA MEETS CHANCELLOR MERKEL IN BERLIN\nBarack Obama met Angela Merkel.",
            {"Barack Obama", "OBAMA"},
        ),
        ("Robert Mugabe, also known as Comrade Bob, died in Singapore.", {"Robert Mugabe", "Bob"}),
        ("Many Republicans lost. A Republican senator wept.", {"Republicans", "Republican"}),
        ("The Harbour Commission wrote in May. The Commission wants answers.", {"Harbour Commission", "Commission"}),
        ("NATO met in Riga. The Alliance will send ships.", {"NATO", "Alliance"}),
        ("South Korea fired first, the South said so.", {"South Korea", "South"}),
        ('Hope Keller left Oslo. "I told Hope to stay," said Eva Holm. Keller was ill.', {"Hope Keller", "Hope"}),
        ("Omar bin Khalid al-Saif, known as OKS, paid for it.", {"Omar bin Khalid al-Saif", "OKS"}),
        ("Anton Keller Shipmanagement (AKM) owns it; AKM is silent.", {"Anton Keller Shipmanagement", "AKM"}),
        ("Miguel de la Cruz left Madrid. De la Cruz was angry, Cruz said.", {"Miguel de la Cruz", "Cruz"}),
    ],
)
def test_one_entry(text: str, aliases: set[str]) -> None:
    assert any(aliases <= aliases_of(entity) for entity in entities_of(text)), [
        (entity.name, entity.aliases) for entity in entities_of(text)
    ]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Iraq fell. Iraqi troops left Iraq.", ("Iraq", "Iraqi")),
        ("George Bush won. His wife Laura Bush smiled.", ("George Bush", "Laura Bush")),
        (
            "Martin Luther King Jr. spoke in Atlanta. Martin Luther King Sr. watched.",
            ("Martin Luther King Jr.", "Martin Luther King Sr."),
        ),
        ("They left Hong Kong. The ferry reached Hong Kong Island.", ("Hong Kong", "Hong Kong Island")),
    ],
)
def test_entries_apart(text: str, apart: tuple[str, str]) -> None:
    entities = entities_of(text)
    one, other = ([entity for entity in entities if name in aliases_of(entity)] for name in apart)
    assert one
    assert other
    assert one != other


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Fighters moved across West Africa and the Sahel.", "Sahel", Kind.PLACE),
        ("U.S.-backed forces attacked the town of Baghuz in Syria.", "U.S.", Kind.PLACE),
        ("Iraqi soldiers left Mosul.", "Iraqi", Kind.GROUP),
        ("He works for the Washington Post.", "Washington Post", Kind.ORG),
        ("Le président Emmanuel Macron a rencontré Angela Merkel à Berlin.", "Angela Merkel", Kind.PERSON),
        ("The Treaty of Versailles ended World War I.", "World War I", Kind.OTHER),
        ("Pentagon spokesman Commander Sean Robertson told VOA so.", "Sean Robertson", Kind.PERSON),
        ("Hau Lung-bin, the mayor of Taipei, lit the lamps.", "Hau Lung-bin", Kind.PERSON),
    ],
)
def test_kinds(text: str, name: str, kind: Kind) -> None:
    assert (name, kind) in [(entity.name, entity.kind) for entity in entities_of(text)]


def test_a_city_is_a_team_in_a_match_report() -> None:
    report = (
        "Bayern Munich beat Freiburg 3-1. Freiburg coach Christian Streich was angry. The goal by Freiburg striker "
        "Nils Petersen in the match was his second of the season for the team."
    )
    assert {entity.name: entity.kind for entity in entities_of(report)}["Freiburg"] is Kind.ORG
    trip = "The train from Freiburg was late. In Freiburg it rained. The mayor of Freiburg apologised to travellers."
    assert {entity.name: entity.kind for entity in entities_of(trip)}["Freiburg"] is Kind.PLACE


def test_a_name_that_could_be_two_people_is_left_open() -> None:
    text = "Bill Clinton and Hillary Clinton arrived in Chicago. Clinton spoke first."
    (clinton,) = [entity for entity in entities_of(text) if entity.name == "Clinton"]
    assert clinton.ambiguous == ("Bill Clinton", "Hillary Clinton")


def test_a_short_form_that_could_be_two_bodies_is_left_open() -> None:
    text = "The Harbour Commission met the Forest Commission in Oslo. The Commission wants answers."
    (short,) = [entity for entity in entities_of(text) if entity.name == "Commission"]
    assert set(short.ambiguous) == {"Harbour Commission", "Forest Commission"}


def test_the_one_introduced_first_owns_the_surname() -> None:
    text = "George Bush won in Texas. Bush said he was glad. His wife Laura Bush smiled."
    assert "Bush" in aliases_of(next(entity for entity in entities_of(text) if entity.name == "George Bush"))


def test_each_alias_says_which_rule_joined_it() -> None:
    entity = entities_of("The Institute for Odd Research (IOR) said so. IOR is in Paris.")[0]
    assert [(alias.text, alias.rule) for alias in entity.aliases] == [
        ("Institute for Odd Research", "exact"),
        ("IOR", "acronym"),
    ]
    assert entity.votes[0][0] == entity.kind


def test_furniture_is_not_read(write_article: Callable[..., Article]) -> None:
    assert find_entities(segment(Article("test", "", "Angela Merkel spoke.", ()))) == ()
    assert find_entities(segment(write_article("Angela Merkel spoke.")))[0].name == "Angela Merkel"


ODD_PIECES = (
    *("Angela Merkel", "Merkel", "U.S.", "-backed", "IS", "ISIL", "Jr.", "al-", "É", "中文", "O'", "de", "the", "A"),
    *("Bank of", "IN BERLIN", "3-1", "beat", "also known as", "Inc.", "co-", "'s", "’", "“", "”", "(", ")", "()"),
    *(".", ",", "\n", "&", "—", "\u200b", "\ud800", "\u0301"),
)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(ODD_PIECES), max_size=30), st.sampled_from([" ", ""]))
def test_mentions_are_sorted_disjoint_and_exact(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    document = segment(Article("test", "", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),) if text else ()))
    mentions = find_mentions(document)
    end = 0
    for mention in mentions:
        assert end <= mention.span.start < mention.span.end
        assert text[slice(*mention.span)] == mention.text
        end = mention.span.end
    entities = find_entities(document)
    assert sorted(mention.span for entity in entities for mention in entity.mentions) == [m.span for m in mentions]
    for entity in (*entities, *group_mentions(document, mentions)):
        assert entity.aliases[0].text == entity.name
        assert aliases_of(entity) == {mention.text for mention in entity.mentions}
        assert {mention.kind for mention in entity.mentions} == {entity.kind}
