"""What is known of an article becomes a citation: who wrote it, where, when, and where it stands."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from tui.notes.note import Note
from tui.text.head import days

MONTHS = tuple(map(str.capitalize, days.MONTHS))
_AND = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b)\s*")
_ORGANISED = re.compile(
    r"\b(?:agenc\w+|staff|team|desk|press|reuters|news\w*|editor\w*|office|board|of)\b|^[A-Z]{2,}$", re.I
)
_PARTICLE = re.compile(r"\s(?=(?:von|van|de|der|den|di|da|dos|del|della|la|le|ten|ter|zu|bin|al)\s)")
_ADDRESS = re.compile(r"https?://[^\s<>]+")


class Work(NamedTuple):
    """An article as others cite it; what is not known is empty."""

    title: str
    author: str = ""
    site: str = ""
    address: str = ""
    published: date | None = None


Works = Mapping[str, Work]  # by source


def work_of(notes: Sequence[Note], works: Works) -> Work:
    """The article that these notes are on; what nothing is known of has the title and the address that a note has."""
    known = works.get(notes[0].source, Work(""))
    title = known.title or next((note.title for note in notes if note.title.strip()), notes[0].source)
    address = known.address or next((note.url for note in notes if _ADDRESS.fullmatch(note.url)), "")
    return known._replace(title=" ".join(title.split()), address=address)


def cited(work: Work) -> str:
    """One line: Ada Lund: “Old bridge to close”. The Gazette, 14 May 2024. https://..."""
    where = ", ".join(part for part in (_line(work.site), day_in_words(work.published)) if part)
    author = f"{_line(work.author)}: " if work.author.strip() else ""
    return " ".join(
        part for part in (f"{author}“{_line(work.title)}”.", f"{where}." if where else "", work.address) if part
    )


def day_in_words(day: date | None) -> str:
    """14 May 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def authors(work: Work) -> list[dict[str, str]]:
    """The authors as CSL names them: family and given name of people, the rest as it stands."""
    return [_name(name) for name in _AND.split(_line(work.author)) if name]


def fields(work: Work) -> dict[str, Any]:
    """What exports tell of an article, under the names that they have everywhere."""
    day = work.published.isoformat() if work.published else ""
    return {"author": _line(work.author), "site": _line(work.site), "address": work.address, "published": day}


def _name(name: str) -> dict[str, str]:
    if " " not in name or _ORGANISED.search(name):
        return {"literal": name}
    given, _, family = _PARTICLE.sub("\0", name, count=1).rpartition("\0")
    if not given:
        given, _, family = name.rpartition(" ")
    return {"family": family, "given": given}


def _line(text: str) -> str:
    return " ".join(text.split())
