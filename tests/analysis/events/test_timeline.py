"""Rows of the timeline, from texts in which times and names are drawn: [Tuesday=2019-07-30], <Anna Berg:PERSON>."""

import re
from dataclasses import replace
from datetime import date

import pytest

from tui.analysis.document import segment
from tui.analysis.events.timeline import build_timeline
from tui.analysis.model import Alias, Entity, Kind, Mention, Status, TimeExpression, TimeType
from tui.analysis.times.days.calendar import interval_of
from tui.analysis.times.ranges import join_ranges
from tui.text.article import Article, Block, BlockKind, Known, Published
from tui.text.span import Span

DRAWN = re.compile(r"\[([^=\]]+)=([^\]]+)\]|<([^:>]+):(\w+)>")
PUBLISHED = Published(date(2019, 7, 30), Known.STATED)


def timeline(drawn, published=PUBLISHED):
    """(rows, article, names): each row as (value, its clause, those taking part)."""
    text, times, found, last = "", [], {}, 0
    for match in DRAWN.finditer(drawn):
        text += drawn[last : match.start()]
        start, last = len(text), match.end()
        text += match[1] or match[3]
        span = Span(start, len(text))
        if match[1]:
            kind = TimeType.DURATION if match[2].startswith("P") and match[2][1].isdigit() else TimeType.DATE
            times.append(
                TimeExpression(
                    span, kind, match[2], interval=interval_of(match[2].removesuffix("-XX")) if kind == "DATE" else None
                )
            )
        else:
            found.setdefault(match[3], []).append(Mention(span, Kind(match[4]), match[3], "drawn"))
    text += drawn[last:]
    blocks, offset = [], 0
    for paragraph in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(offset, offset + len(paragraph))))
        offset += len(paragraph) + 1
    article = Article("test", "", text, tuple(block for block in blocks if block.span.start < block.span.end))
    entities = tuple(Entity(name, m[0].kind, (Alias(name, "drawn"),), tuple(m)) for name, m in found.items())
    document = segment(replace(article, published=published))
    ranges = join_ranges(document, times)
    events = build_timeline(document, entities, tuple(times), published, ranges)
    return events, article, [entity.name for entity in entities]


def rows(drawn, published=PUBLISHED, status=Status.DATED):
    events, article, names = timeline(drawn, published)
    return [
        (event.value, article.text[slice(*event.clause)], [names[index] for index in event.entities])
        for event in events
        if event.status is status
    ]


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (
            "<Anna Berg:PERSON> resigned on [Tuesday=2019-07-30].",
            [("2019-07-30", "Anna Berg resigned on Tuesday.", ["Anna Berg"])],
        ),
        (  # two dates, two rows, each with its own clause and names
            "In [1986=1986] <Jobs:PERSON> bought <Pixar:ORG>, which was acquired by <Disney:ORG> in [2006=2006].",
            [
                ("1986", "In 1986 Jobs bought Pixar,", ["Jobs", "Pixar"]),
                ("2006", "which was acquired by Disney in 2006.", ["Pixar", "Disney"]),
            ],
        ),
        (  # the date of what is said is told from the date of saying it
            "<Berg:PERSON> said on [Tuesday=2019-07-30] that <Acme:ORG> had failed on [Monday=2019-07-29].",
            [
                ("2019-07-29", "that Acme had failed on Monday.", ["Acme"]),
                ("2019-07-30", "Berg said on Tuesday", ["Berg"]),
            ],
        ),
        (  # a date of saying keeps what was said, if that has no date of its own
            "<Berg:PERSON> said on [Tuesday=2019-07-30] that <Acme:ORG> had failed.",
            [("2019-07-30", "Berg said on Tuesday that Acme had failed.", ["Berg", "Acme"])],
        ),
        (  # what happened when the dated thing happened
            "<Egypt:PLACE> widened the canal in [May=2019-05], when <Berg:PERSON> opened it.",
            [("2019-05", "Egypt widened the canal in May, when Berg opened it.", ["Egypt", "Berg"])],
        ),
        (  # a date at the head of a sentence is that of its main clause
            "On [Monday=2019-07-29], a day before anyone had left, <Berg:PERSON> resigned.",
            [("2019-07-29", "On Monday, a day before anyone had left, Berg resigned.", ["Berg"])],
        ),
        (
            "<Anna Berg:PERSON>, a teacher whose books helped many and made them think, died on [Monday=2019-07-29].",
            [
                (
                    "2019-07-29",
                    "Anna Berg, a teacher whose books helped many and made them think, died on Monday.",
                    ["Anna Berg"],
                )
            ],
        ),
        (
            "From [2009=2009] to [2011=2011] <Berg:PERSON> led the party.",
            [("2009/2011", "From 2009 to 2011 Berg led the party.", ["Berg"])],
        ),
        ("The war of [1914=1914]-[1918=1918] ended.", [("1914/1918", "The war of 1914-1918 ended.", [])]),
        (  # two ways to say one day
            "[Eleven days later=2019-07-29], on [Monday=2019-07-29], it rained.",
            [("2019-07-29", "Eleven days later, on Monday, it rained.", [])],
        ),
        (
            "On [Monday=2019-07-29], at [this year=2019]'s meeting, it rained.",
            [("2019-07-29", "On Monday, at this year's meeting, it rained.", [])],
        ),
        (  # a year of which there was only one such thing
            "The first fire in the county [this year=2019] was seen on [4 January=2019-01-04].",
            [("2019-01-04", "The first fire in the county this year was seen on 4 January.", [])],
        ),
        (
            "The mill was sold [this year=2019], and on [4 January=2019-01-04] it burned.",
            [("2019", "The mill was sold this year,", []), ("2019-01-04", "and on 4 January it burned.", [])],
        ),
        (  # a year that only says which thing is meant is no date beside another
            "On [Monday=2019-07-29], <Ek:PERSON>, <Berg:PERSON>'s rival in the [2016=2016] race, called for a strike.",
            [("2019-07-29", "On Monday, Ek, Berg's rival in the 2016 race, called for a strike.", ["Ek", "Berg"])],
        ),
        (
            "He was charged on [Monday=2019-07-29] in the [2016=2016] shooting of a farmer.",
            [
                ("2016", "He was charged on Monday in the 2016 shooting of a farmer.", []),
                ("2019-07-29", "He was charged on Monday ", []),
            ],
        ),
        ("It has stood there since [1901=1901].", [("1901", "It has stood there since 1901.", [])]),
        ("The offer stands until [Friday=2019-08-02].", []),
        ("They walked for [three days=P3D].", []),
        ("It is hard [now=PRESENT_REF].", []),
        (
            "The crash of [March 2019=2019-03-XX] was the worst.",
            [("2019-03", "The crash of March 2019 was the worst.", [])],
        ),
        ("It began at [noon on Monday=2019-07-29T12:00].", [("2019-07-29", "It began at noon on Monday.", [])]),
        ("NAIROBI, [July 30=2019-07-30] (Reuters) - All was quiet.", []),
    ],
)
def test_rows(drawn, expected):
    assert rows(drawn) == expected


@pytest.mark.parametrize(
    ("drawn", "taking_part"),
    [
        ("<Anna Berg:PERSON> founded <Acme:ORG>. She resigned on [Tuesday=2019-07-30].", ["Anna Berg"]),
        ("<Anna Berg:PERSON> founded <Acme:ORG>. It failed on [Tuesday=2019-07-30].", ["Acme"]),
        ("<Acme:ORG> grew fast. The company failed on [Tuesday=2019-07-30].", ["Acme"]),
        ("<Anna Berg:PERSON> went to <Paris:PLACE>. The minister spoke on [Tuesday=2019-07-30].", ["Anna Berg"]),
        (
            "<Anna Berg:PERSON> left. She and <Ted Ek:PERSON> wrote a book in [May=2019-05].",
            ["Ted Ek", "Anna Berg"],
        ),
        (
            "<Anna Berg:PERSON> told her friends. <Ted Ek:PERSON> and his sons left. She came on [Tuesday=2019-07-30].",
            ["Anna Berg"],
        ),
        ("<Anna Berg:PERSON>, who was born in [1955=1955], left.", ["Anna Berg"]),
        ("<Anna Berg:PERSON> fought the plan and resigned on [Tuesday=2019-07-30].", ["Anna Berg"]),
        ("The president of <France:PLACE> met <Anna Berg:PERSON> on [Tuesday=2019-07-30].", ["France", "Anna Berg"]),
        (
            "<Anna Berg:PERSON> watched the ferry <Estrella:OTHER>. On [Tuesday=2019-07-30] she ran aground.",
            ["Anna Berg"],
        ),
        (
            "The ferry <Estrella:OTHER> left. The ship was full when she ran aground on [Tuesday=2019-07-30].",
            ["Estrella"],
        ),
        ("<Anna Berg:PERSON> left." + " Much happened." * 5 + " She came on [Tuesday=2019-07-30].", []),
    ],
)
def test_who_takes_part(drawn, taking_part):
    [(_, _, found)] = rows(drawn)
    assert found == taking_part


def test_known_history_is_background():
    events, _, _ = timeline("The bank, which was founded in [1901=1901], failed on [Tuesday=2019-07-30].")
    assert [(event.value, event.background) for event in events] == [("1901", True), ("2019-07-30", False)]


@pytest.mark.parametrize(
    ("drawn", "doubtful"),
    [
        ("The mill never closes, “and that is what I like,” he said on [Monday=2019-07-29].", False),
        ("They liked the mill more than I did [Thursday=2019-07-25].", True),
        ("He had sat with her before moving to a room at [11:20 am=2019-07-30T11:20].", True),
        ("The mill was burned on [Thursday=2019-07-25].", False),
        ("A ferry sank in [early July=2019-07-XX].", False),  # its days are rough, but there is no doubt
    ],
)
def test_a_row_whose_kind_was_often_wrong_is_doubtful(drawn, doubtful):
    events, _, _ = timeline(drawn)
    assert [event.uncertain for event in events if event.status is Status.DATED] == [doubtful]


@pytest.mark.parametrize(
    "drawn",
    [
        "The index fell to its lowest since [October 1997=1997-10].",
        "They see 5 per cent, more than in [June=2019-06].",
        "He denied that he had met the banker in [May=2019-05].",
        "Berg was acquitted of robbing a bank in [2015=2015].",
        "Charges that she took money between [2015=2015] and [2017=2017] were dropped.",
        "The hole opens every year between [August=2019-08] and [October=2019-10].",
        "Will he resign on [Friday=2019-08-02]?",
        "Copyright [2019=2019] The Daily Example. All rights reserved.",
        "Correction: October 2, 2018, [Sunday=2018-10-02].",
        "LONDON | Wed Sep 7, 2011 [2:13 pm=2011-09-07T14:13] BST LONDON (Reuters) - Plans were made.",
        "The bill has doubled since [2015=2015].",
        "A slide shows the [2017=2017] Ford Fusion.",
        "Updated 10:15 a.m. EDT, [July 30, 2019=2019-07-30]",
        "Had they left him, he would not be here [today=2019-07-30].",
        "It was the largest loss since the start of the war in [April=2019-04].",
        "The house of a famous [18th century=17] painter is large.",
        "In the news [30 JULY 2019=2019-07-30], SCIENCE & NATURE Why the moon seems larger",
        "[30th July 2019=2019-07-30] - 18:12 I do not agree.",
        "July 30, 2019 [8:38 pm EST=2019-07-30T20:38] -- Report as abuse",
        "[Tue July 30, 2019=2019-07-30] 1:30 pm EDT Nurses stand in the front line.",
        "Tue July 30, 2019 [1:30 pm EDT=2019-07-30T13:30] Nurses stand in the front line.",
        "Full article: a second case MANILA | [Tue July 30, 2019=2019-07-30] 1:30 pm MANILA - It rose.",
        "CHREY THOM, Cambodia | [Tue July 30, 2019=2019-07-30] 1:30 pm EDT CHREY THOM - It rose.",
        "She was named player of [the year=2019].",
        "At [10:49 am on 30 July 2019=2019-07-30T10:49], Anna wrote: I was there too.",
        "The bridge at dawn Posted by riverwatcher [30 July 2019=2019-07-30]",
        "Annals of Rivers, online [July 30, 2019=2019-07-30].",
        "It will be like [New Year's Eve=2019-12-31] on every line.",
        "Many lost their homes, as in the [2005=2005] flood.",
        "She told the breakfast show [Today=2019-07-30] that he lied.",
        "At [the end of the day=2019-07-30] it is a game.",
        "It seems unlikely that either will be back in [October=2019-10].",
        "You get a worse wave that comes in [the winter=2019-WI].",
        "Veterans of the [1987=1987] storm have been held up.",
        "The same goes for the [Boxing Day=2019-12-26] tsunami.",
        "The decision to award Oslo the right to host the [2024=2024] Games gave him hope.",
        "The singer sends his piano abroad (2:17) [Nov. 11=2019-11-11] - He bought it long ago.",
        "This news clip was made as part of our news and was first broadcast on [10 March 2019=2019-03-10].",
        "It was the best-selling song of [the 21st century=20].",
        "A claim was made. Added: Tuesday, 30 July, 2019, [18:16 GMT=2019-07-30T18:16] 18:16 UK A good idea so far.",
        "Is the answer good? Published: [Monday, 29 July, 2019=2019-07-29], 15:33 GMT 15:33 UK It has come.",
        "May 15, 2009 [14:06 UTC=2009-05-15T14:06] -- Anna Berg is a founder of the mill.",
        "The world is ready for another [9/11=2001-09-11].",
        "They will be here [today=2019-07-30], tomorrow and for all time.",
        "They will be here today, [tomorrow=2019-07-31] and for all time.",
        "[Today=2019-07-30] is broadcast live and its order may change.",
        "Though [Sunday=2019-07-28] church services are going ahead, the halls are shut.",
        "It seems less deadly than Cholera in [1832=1832].",
        "The slump has been deeper than anything we have seen since [the 1930s=193].",
        "There is no remedy that anyone can propose that would end it in [the next year=2020].",
        "They must be ready in the event of a second flood [later this year=2019].",
        "We need all hands if there is a second flood [later in the year=2019].",
        '"[Today=2019-07-30], the mill remains shut," he said.',
        "The news is broadcast daily at [09:10=2019-07-30T09:10] to 09:30 local time.",
        "The bridge opens at [06:00=2019-07-30T06:00], 12:00 and 18:00 GMT every day.",
        "Nothing much has changed between [Monday=2019-07-29] and [today=2019-07-30].",
        "If such a flood struck [today=2019-07-30], thousands would drown.",
        "They say that a flood of such height [today=2019-07-30] would do less harm.",
        "If I had reached the bridge [five minutes earlier=2019-07-30], I would have drowned.",
        "They gave the [January=2019-01] edition of Harvest Home.",
        "Rents are three times the figures seen [two years ago=2017].",
        "Rents are higher than [a year ago=2018].",
        "Catches were 20 per cent above [the year-ago=2018] level.",
        "The germ is less like the one of [1918=1918].",
        "The wind is not as strong as the storm that caused the [1953=1953] flood.",
        "[Last winter=2018-WI]'s frost is unlikely to be repeated.",
        "(Pictured above with Berg [last week=2019-W30]; Ek wears the tie) He smiled.",
        "Opening hours are 9.10 to [17.30=2019-07-30T17:30].",
        "I am a reporter in Oslo and have written of rivers since [2006=2006].",
        "Please tune in [today=2019-07-30] for more.",
        "All towns must be prepared for [the winter=2019-WI].",
        "They hope that in [the winter=2019-WI] the neighbours will help.",
        "Mills would have to bake less to keep prices above 5.50 crowns over [the summer=2019-SU].",
        "Prices usually sink in summers when stoves are cold, and filling barns for [the next winter=2019-WI] helps.",
        "With [winter=2019-WI] round the corner, coal is dear.",
        "Visits have gone well, only for fights to begin again [the next day=2019-07-28].",
        "The damage appears less than that seen in [1987=1987] but like that of [2003=2003].",
        "This article appeared on page 6 on [Saturday 27 July 2019=2019-07-27].",
    ],
)
def test_no_event(drawn):
    assert rows(drawn) == []


def test_the_lead_is_reported_on_the_day_of_the_article():
    drawn = "<Acme:ORG> failed.\nIt had been founded in [1901=1901].\nNobody knows why."
    assert rows(drawn, status=Status.REPORTED) == [("2019-07-30", "Acme failed.", ["Acme"])]
    assert rows(drawn, Published(), Status.REPORTED) == []
    assert rows(drawn, replace(PUBLISHED, known=Known.BOUNDED), Status.REPORTED) == []


@pytest.mark.parametrize(
    ("drawn", "taking_part"),
    [
        ("<Acme:ORG> sold the first <Ruler:OTHER> to <Berg:PERSON>.", ["Acme", "Berg"]),
        ("The <Estrella:OTHER> sank.", ["Estrella"]),
    ],
)
def test_a_thing_that_an_undated_report_mentions_takes_no_part(drawn, taking_part):
    [(_, _, found)] = rows(drawn, status=Status.REPORTED)
    assert found == taking_part
    [(_, _, dated)] = rows(drawn.removesuffix(".") + " on [Monday=2019-07-29].")
    assert dated == [name for name in ("Acme", "Ruler", "Estrella", "Berg") if name in drawn]


def test_history_is_not_reported_on_the_day_it_was_written():
    drawn = "<Lovell:PERSON> left for the Moon.\n" + " ".join(
        f"It rained in [{year}={year}]." for year in range(1960, 1970)
    )
    assert rows(drawn, status=Status.REPORTED) == []


def test_rows_are_sorted_by_time_and_lead_back_to_the_words():
    events, article, _ = timeline("It fell on [Monday=2019-07-29]. It had risen in [May=2019-05] and in [2018=2018].")
    assert [event.value for event in events] == ["2018", "2019-05", "2019-07-29"]
    assert [article.text[slice(*event.time)] for event in events] == ["2018", "May", "Monday"]
    assert all(event.sentence.contains(event.clause) and event.clause.contains(event.time) for event in events)
