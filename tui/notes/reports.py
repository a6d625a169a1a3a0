"""Notes become what a report is written from: plain text or Markdown with citations, and lists for managers of them."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from tui.notes.export import by_article, shown_as_it_is
from tui.notes.file.rows import clean_text
from tui.notes.note import Note
from tui.notes.works import Work, Works, authors, cited, work_of

_TEX = re.compile(r"[\\{}&%$#_~^]")
_TEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}",  # BibTeX counts every brace, also one that is quoted: a lone one would swallow the rest
    "}": r"\textbraceright{}",
}
_EMPTY = frozenset(
    {"a", "an", "the", "der", "die", "das", "le", "la", "les", "el", "los", "il"}
)  # words that no key is made of


def to_plain(notes: Iterable[Note], works: Works) -> str:
    """A citation for each article; under it what was quoted from it and said about it."""
    parts: list[str] = []
    for group in by_article(notes):
        parts.append(f"{cited(work_of(group, works))}\n")
        parts += [f"{_indented(note)}\n" for note in group if _indented(note)]
        parts.append("")
    return "\n".join(parts).rstrip("\n") + "\n" if parts else ""


def to_footnotes(notes: Iterable[Note], works: Works) -> str:
    """Markdown in which each article's quotes and notes have its citation as their footnote."""
    parts: list[str] = []
    foot: list[str] = []
    for number, group in enumerate(by_article(notes), 1):
        for note in group:
            mark = f"[^{number}]"
            lines = note.anchor.exact.strip().splitlines() if note.anchor else []
            if lines:
                quoted = [f"> {shown_as_it_is(line.strip())}" for line in lines]
                parts.append("\n".join(quoted) + mark)
            if body := note.body.strip():
                parts.append(body if lines else f"{body}{mark}")
        foot.append(f"[^{number}]: {_in_markdown(work_of(group, works))}")
    return "\n\n".join([*parts, "\n".join(foot)]) + "\n" if foot else ""


def to_bibtex(notes: Iterable[Note], works: Works) -> str:
    """An entry for each article, with the notes on it as its annotation."""
    taken: set[str] = set()
    entries: list[str] = []
    for group in by_article(notes):
        work = work_of(group, works)
        people = (
            f"{one['family']}, {one['given']}" if "family" in one else f"{{{one['literal']}}}" for one in _names(work)
        )
        given = {
            "author": " and ".join(people),
            "title": f"{{{_tex(work.title)}}}",
            "journal": _tex(work.site),
            "date": work.published.isoformat() if work.published else "",
            "year": f"{work.published.year}" if work.published else "",
            "month": f"{work.published.month}" if work.published else "",
            "url": work.address.replace("{", "%7B").replace("}", "%7D"),
            "urldate": _read_on(group).isoformat() if work.address else "",
            "annote": _tex(clean_text(_annotation(group))),
        }
        lines = [f"  {name} = {{{value}}}" for name, value in given.items() if value.strip("{}")]
        entries.append(f"@misc{{{_key(work, taken)},\n" + ",\n".join(lines) + "\n}\n")
    return "\n".join(entries)


def to_csl(notes: Iterable[Note], works: Works) -> str:
    """CSL-JSON, which Zotero, Pandoc and others read: an item for each article, with the notes on it."""
    taken: set[str] = set()
    items: list[dict[str, Any]] = []
    for group in by_article(notes):
        work = work_of(group, works)
        item = {
            "id": _key(work, taken),
            "type": "article-newspaper" if work.site else "webpage" if work.address else "article",
            "title": clean_text(work.title),
            "author": authors(work),
            "container-title": work.site,
            "issued": _parts(work.published),
            "URL": work.address,
            "accessed": _parts(_read_on(group)) if work.address else {},
            "note": clean_text(_annotation(group)),
        }
        items.append({name: value for name, value in item.items() if value})
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


REPORTS: Mapping[str, Callable[[Iterable[Note], Works], str]] = {
    "plain": to_plain,
    "footnotes": to_footnotes,
    "bibtex": to_bibtex,
    "csl-json": to_csl,
}


def _indented(note: Note) -> str:
    quote = " ".join(note.anchor.exact.split()) if note.anchor else ""
    lines = [f"“{quote}”"] if quote else [note.subject] if note.subject else []
    return "\n".join(f"    {line}".rstrip() for line in [*lines, *note.body.strip().splitlines()])


def _annotation(group: Sequence[Note]) -> str:
    return "\n\n".join(" ".join(_indented(note).split()) for note in group if _indented(note))


def _in_markdown(work: Work) -> str:
    plain = shown_as_it_is(cited(work._replace(address="")))
    return f"{plain} <{work.address}>" if work.address else plain


def _names(work: Work) -> list[dict[str, str]]:
    return [{part: _tex(words) for part, words in one.items()} for one in authors(work)]


def _read_on(group: Sequence[Note]) -> date:
    return min(note.created for note in group).date()


def _parts(day: date | None) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else {}


def _key(work: Work, taken: set[str]) -> str:
    """lund2024bridge, unlike any other."""
    first = next(iter(authors(work)), {})
    who = first.get("family") or first.get("literal") or work.site
    words = [word for word in _ascii(work.title).split() if word not in _EMPTY]
    year = f"{work.published.year}" if work.published else ""
    stem = "".join(_ascii(who).split())[:30] + year + "".join(words[:1])[:30] or "article"
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    taken.add(key)
    return key


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


def _tex(text: str) -> str:
    return _TEX.sub(lambda match: _TEX_SIGNS.get(match[0], f"\\{match[0]}"), text)
