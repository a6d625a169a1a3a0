"""How an anchor's words stood becomes a field beside the anchor, and the field becomes that again.

It stands beside the anchor and not in it, since versions of the program that do not know it keep it there. They may
give the note another anchor and keep it all the same: so it says which anchor it is about."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from zlib import crc32

from tui.notes.note import Anchor, Standing

FIELD = "standing"
_TEXTS = ("lead", "tail", "before", "within", "after")


def row_of_standing(anchor: Anchor | None) -> dict[str, Any]:
    """The field with its name; nothing where it is not known."""
    if anchor is None or anchor.standing is None:
        return {}
    standing = anchor.standing
    counted = {"twins": standing.twins, "which": standing.which, "rival": standing.rival}
    return {FIELD: {"of": _name(anchor), **counted, **{text: getattr(standing, text) for text in _TEXTS}}}


def with_standing(anchor: Anchor | None, row: Any) -> Anchor | None:
    """The anchor with what the field says of it; as it is where the field is broken or of another anchor."""
    if anchor is None or not isinstance(row, Mapping) or row.get("of") != _name(anchor):
        return anchor
    try:
        lead, tail, before, within, after = (str(row[text]) for text in _TEXTS)
        counted = int(row["twins"]), int(row["which"]), float(row["rival"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return anchor
    return replace(anchor, standing=Standing(*counted, lead, tail, before, within, after)) if within else anchor


def _name(anchor: Anchor) -> str:
    """Eight digits that another anchor is most unlikely to have."""
    words = "\n".join((anchor.prefix, anchor.exact, anchor.suffix, str(anchor.span.start)))
    return f"{crc32(words.encode('utf-16', 'surrogatepass').decode('utf-16', 'replace').encode()):08x}"
