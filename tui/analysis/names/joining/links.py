"""What the rules for aliases speak of: the names of a document, and links between them."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.analysis.model import Kind, Mention


class Name(NamedTuple):
    """All mentions of a document that share a key."""

    key: str
    surface: str  # the first
    kind: Kind
    size: int
    first: int  # offset of the first mention

    @classmethod
    def of(cls, name: str, mentions: Sequence[Mention]) -> "Name":
        """The name with this key; `mentions` in text order."""
        first = mentions[0]
        return cls(name, first.text, first.kind, len(mentions), first.span.start)


class Link(NamedTuple):
    """`short` names the same one as `full`, because of `rule`; both are keys."""

    short: str
    full: str
    rule: str
