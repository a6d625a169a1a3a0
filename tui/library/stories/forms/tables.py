"""A chronicle as Markdown, CSV, JSON or iCalendar."""

import csv
import io

from tui.analysis.model import Status
from tui.library.stories.forms.words import (
    address_of,
    differing,
    doubt_of,
    label_of,
    summary,
    teller_names,
    titled,
    told_by,
    when_of,
)
from tui.library.stories.story import Story, StoryRow
from tui.timelines.calendar_file import calendar
from tui.timelines.formats import defused
from tui.timelines.heads import days, text_of
from tui.timelines.in_markdown import cited, plain, source_line
from tui.timelines.merging import MergedRow


def markdown(story: Story, title: str, most: int) -> str:
    """Days as headings, each row with its tellers and what differs; the articles at the end, numbered."""
    rows = story.rows_of(most)
    lines = [f"# {plain(title)}", "", summary(story, len(rows), most), ""]
    label = ""
    for row, words in zip(rows, story.wording(rows), strict=True):
        if label_of(row) != label:
            label = label_of(row)
            lines += [f"## {label}", ""]
        marks = cited(number + 1 for number in dict.fromkeys(row.articles))
        lines.append(f"- {plain(words)} {marks}" + f" ({doubt_of(row)})" * row.uncertain)
        for what, ways in differing(row, story):
            lines.append(f"  - {what}: " + " / ".join(f"{plain(said)} ({plain(who)})" for said, who in ways))
        lines.append("")
    lines += ["## Sources", ""]
    lines += (
        source_line(number, titled(one), one.publisher, when_of(one), address_of(one), one.source)
        for number, one in enumerate(story.articles, 1)
    )
    return "\n".join(lines) + "\n"


def as_csv(story: Story, title: str, most: int) -> str:
    """One line a row."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(
        ["when", "first", "last", "uncertain", "weight", "articles", "sentence", "entities", "told by", "differences"]
    )
    rows = story.rows_of(most)
    for row, told in zip(rows, story.wording(rows), strict=True):
        differences = (
            f"{what}: " + " / ".join(f"{words} ({who})" for words, who in ways) for what, ways in differing(row, story)
        )
        texts = (told, "; ".join(row.who), "; ".join(teller_names(row, story)), "; ".join(differences))
        writer.writerow(
            [
                defused(label_of(row)),
                *(day or "" for day in days(row.interval).values()),
                "yes" if row.uncertain else "",
                f"{row.weight:.3f}",
                len(set(row.articles)),
                *map(defused, texts),
            ]
        )
    return file.getvalue()


def as_json(story: Story, title: str, most: int) -> str:
    """An object: the articles, and the rows with their tellers by number of the article."""
    articles = [
        {
            "source": article.source,
            "title": article.title,
            "publisher": article.publisher,
            "address": article.url,
            "published": article.published.isoformat() if article.published else None,
        }
        for article in story.articles
    ]
    rows = [
        {
            "label": label_of(row),
            **days(row.interval),
            "value": row.telling.value,
            "edtf": row.telling.edtf,
            "uncertain": row.uncertain,
            "weight": round(row.weight, 4),
            "sentence": row.telling.text,
            "clause": row.telling.clause,
            "entities": row.who,
            "tellers": [
                {
                    "article": one.article,
                    "start": one.telling.sentence.start,
                    "end": one.telling.sentence.end,
                    "text": one.telling.text,
                    **days(one.telling.interval),
                }
                for one in row.tellers
            ],
            "differences": [
                {"what": one.what, "ways": [{"words": said.words, "tellers": said.tellers} for said in one.ways]}
                for one in row.differences
            ],
        }
        for row in story.rows_of(most)
    ]
    return text_of({"title": title, "articles": articles, "rows": rows})


def as_calendar(story: Story, title: str, most: int) -> str:
    """Whole days of a calendar, with who tells them in the description."""
    return calendar([_merged(row, story) for row in story.rows_of(most)])


def _merged(row: StoryRow, story: Story) -> MergedRow:
    telling = row.telling
    notes = [f"{what}: " + " / ".join(words for words, _ in ways) for what, ways in differing(row, story)]
    return MergedRow(
        interval=row.interval,
        label="; ".join((f"{'~' * row.uncertain}{label_of(row)}, told by {told_by(row)}", *notes)),
        value=telling.value,
        edtf=telling.edtf,
        uncertain=row.uncertain,
        background=telling.background,
        status=Status.DATED if row.is_dated else Status.REPORTED,
        sentence=telling.text,
        clause=telling.clause,
        articles=tuple({"source": story.articles[number].source} for number in dict.fromkeys(row.articles)),
        entities=row.who,
    )
