"""Notes become Markdown, CSV or our own JSON, for other programs and for safe keeping."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import yaml

from tui.notes.file.rows import clean_text, row_of_note
from tui.notes.note import Note
from tui.notes.works import Work, Works, day_in_words, fields

READWISE = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
MORE = ("Tags", "Site", "Published")  # columns of ours; Readwise passes over them
NONE: Works = {}
UNKNOWN = Work("")
_SPECIAL = re.compile(r"([\\`*_\[\]<>~|&])")
_BLOCK_START = re.compile(r"^([^\S\n]*)(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$)|\d+(?=[.)]))", re.MULTILINE)
_UNSAFE_NAME = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|#^\[\]]+')


def to_json(notes: Iterable[Note], works: Works = NONE) -> str:
    """Everything there is about the notes; `read_notes` takes it back. A highlight is named as such for others, and
    the article is cited."""
    rows = [
        row_of_note(note)
        | ({"motivation": "highlighting"} if note.is_highlight else {})
        | (
            {"article": {"title": clean_text(works[note.source].title), **fields(works[note.source])}}
            if note.source in works
            else {}
        )
        for note in notes
    ]
    return json.dumps({"format": "dateline notes", "version": 1, "notes": rows}, ensure_ascii=False, indent=1) + "\n"


def to_csv(notes: Iterable[Note], works: Works = NONE) -> str:
    """A table with the columns that Readwise imports, and some more.

    A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow((*READWISE, *MORE))
    for note in notes:
        highlight = note.anchor.exact if note.anchor else note.subject or note.title
        location = str(note.anchor.span.start) if note.anchor else ""
        when = f"{note.created:%Y-%m-%d %H:%M:%S}"
        article = fields(works.get(note.source, UNKNOWN))
        about = " ".join(note.tags), article["site"], article["published"]
        cells = (highlight, note.title, article["author"], note.url, note.body, location, when, *about)
        writer.writerow([_cell(cell) for cell in cells])
    return table.getvalue()


def to_markdown(notes: Iterable[Note], works: Works = NONE) -> str:
    """One text: a heading for each article, under it whose it is and the notes by place."""
    return "\n".join(
        f"# {_line(_title(group))}\n\n{_whose(group[0], works)}{_origin(group[0])}\n{_body(group)}"
        for group in by_article(notes)
    )


def to_vault(notes: Iterable[Note], works: Works = NONE) -> tuple[tuple[str, str], ...]:
    """One Markdown file per article, as (file name, text), with the YAML front matter that Obsidian reads."""
    files: dict[str, str] = {}
    for group in by_article(notes):
        article = fields(works.get(group[0].source, UNKNOWN))
        head = {
            "title": _title(group),
            "source": group[0].source,
            "url": group[0].url,
            **{name: article[name] for name in ("author", "site")},
            "published": works.get(group[0].source, UNKNOWN).published,
            "tags": sorted({tag for note in group for tag in note.tags}),
            "notes": len(group),
            "created": min(note.created for note in group).date(),
            "updated": max(note.updated for note in group).date(),
        }
        front = yaml.safe_dump(
            {key: clean_text(value) if isinstance(value, str) else value for key, value in head.items() if value},
            allow_unicode=True,
            sort_keys=False,
        )
        files[_free_name(_title(group), files)] = f"---\n{front}---\n\n{_body(group)}"
    return tuple(files.items())


def by_article(notes: Iterable[Note]) -> Iterator[Sequence[Note]]:
    """Articles by title, the notes on each by place."""
    sources: dict[str, str] = {}
    kept = list(notes)
    for note in kept:
        sources.setdefault(note.source, note.title)
    kept.sort(key=lambda note: (sources[note.source].casefold(), note.source, *_place(note), note.created, note.id))
    for _, group in groupby(kept, key=lambda note: note.source):
        yield list(group)


def _place(note: Note) -> tuple[int, int]:
    return note.anchor.span if note.anchor else (-1, -1)


def _title(group: Sequence[Note]) -> str:
    return next((note.title for note in group if note.title.strip()), group[0].source)


def _whose(note: Note, works: Works) -> str:
    """Author, site and day, as far as they are known."""
    work = works.get(note.source, UNKNOWN)
    known = [part for part in (work.author, work.site, day_in_words(work.published)) if part.strip()]
    return f"{_line(', '.join(known))}\n\n" if known else ""


def _origin(note: Note) -> str:
    return f"<{note.url}>\n" if re.fullmatch(r"https?://[^\s<>]+", note.url) else f"`{note.source.replace('`', ' ')}`\n"


def _body(group: Sequence[Note]) -> str:
    parts = []
    for note in group:
        if note.subject:
            parts.append(f"## {_line(note.subject)}\n")
        if note.anchor and note.anchor.exact.strip():
            parts.append("".join(f"> {shown_as_it_is(line.strip())}\n" for line in note.anchor.exact.splitlines()))
        if note.body.strip():
            parts.append(f"{note.body.strip()}\n")
        state = (", highlight" if note.is_highlight else "") + (", in the trash" if note.deleted else "")
        parts.append(f"*{note.created:%Y-%m-%d %H:%M} UTC{state}*\n\n---\n")
    return "\n".join(parts)


def _line(text: str) -> str:
    return shown_as_it_is(" ".join(text.split()))


def shown_as_it_is(text: str) -> str:
    """Words of an article so that Markdown shows them as they are."""
    return _BLOCK_START.sub(_escaped, _SPECIAL.sub(r"\\\1", text))


def _escaped(match: re.Match[str]) -> str:
    space, mark = match.groups()
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"


def _free_name(title: str, taken: Iterable[str]) -> str:
    """A file name that any file system takes, and that no other article has."""
    stem = " ".join(_UNSAFE_NAME.sub(" ", clean_text(title)).split()).strip(". ")
    stem = stem.encode()[:120].decode("utf-8", "ignore").strip(". ") or "untitled"
    used = {name.casefold() for name in taken}
    name, number = f"{stem}.md", 1
    while name.casefold() in used:
        number += 1
        name = f"{stem} ({number}).md"
    return name


def _cell(text: str) -> str:
    risky = text.lstrip()[:1] in ("=", "+", "-", "@") or text[:1] in ("\t", "\r", "\n")
    return clean_text(f"'{text}" if risky and text else text)
