"""What a person has said of an article by a key in the list: read or not, starred, hidden, tagged."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

READ, STARRED, HIDDEN, TAG = "read", "star", "hide", "tag:"  # labels of what can be said; a tag's name follows
Labels = Mapping[str, bool]  # what is to be so, and what is not


class Flags(NamedTuple):
    """Of one article. `read` is None where nobody has said it: then it was read if it was opened."""

    read: bool | None = None
    starred: bool = False
    hidden: bool = False
    tags: tuple[str, ...] = ()  # in the order of the alphabet

    def turned(self, wanted: Labels) -> "Flags":
        """After these were said."""
        tags = {TAG + tag: True for tag in self.tags} | {
            label: on for label, on in wanted.items() if label.startswith(TAG)
        }
        return Flags(
            wanted.get(READ, self.read),
            wanted.get(STARRED, self.starred),
            wanted.get(HIDDEN, self.hidden),
            in_order(label.removeprefix(TAG) for label, on in tags.items() if on),
        )


NOTHING_SAID = Flags()


def in_order(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are listed."""
    return tuple(sorted(tags, key=lambda tag: (tag.casefold(), tag)))


class Move(NamedTuple):
    """An article that is gone from one place stands in another."""

    before: str  # sources
    now: str


def taken_along(moves: Iterable[Move], said: Callable[[str], Flags]) -> dict[str, Labels]:
    """What is to be said of moved articles: what was `said` of them where they were, and is not said of them yet.

    Of the old place nothing is taken back: elsewhere the same notes may serve for a place that is there still."""
    wanted: dict[str, Labels] = {}
    for before, now in moves:
        old, new = said(before), said(now)
        labels = {TAG + tag: True for tag in old.tags if tag not in new.tags}
        labels |= {STARRED: True} if old.starred and not new.starred else {}
        labels |= {HIDDEN: True} if old.hidden and not new.hidden else {}
        labels |= {READ: old.read} if old.read is not None and new.read is None else {}
        if labels:
            wanted[now] = {**wanted.get(now, {}), **labels}
    return wanted
