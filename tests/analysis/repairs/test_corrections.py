"""Repairs of names hold: over a fresh analysis, a changed text, another tagger, in any order, never without a word."""

from dataclasses import replace

import pytest

from tests.analysis.repairs.ground import (
    ANALYSIS,
    ARTICLE,
    NAMES,
    ORG,
    PERSON,
    PLACE,
    TEXT,
    analysis_of,
    article_of,
    check,
    entity,
    key,
    names,
    place_of,
    states,
    who,
)
from tui.analysis.model import (
    Alias,
    Kind,
)
from tui.analysis.repairs.corrections import concerning, plan, replay, trace
from tui.analysis.repairs.repairs import (
    AddName,
    Correction,
    EntityKey,
    Hide,
    Merge,
    Pin,
    Rename,
    Retype,
    Split,
    key_of,
)
from tui.analysis.repairs.replaying import State
from tui.text.article import Furniture
from tui.text.span import Span


def test_nothing_to_put_right_changes_nothing() -> None:
    assert replay(ANALYSIS, ARTICLE, []) is ANALYSIS
    assert replay(ANALYSIS, ARTICLE, [Hide(key("Oslo"), scope="/other.txt")]) is ANALYSIS
    asleep = [Hide(EntityKey("Atlantis", PLACE, ("Atlantis",)))]
    assert replay(ANALYSIS, ARTICLE, asleep) == ANALYSIS
    assert states(asleep) == [State.ASLEEP]


def test_rename_keeps_the_old_name_as_alias() -> None:
    after = replay(ANALYSIS, ARTICLE, [Rename(key("ISIL"), "Daesh")])
    assert entity("Daesh", after).aliases == (Alias("Daesh", "corrected"), Alias("ISIL", "exact"))
    assert ["Daesh"] in who(after)
    check(after, TEXT)


def test_rename_to_a_name_that_is_taken_is_said_and_joins_nothing() -> None:
    rule = Rename(key("ISIL"), "Islamic State")
    after, (outcome,) = trace(ANALYSIS, ARTICLE, [rule])
    assert outcome.state is State.CONFLICT
    assert len(after.entities) == len(ANALYSIS.entities)
    assert plan(ANALYSIS, ARTICLE, rule) == (outcome.notice,)
    assert "Islamic State" in outcome.notice


def test_merge_joins_mentions_aliases_and_rows() -> None:
    after = replay(ANALYSIS, ARTICLE, [Merge((key("ISIL"), key("Islamic State")), "Islamic State")])
    merged = entity("Islamic State", after)
    assert [mention.text for mention in merged.mentions] == ["ISIL", "Islamic State", "ISIL"]
    assert merged.aliases == (Alias("Islamic State", "exact"), Alias("ISIL", "corrected"))
    assert ["Islamic State"] in who(after)
    assert plan(ANALYSIS, ARTICLE, Merge((key("ISIL"), key("Islamic State")), "Islamic State")) == ()
    check(after, TEXT)


def test_merge_into_the_name_of_a_third_is_said() -> None:
    rule = Merge((key("ISIL"), key("Islamic State")), "Guardian")
    after, (outcome,) = trace(ANALYSIS, ARTICLE, [rule])
    assert outcome.state is State.CONFLICT
    assert [e.name for e in after.entities].count("Guardian") == 2
    assert plan(ANALYSIS, ARTICLE, rule) == (outcome.notice,)


def test_merge_of_different_kinds_is_said() -> None:
    (warning,) = plan(ANALYSIS, ARTICLE, Merge((key("ISIL"), key("Guardian")), "Guardian"))
    assert "ORG" in warning
    assert "all become PLACE" in warning


def test_merge_everywhere_gives_an_article_with_one_of_them_the_chosen_name() -> None:
    article = article_of("ISIL attacked.", "/b.txt")
    after = replay(analysis_of(article), article, [Merge((key("ISIL"), key("Islamic State")), "Islamic State")])
    assert names(after) == {"Islamic State"}


def test_split_moves_the_chosen_mentions_and_their_rows() -> None:
    rule = Split(key("John Smith"), "Adam Smith", mentions=(place_of("Smith", 4),))
    after = replay(ANALYSIS, ARTICLE, [rule])
    assert [mention.span.start for mention in entity("Adam Smith", after).mentions] == [rule.mentions[0].offset]
    assert len(entity("John Smith", after).mentions) == 3
    assert who(after)[-1] == ["ISIL", "Adam Smith", "Guardian"]
    check(after, TEXT)


def test_split_by_form_takes_the_alias_along() -> None:
    after = replay(ANALYSIS, ARTICLE, [Split(key("John Smith"), "Adam Smith", forms=("smith",))])
    assert [alias.text for alias in entity("John Smith", after).aliases] == ["John Smith"]
    assert [alias.text for alias in entity("Adam Smith", after).aliases] == ["Adam Smith", "Smith"]
    assert {alias.rule for alias in entity("Adam Smith", after).aliases} == {"corrected"}


def test_split_of_everything_is_said() -> None:
    rule = Split(key("Oslo"), "Oslo, Minnesota", forms=("Oslo",))
    assert any("every mention" in warning for warning in plan(ANALYSIS, ARTICLE, rule))
    assert "Oslo, Minnesota" in names(replay(ANALYSIS, ARTICLE, [rule]))


def test_split_that_loses_the_name_falls_back_to_a_form_in_the_text() -> None:
    after = replay(ANALYSIS, ARTICLE, [Split(key("John Smith"), "J. S.", forms=("John Smith",))])
    assert names(after) >= {"J. S.", "Smith"}
    check(after, TEXT)


def test_split_is_found_again_in_a_changed_text() -> None:
    rule = Split(key("John Smith"), "Adam Smith", mentions=(place_of("Smith", 4),))
    changed = article_of("A new lead by John Smith. And Smith. " + TEXT.replace("came back", "was back"))
    after = replay(analysis_of(changed), changed, [rule])
    (mention,) = entity("Adam Smith", after).mentions
    assert changed.text[mention.span.start - 5 : mention.span.end] == "said Smith"
    gone = article_of(TEXT.replace("said Smith of the Guardian", "it was heard"))
    assert states([rule], analysis_of(gone), gone) == [State.ASLEEP]


def test_retype_hide_and_pin() -> None:
    after = replay(
        ANALYSIS, ARTICLE, [Retype(key("Guardian"), ORG), Hide(key("Oslo")), Pin(key("Islamic State"))]
    )  # fmt: skip
    assert entity("Guardian", after).kind is ORG
    assert "Oslo" not in names(after)
    assert after.entities[0].name == "Islamic State"
    assert after.entities[0].pinned
    assert who(after) == [["John Smith", "Ann Smith"], ["ISIL"], ["ISIL", "John Smith", "Guardian"]]
    check(after, TEXT)
    assert not replay(after, ARTICLE, [Pin(key("Islamic State"), on=False)]).entities[0].pinned


def test_added_name_is_found_as_whole_words_and_enters_its_rows() -> None:
    article = article_of("Rex Bo met Rexford in May. Bo-Rex. rex. Rex’s dog bit Rex\u0301 in Oslo.")
    after = replay(analysis_of(article), article, [AddName("Rex", PERSON)])
    rex = entity("Rex", after)
    assert [mention.span.start for mention in rex.mentions] == [0, 30, 40]
    assert {mention.rule for mention in rex.mentions} == {"corrected"}
    assert who(after) == [["Rex"]]
    check(after, article.text)


def test_added_name_joins_who_has_it_already() -> None:
    found = analysis_of(ARTICLE, [("John Smith", PERSON, ("John Smith",))])
    after = replay(found, ARTICLE, [AddName("Smith", PERSON)])
    assert entity("John Smith", after).mentions[0].text == "John Smith"
    assert "Smith" in names(after)  # a surname that nobody else bears in the analysis: an entry of its own
    tagged = analysis_of(article_of(), NAMES)
    less = replace(tagged, entities=(replace(entity("ISIL"), mentions=entity("ISIL").mentions[:1]),), events=())
    assert len(entity("ISIL", replay(less, ARTICLE, [AddName("ISIL", ORG)])).mentions) == 2


def test_added_longer_name_takes_the_shorter_inside_and_says_so() -> None:
    article = article_of("The Bank of Oslo closed in May.")
    found = analysis_of(article)
    rule = AddName("Bank of Oslo", ORG)
    after = replay(found, article, [rule])
    assert names(after) == {"Bank of Oslo"}
    assert who(after) == [["Bank of Oslo"]]
    assert plan(found, article, rule) == ("Oslo stands only inside “Bank of Oslo” and is no longer an entry.",)
    assert states([AddName("Bank", ORG)], after, article) == [State.SETTLED]


def test_added_name_stays_out_of_furniture_and_needs_no_spaces_in_chinese() -> None:
    article = article_of("习近平在北京。\n\n北京 caption")
    marked = replace(article, blocks=(article.blocks[0], replace(article.blocks[1], furniture=Furniture.CAPTION)))
    (beijing,) = replay(analysis_of(marked), marked, [AddName("北京", PLACE)]).entities
    assert [mention.span for mention in beijing.mentions] == [Span(4, 6)]


def test_chain_of_rename_merge_and_split_survives_undoing_its_first_link() -> None:
    rename: Correction = Rename(key("ISIL"), "Daesh")
    once = replay(ANALYSIS, ARTICLE, [rename])
    merge = Merge((key("Daesh", once), key("Islamic State", once)), "Islamic State")
    twice = replay(ANALYSIS, ARTICLE, [rename, merge])
    split = Split(key("Islamic State", twice), "The group", forms=("ISIL",))
    for log in ([rename, merge, split], [merge, split]):
        after = replay(ANALYSIS, ARTICLE, log)
        assert {"Islamic State", "The group"} <= names(after)
        assert len(entity("The group", after).mentions) == 2
        assert [alias.text for alias in entity("Islamic State", after).aliases if alias.text == "ISIL"] == []
        check(after, TEXT)


def test_rules_hold_when_the_tagger_changes_its_mind() -> None:
    rules = [Merge((key("ISIL"), key("Islamic State")), "Daesh"), Hide(key("Guardian"))]
    kinds = [(name, Kind.OTHER if kind is not PERSON else kind, forms) for name, kind, forms in NAMES]
    joined = [
        *(row for row in NAMES if row[0] not in ("ISIL", "Islamic State")),
        ("Islamic State", ORG, ("Islamic State", "ISIL")),
    ]
    for other in (kinds, joined):
        after = replay(analysis_of(ARTICLE, other), ARTICLE, rules)
        assert "Daesh" in names(after)
        assert not names(after) & {"ISIL", "Islamic State", "Guardian"}


def test_what_has_come_apart_is_hidden_with_it_but_not_a_namesake() -> None:
    joined = analysis_of(ARTICLE, [("Islamic State", ORG, ("Islamic State", "ISIL")), *NAMES[:2]])
    rule = Hide(key_of(joined, entity("Islamic State", joined)))
    assert not names(replay(ANALYSIS, ARTICLE, [rule])) & {"ISIL", "Islamic State"}
    assert "Ann Smith" in names(replay(ANALYSIS, ARTICLE, [Hide(key("John Smith"))]))


@pytest.mark.parametrize(
    ("made_for", "there", "applies"),
    [
        (("Washington", PLACE, ("Washington",)), ("Washington", PERSON, ("Washington",)), False),
        (("Guardian", PLACE, ("Guardian",)), ("Guardian", ORG, ("Guardian",)), True),
        (("ISIL", ORG, ("ISIL",)), ("ISIL", PERSON, ("ISIL",)), True),
        (("John Smith", PERSON, ("John Smith", "Smith")), ("Smith", PERSON, ("Smith",)), False),
        (("John Smith", PERSON, ("John Smith", "Smith")), ("John Smith", ORG, ("John Smith",)), True),
        (("Smith", PERSON, ("Smith",)), ("John Smith", PERSON, ("John Smith", "Smith")), True),
        (("Barack Obama", PERSON, ("Barack Obama", "Obama")), ("Obama", PERSON, ("Michelle Obama", "Obama")), False),
    ],
)
def test_reach_of_a_rule_for_every_article(
    made_for: tuple[str, Kind, tuple[str, ...]], there: tuple[str, Kind, tuple[str, ...]], applies: bool
) -> None:
    article = article_of(" and ".join(there[2]) + " came.", "/b.txt")
    rule = Hide(EntityKey(*made_for))
    assert (replay(analysis_of(article, [there]), article, [rule]).entities == ()) is applies


def test_ambiguous_names_follow() -> None:
    unsure = replace(entity("Oslo"), ambiguous=("ISIL", "Guardian"))
    found = replace(ANALYSIS, entities=tuple(unsure if e.name == "Oslo" else e for e in ANALYSIS.entities))
    after = replay(found, ARTICLE, [Rename(key("ISIL"), "Daesh"), Hide(key("Guardian"))])
    assert entity("Oslo", after).ambiguous == ("Daesh",)


def test_rules_about_an_entity_are_its_evidence() -> None:
    rules = [Rename(key("ISIL"), "Daesh"), Hide(key("Oslo"))]
    after = replay(ANALYSIS, ARTICLE, rules)
    assert concerning(entity("Daesh", after), rules) == (rules[0],)
