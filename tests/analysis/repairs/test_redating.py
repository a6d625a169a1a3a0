"""Days put right by hand: where they were read wrongly, where there was none, and where none should be."""

from dataclasses import replace

from tests.analysis.repairs.ground import (
    ANALYSIS,
    ARTICLE,
    TEXT,
    analysis_of,
    article_of,
    check,
    days,
    key,
    place_of,
    states,
    who,
)
from tui.analysis.model import (
    Day,
    Interval,
    Status,
)
from tui.analysis.repairs.corrections import plan, replay, trace
from tui.analysis.repairs.repairs import (
    Hide,
    Redate,
    passage_at,
)
from tui.analysis.repairs.replaying import State
from tui.text.span import Span


def test_a_date_set_by_hand_moves_its_row() -> None:
    rule = Redate(place_of("Monday"), "2019-05-13")
    after = replay(ANALYSIS, ARTICLE, [rule])
    assert [event.value for event in after.events] == ["2019-05", "2019-05-07", "2019-05-13"]
    assert [e.edtf for e in after.events][-1] == "2019-05-13"
    time = next(time for time in after.times if time.rule == "corrected")
    assert (time.value, time.interval, time.confidence) == ("2019-05-13", days("2019-05-13"), 1.0)
    assert states([rule], after) == [State.SETTLED]
    check(after, TEXT)


def test_a_date_set_by_hand_holds_in_a_changed_text_and_for_other_bounds() -> None:
    rule = Redate(place_of("Monday"), "2019-05-13")
    changed = article_of("It was Monday. " + TEXT)
    after = replay(analysis_of(changed), changed, [rule])
    assert [time.value for time in after.times if time.rule == "corrected"] == ["2019-05-13"]
    assert sorted(event.value for event in after.events) == ["2019-05", "2019-05-06", "2019-05-07", "2019-05-13"]
    wider = tuple(
        replace(time, span=Span(time.span.start - 3, time.span.end)) if time.value == "2019-05-06" else time
        for time in ANALYSIS.times
    )
    after = replay(replace(ANALYSIS, times=wider), ARTICLE, [rule])
    assert [event.value for event in after.events][-1] == "2019-05-13"


def test_a_range_follows_one_of_its_ends() -> None:
    article = article_of("It lasted from Monday to Tuesday in Oslo.")
    found = analysis_of(article)
    first, last = found.times
    both = Span(first.span.start, last.span.end)
    row = replace(found.events[0], time=both, interval=Interval(first.interval[0], last.interval[1]))
    found = replace(found, events=(row,))
    (event,) = replay(found, article, [Redate(place_of("Tuesday", article=article), "2019-05-09")]).events
    assert event.interval == Interval(Day(2019, 5, 6), Day(2019, 5, 9))
    assert (event.value, event.edtf) == ("2019-05-06/2019-05-09", "2019-05-06/2019-05-09")


def test_a_range_corrected_as_a_whole_is_one_expression() -> None:
    article = article_of("It lasted from Monday to Tuesday in Oslo.")
    found = analysis_of(article)
    both = Span(found.times[0].span.start, found.times[1].span.end)
    found = replace(found, events=(replace(found.events[0], time=both),))
    after = replay(found, article, [Redate(passage_at(article, both), "2018-01-01/2018-01-05")])
    assert [(time.span, time.value) for time in after.times] == [(both, "2018-01-01/2018-01-05")]
    assert [event.edtf for event in after.events] == ["2018-01-01/2018-01-05"]
    rule = Redate(place_of("Tuesday", article=article), "2018-02-01")
    ((_, outcomes), before) = trace(after, article, [rule]), after
    assert outcomes[0].state is State.ASLEEP
    assert "part of a longer time" in outcomes[0].notice
    assert replay(after, article, [rule]) == before
    assert replay(found, article, [Redate(passage_at(article, both), "")]).times == ()


def test_a_date_where_there_was_none_brings_its_sentence_into_the_timeline() -> None:
    article = article_of("ISIL fled on Monday. In Oslo, Ann Smith wept.")
    found = analysis_of(article)
    unresolved = replace(found.times[0], value="XXXX-WXX-1", interval=None, edtf="")
    reported = replace(found.events[0], time=None, status=Status.REPORTED)
    found = replace(found, times=(unresolved,), events=(reported,))
    rule = Redate(place_of("Monday", article=article), "2019-05-13T09:00")
    after = replay(found, article, [rule, Hide(key("ISIL", found))])
    (event,) = after.events
    assert (event.status, event.value, event.edtf, event.entities) == (Status.DATED, "2019-05-13", "2019-05-13", ())
    assert who(replay(found, article, [rule])) == [["ISIL"]]


def test_no_date_and_bad_dates() -> None:
    after = replay(ANALYSIS, ARTICLE, [Redate(place_of("May"), "")])
    assert [event.value for event in after.events] == ["2019-05-06", "2019-05-07"]
    assert len(after.times) == 2
    bad = Redate(place_of("May"), "2019-13-40")
    assert replay(ANALYSIS, ARTICLE, [bad]) == ANALYSIS
    (warning,) = plan(ANALYSIS, ARTICLE, bad)
    assert "not a date" in warning
    undated = replay(replace(ANALYSIS, times=(), events=()), ARTICLE, [Redate(place_of("May"), "2019-05")])
    assert [time.edtf for time in undated.times] == ["2019-05"]
