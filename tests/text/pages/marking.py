"""Mark-up that the templates share: the body of a story as paragraphs, and days as pages write them."""

import html
import json
from datetime import date

from tests.text.pages.stories import Story


def esc(words: str) -> str:
    """The words as they stand in mark-up."""
    return html.escape(words, quote=True)


def body(story: Story, between: dict[int, str] | None = None, p: str = "<p>", end: str = "</p>") -> str:
    """The body, with pieces of the template put in before the paragraph of that number."""
    parts: list[str] = []
    for number, words in enumerate(story.body):
        parts.append((between or {}).get(number, ""))
        if words.startswith("## "):
            parts.append(f"<h2>{esc(words[3:])}</h2>")
        elif words.startswith("> "):
            parts.append(f"<blockquote><p>{esc(words[2:])}</p></blockquote>")
        elif words.startswith("- "):
            parts.append(f"<ul><li>{esc(words[2:])}</li></ul>")
        else:
            parts.append(f"{p}{esc(words)}{end}")
    parts.append((between or {}).get(len(story.body), ""))
    return "\n".join(parts).replace("</ul>\n\n<ul>", "")


def long_day(day: date) -> str:
    """May 4, 2021"""
    return f"{day:%B} {day.day}, {day.year}"


def own_data(story: Story, **more: object) -> str:
    """The linked data of the page's own article."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": f"{story.day}T14:20:00+00:00",
        "author": [{"@type": "Person", "name": name} for name in story.authors],
        **more,
    }
    return linked(data)


def linked(data: object) -> str:
    """Linked data in its script."""
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def page(head: str, inside: str, attributes: str = 'lang="en"') -> str:
    """A page of a head and a body."""
    return f'<!DOCTYPE html><html {attributes}><head><meta charset="utf-8">{head}</head><body>{inside}</body></html>'


def links(*titles: str, item: str = "li") -> str:
    """A list of links to other articles."""
    return "".join(f'<{item}><a href="/news/{number}">{esc(title)}</a></{item}>' for number, title in enumerate(titles))
