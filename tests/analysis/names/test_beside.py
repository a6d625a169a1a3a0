"""The words beside a name decide its kind: every row of the table, storms and ships, words that open a sentence."""

from collections.abc import Callable

import pytest

from tui.analysis.document import segment
from tui.analysis.model import Entity, Kind
from tui.analysis.names.beside.nouns import ROWS, Row
from tui.analysis.names.entities import find_entities
from tui.text.article import Article

Write = Callable[..., Article]


def entities_of(text: str, write_article: Write) -> dict[str, Entity]:
    """Each form of a name in a text, and the entity that it names."""
    found = find_entities(segment(write_article(text)))
    return {alias.text: entity for entity in found for alias in entity.aliases}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.nouns.split()[0])
def test_each_row_holds_for_its_example(row: Row, write_article: Write) -> None:
    name = row.example[row.example.index("[") + 1 : row.example.index("]")]
    found = entities_of(row.example.replace("[", "").replace("]", ""), write_article)
    assert name in found
    assert found[name].kind is row.kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Talmen Re, an insurer in Zurich, paid at once.", "Talmen Re", Kind.ORG),
        ("Nordsel, the Danish shipping company, waits.", "Nordsel", Kind.ORG),
        ("They met in Ilmarsk, the capital of the region, on Friday.", "Ilmarsk", Kind.PLACE),
        ("Nine people were aboard the Karin Holm when it sank.", "Karin Holm", Kind.OTHER),
        ("Shares of Adela Power fell. Adela Power did not comment.", "Adela Power", Kind.ORG),
        ("The owner, Kanto Maru Kaisha, waited on Friday.", "Kanto Maru Kaisha", Kind.ORG),
        ("They fear companies in the solar trade, such as Yindra, Sontek and Trine.", "Trine", Kind.ORG),
        ("They fear companies in the solar trade, such as Yindra, Sontek and Trine.", "Yindra", Kind.ORG),
        ("Shares of Toyota, Honda, Nissan and Korvan rose.", "Korvan", Kind.ORG),
        ("The flood took cities such as Vellorin and Astrava.", "Astrava", Kind.PLACE),
        ("Ostala Gift Size, leader of the students, disagrees.", "Ostala Gift Size", Kind.PERSON),
        ("Demosisto's Nathan Law won, and so did Demosisto's Alice Wong.", "Demosisto", Kind.ORG),
        ("They met at the Ostran Harbour Hall on Friday.", "Ostran Harbour Hall", Kind.PLACE),
        ("According to the New Zealand Herald, it rained.", "New Zealand Herald", Kind.ORG),
        ("They signed the Treaty of Ilmarsk in May.", "Treaty of Ilmarsk", Kind.OTHER),
        ("The Comprehensive Agreement on Investment was signed.", "Comprehensive Agreement on Investment", Kind.OTHER),
        ("Jerry Hall spoke on Friday.", "Jerry Hall", Kind.PERSON),
        ("The crowd stood before the Élysée. The Élysée said nothing.", "Élysée", Kind.ORG),
        ("Moscow warned them on Friday, and Moscow meant it.", "Moscow", Kind.PLACE),
        ("Shoei Kisen Kaisha owns it. Shoei Kisen did not answer.", "Shoei Kisen", Kind.ORG),
        ("Stanmer Marine sent three tugs.", "Stanmer Marine", Kind.ORG),
        ("Anna Marine sent three letters.", "Anna Marine", Kind.PERSON),
        ("Apollo 14 came back. Alan Shepard led Apollo 14.", "Apollo 14", Kind.OTHER),
        ("The storm reached the Mediterranean.", "Mediterranean", Kind.PLACE),
        ("The Mediterranean diet is praised.", "Mediterranean", Kind.GROUP),
        ("They met beside the Great Bitter Lake.", "Great Bitter Lake", Kind.PLACE),
        ("They sent the tugs Alp Karin and Carlo Bono on Friday.", "Alp Karin", Kind.OTHER),
        ("They sent the tugs Alp Karin and Carlo Bono on Friday.", "Carlo Bono", Kind.OTHER),
        ("The kingdoms of Tambora and Pekat had been wiped out.", "Pekat", Kind.PLACE),
        ("Avilor said it would show the tools. Avilor is new.", "Avilor", Kind.ORG),
        ("Claire Dumont of Upsnap will follow him. Upsnap waits.", "Upsnap", Kind.ORG),
        ("Emil Smith of Hewlett-Parker denied it, and Hewlett-Parker paid.", "Hewlett-Parker", Kind.ORG),
        ("Melvin's Nathan Law won a seat.", "Melvin", Kind.PERSON),
        ("The brewer Tessin is for sale.", "Tessin", Kind.ORG),
        ("The brewer Anna Tessin is tired.", "Anna Tessin", Kind.PERSON),
        ("Fighting went on in the Baltic.", "Baltic", Kind.PLACE),
        ("The Baltic herring is rare.", "Baltic", Kind.GROUP),
    ],
)
def test_beside(text: str, name: str, kind: Kind, write_article: Write) -> None:
    assert entities_of(text, write_article)[name].kind is kind


@pytest.mark.parametrize(
    ("text", "name", "own"),
    [
        ("Hurricane Odette hit the coast. Odette weakened on Friday.", "Hurricane Odette", "Odette"),
        ("Storm Clara is due. The rain of Clara stays.", "Storm Clara", "Clara"),
        ("HMS Gallant left port. The Gallant carries fifty men.", "HMS Gallant", "Gallant"),
    ],
)
def test_a_storm_and_a_ship_are_one_with_their_own_name(text: str, name: str, own: str, write_article: Write) -> None:
    found = entities_of(text, write_article)
    assert found[name].kind is Kind.OTHER
    assert found[own] is found[name]


@pytest.mark.parametrize(
    ("text", "word", "listed"),
    [
        ("Patience ran out on Tuesday in Oslo.", "Patience", False),
        ("Faith kept them going. Faith was all they had.", "Faith", False),
        ("Faith said that she would stay in Oslo.", "Faith", True),
        ("Faith Holden stayed in Oslo. Faith was tired.", "Faith", True),
    ],
)
def test_a_word_that_opens_a_sentence_needs_a_second_sign(
    text: str, word: str, listed: bool, write_article: Write
) -> None:
    assert (word in entities_of(text, write_article)) is listed
