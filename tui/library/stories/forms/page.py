"""A chronicle as one page for a browser that needs nothing else: no network, no script, nothing beside it.

It can be read aloud, walked through with Tab, printed, and read in the dark; a policy in its head forbids the browser
to load anything, whatever an article's words may look like."""

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from itertools import groupby

from tui.library.stories.forms.page_style import STYLE
from tui.library.stories.forms.words import (
    address_of,
    differing,
    doubt_of,
    label_of,
    name_of,
    summary,
    titled,
    told_by,
    when_of,
)
from tui.library.stories.story import Story, StoryRow
from tui.text.harmless import harmless_line


def page(story: Story, title: str, most: int) -> str:
    """The whole page."""
    rows = story.rows_of(most)
    allowed = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{_words(title)}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#chronicle">To the chronicle</a>',
        f"<header><h1>{_words(title)}</h1><p>{_words(summary(story, len(rows), most))}</p></header>",
        '<main id="chronicle" tabindex="-1" aria-label="Chronicle">',
    ]
    told = zip(rows, story.wording(rows), range(1, len(rows) + 1), strict=True)
    for label, group in groupby(told, lambda one: label_of(one[0])):
        first, *others = group
        lines += [f'<section class="day" aria-labelledby="d{first[2]}">', _heading(label, first[2])]
        for row, words, number in (first, *others):
            lines += _row(row, story, words, number)
        lines.append("</section>")
    if not rows:
        lines.append("<p>No days are told.</p>")
    lines += ["</main>", *_sources(story), "</body>", "</html>"]
    return "\n".join(lines) + "\n"


def _heading(label: str, number: int) -> str:
    return f'<h2 id="d{number}">{_words(label)}</h2>'


def _row(row: StoryRow, story: Story, words: str, number: int) -> Iterator[str]:
    doubt = f' <span class="doubt">({doubt_of(row)})</span>' if row.uncertain else ""
    yield f'<article class="row" id="r{number}" tabindex="0" aria-labelledby="w{number}">'
    yield f'<p class="what" id="w{number}">{_words(words)}{doubt}</p>'
    if row.who:
        yield f'<p class="who">{_words(", ".join(row.who[:8]))}</p>'
    links = []
    for place, article in enumerate(dict.fromkeys(row.articles)):
        first = " <em>first</em>" if place == 0 and len(set(row.articles)) > 1 else ""
        links.append(f"<li>{_link(story, article)}{first}</li>")
    yield f'<p class="by" id="b{number}">Told by {told_by(row)}</p>'
    yield f'<ul class="tellers" aria-labelledby="b{number}">{"".join(links)}</ul>'
    for what, ways in differing(row, story):
        said = "".join(f"<tr><td>{_words(way)}</td><td>{_words(who)}</td></tr>" for way, who in ways)
        yield (
            f'<table><caption>The {what} differs</caption><thead><tr><th scope="col">{what.capitalize()}</th>'
            f'<th scope="col">Told by</th></tr></thead><tbody>{said}</tbody></table>'
        )
    yield "</article>"


def _link(story: Story, number: int) -> str:
    """To the article itself, else to what is said of it below."""
    article = story.articles[number]
    words = _words(f"{name_of(article)}, {when_of(article)}")
    address = address_of(article)
    if address:
        return f'<a href="{escape(address)}" title="{_words(titled(article))}" rel="noopener noreferrer">{words}</a>'
    return f'<a href="#a{number + 1}" title="{_words(titled(article))}">{words}</a>'


def _sources(story: Story) -> Iterator[str]:
    yield '<footer><section aria-labelledby="articles"><h2 id="articles">Articles</h2><ol>'
    for number, article in enumerate(story.articles, 1):
        address = address_of(article)
        words = _words(titled(article))
        named = f'<a href="{escape(address)}" rel="noopener noreferrer">{words}</a>' if address else words
        about = [part for part in (article.publisher, when_of(article)) if part]
        if not address:
            about.append(article.source.rsplit("/", 1)[-1])
        yield f'<li id="a{number}">{named} <span class="about">{_words(", ".join(about))}</span></li>'
    yield "</ol></section><p>Made with Dateline.</p></footer>"


def _words(text: str) -> str:
    return escape(harmless_line(text))
