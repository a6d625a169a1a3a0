"""Who says it is put right, and what is no quotation or no figure goes: for good, whatever is analysed anew."""

from dataclasses import replace

import pytest

from tui.analysis.model import Analysis, Figure, Quote
from tui.analysis.pipeline import analyse
from tui.analysis.repairs.attributing import digest_of, words_at
from tui.analysis.repairs.corrections import concerning, replay, trace
from tui.analysis.repairs.repairs import Attribute, Dismiss, Merge, Rename, Statement, describe, key_of
from tui.analysis.repairs.replaying import State
from tui.text.article import Article
from tui.text.formats.plain import plain_article

TEXT = (
    "Ada Lund met Bo Ek in Oslo. “We stay, and some 34 ships wait,” she said. The talks took nine hours.\n\n"
    "“We stay, and some 34 ships wait,” said Bo Ek later. Ek had seen 34 ships."
)


def read(text: str = TEXT) -> tuple[Article, Analysis]:
    article = plain_article(text, source="/x/a.txt", title="", furniture=False, exact=True)
    return article, analyse(article)


ARTICLE, ANALYSIS = read()


def number_of(name: str, analysis: Analysis = ANALYSIS) -> int:
    return next(number for number, entity in enumerate(analysis.entities) if entity.name == name)


def quote(number: int, name: str = "", article: Article = ARTICLE, analysis: Analysis = ANALYSIS) -> Attribute:
    found = analysis.quotes[number]
    key = key_of(analysis, analysis.entities[number_of(name, analysis)]) if name else None
    words = words_at(article, found.content[0])
    return Attribute(Statement.QUOTE, words, digest_of(article, found), key, article.source)


def of(rule: Attribute) -> Dismiss:
    return Dismiss(rule.what, rule.words, rule.digest, rule.scope)


def figure(number: int) -> Attribute:
    return Attribute(Statement.FIGURE, words_at(ARTICLE, ANALYSIS.figures[number].span), scope=ARTICLE.source)


def speakers(analysis: Analysis) -> list[str]:
    return [analysis.entities[one.entity].name if one.entity is not None else "" for one in analysis.quotes]


def sources(article: Article, analysis: Analysis) -> list[str]:
    return [article.text[slice(*one.source)] if one.source else "" for one in analysis.figures]


def test_somebody_else_says_it_and_its_figures_are_his() -> None:
    assert speakers(ANALYSIS) == ["Ada Lund", "Bo Ek"]
    assert sources(ARTICLE, ANALYSIS) == ["she", "", "Bo Ek", ""]
    after = replay(ANALYSIS, ARTICLE, [quote(0, "Bo Ek")])
    assert speakers(after) == ["Bo Ek", "Bo Ek"]
    assert TEXT[slice(*after.quotes[0].speaker)] == "Bo Ek"  # where he is named last before it
    assert sources(ARTICLE, after) == ["Bo Ek", "", "Bo Ek", ""]
    nobody = replay(ANALYSIS, ARTICLE, [quote(0)])
    assert (nobody.quotes[0].speaker, nobody.quotes[0].entity) == (None, None)
    assert sources(ARTICLE, nobody) == ["", "", "Bo Ek", ""]


def test_who_is_named_by_hand_is_not_doubted() -> None:
    article, analysis = read("Ada Lund met Bo Ek in Oslo. Bo Ek believes that the talks will fail.")
    assert [one.doubted for one in analysis.quotes] == [True]
    rule = quote(0, "Bo Ek", article, analysis)
    assert [one.doubted for one in replay(analysis, article, [rule]).quotes] == [False]


def test_the_last_word_counts_and_nothing_is_changed_twice() -> None:
    first, second = quote(0, "Bo Ek"), quote(0, "Ada Lund")
    assert speakers(replay(ANALYSIS, ARTICLE, [first, second])) == ["Ada Lund", "Bo Ek"]
    states = [outcome.state for outcome in trace(ANALYSIS, ARTICLE, [first, first])[1]]
    assert states == [State.DONE, State.SETTLED]


def test_of_the_same_words_said_twice_the_nearest_is_meant() -> None:
    assert digest_of(ARTICLE, ANALYSIS.quotes[0]) == digest_of(ARTICLE, ANALYSIS.quotes[1])
    assert speakers(replay(ANALYSIS, ARTICLE, [quote(1, "Ada Lund")])) == ["Ada Lund", "Ada Lund"]
    left = replay(ANALYSIS, ARTICLE, [of(quote(0))])
    assert [one.content for one in left.quotes] == [ANALYSIS.quotes[1].content]


def test_a_figure_is_somebodys_or_none() -> None:
    key = key_of(ANALYSIS, ANALYSIS.entities[number_of("Ada Lund")])
    after = replay(ANALYSIS, ARTICLE, [replace(figure(1), key=key)])
    assert sources(ARTICLE, after) == ["she", "Ada Lund", "Bo Ek", ""]
    left = replay(ANALYSIS, ARTICLE, [of(figure(3))])  # not the other 34
    assert left.figures == ANALYSIS.figures[:3]


def test_who_was_renamed_or_merged_still_says_it() -> None:
    keys = tuple(key_of(ANALYSIS, ANALYSIS.entities[number_of(name)]) for name in ("Ada Lund", "Bo Ek"))
    rules = [quote(0, "Bo Ek"), Rename(keys[1], "Bo Ekman", ARTICLE.source)]
    assert speakers(replay(ANALYSIS, ARTICLE, rules)) == ["Bo Ekman", "Bo Ekman"]
    both = Merge(keys, "Ada Lund", ARTICLE.source)
    assert speakers(replay(ANALYSIS, ARTICLE, [quote(0, "Bo Ek"), both])) == ["Ada Lund", "Ada Lund"]


@pytest.mark.parametrize(
    "text",
    [
        f"Somebody wrote more here. {TEXT}",
        TEXT.replace("“", '"').replace("”", '"'),
        TEXT.replace("wait,” she", "wait”, she"),
    ],
    ids=["moved", "other marks", "set otherwise"],
)
def test_it_holds_when_the_text_has_changed(text: str) -> None:
    article, analysis = read(text)
    assert speakers(replay(analysis, article, [quote(0, "Bo Ek")])) == ["Bo Ek", "Bo Ek"]
    assert len(replay(analysis, article, [of(quote(0)), of(figure(1))]).quotes) == 1


def test_it_holds_when_a_quotation_is_found_to_end_elsewhere() -> None:
    first = ANALYSIS.quotes[0]
    shorter = replace(first, content=(first.content[0]._replace(end=first.content[0].end - 12),))
    analysis = replace(ANALYSIS, quotes=(shorter, ANALYSIS.quotes[1]))
    assert digest_of(ARTICLE, shorter) != digest_of(ARTICLE, first)
    assert speakers(replay(analysis, ARTICLE, [quote(0, "Bo Ek"), of(quote(1))])) == ["Bo Ek"]


def test_a_rule_sleeps_where_its_words_or_its_speaker_are_gone() -> None:
    article, analysis = read("Bo Ek left. He had seen 34 ships.")
    for rule in (quote(0, "Bo Ek"), of(quote(0)), figure(1)):
        after, (outcome,) = trace(analysis, article, [rule])
        assert (after, outcome.state) == (analysis, State.ASLEEP)
    article, analysis = read(TEXT.replace("Ada Lund", "Eva Berg"))
    assert trace(analysis, article, [quote(1, "Ada Lund")])[1][0].state is State.ASLEEP


def test_it_is_part_of_what_is_known_of_an_entity() -> None:
    rule = quote(0, "Bo Ek")
    assert concerning(ANALYSIS.entities[number_of("Bo Ek")], [rule, quote(0), of(rule)]) == (rule,)
    assert describe(rule) == "“We stay, and some 34 ships wait,” is said by Bo Ek, in a.txt"


def test_nothing_else_changes() -> None:
    after = replay(ANALYSIS, ARTICLE, [quote(0, "Bo Ek"), of(figure(0))])
    assert replace(after, quotes=(), figures=()) == replace(ANALYSIS, quotes=(), figures=())
    assert isinstance(after.quotes[0], Quote)
    assert all(isinstance(one, Figure) for one in after.figures)
