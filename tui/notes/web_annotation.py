"""Notes become W3C Web Annotations (JSON-LD), and annotations become notes.

https://www.w3.org/TR/annotation-model/: quote and position selectors, a Markdown body, tags as bodies of their own.
What the model has no word for stands under `dateline:`."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import NAMESPACE_URL, UUID, uuid5

from tui.notes.file.rows import clean, moment, stamp
from tui.notes.file.standings import FIELD, row_of_standing, with_standing
from tui.notes.note import Anchor, Note, Target
from tui.notes.works import Works, fields
from tui.text.span import Span

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"dateline": "urn:dateline:"}]


def to_annotations(notes: Iterable[Note], works: Works | None = None) -> str:
    """An AnnotationPage with all notes, and what is known of their articles."""
    items = [_annotation(note) | _article(note, works or {}) for note in notes]
    page = {"@context": _CONTEXT, "type": "AnnotationPage", "items": items}
    return json.dumps(clean(page), ensure_ascii=False, indent=1) + "\n"


def is_annotations(value: object) -> bool:
    """Whether parsed JSON looks like annotations: one, a page, a collection, or a list of them."""
    if isinstance(value, list):
        return any(map(is_annotations, value))
    return isinstance(value, dict) and bool(
        {"Annotation", "AnnotationPage", "AnnotationCollection"} & set(_listed(value.get("type")))
    )


def annotations_in(value: object) -> list[object]:
    """The single annotations in what `is_annotations` accepts."""
    if isinstance(value, list):
        return [each for item in value for each in annotations_in(item)]
    if isinstance(value, dict):
        kinds = _listed(value.get("type"))
        if "AnnotationPage" in kinds:
            return _listed(value.get("items"))
        if "AnnotationCollection" in kinds:
            return annotations_in(_listed(value.get("first")))
    return [value]


def note_of_annotation(value: object) -> Note:
    """ValueError where it is no annotation that could be a note."""
    try:
        if not isinstance(value, dict):
            raise TypeError("not an object")
        return _note(value)
    except (LookupError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"not an annotation: {error}") from error


def _annotation(note: Note) -> dict[str, Any]:
    target: dict[str, Any] = {"source": note.url or note.source}
    if note.anchor:
        start, end = note.anchor.span
        quote = {"exact": note.anchor.exact, "prefix": note.anchor.prefix, "suffix": note.anchor.suffix}
        target["selector"] = [
            {"type": "TextQuoteSelector", **quote},
            {"type": "TextPositionSelector", "start": start, "end": end},
        ]
    body = {"type": "TextualBody", "value": note.body, "format": "text/markdown", "purpose": "commenting"}
    bodies = [body] if note.body or not note.is_highlight else []  # a highlight says nothing: it has no body
    tags = [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in note.tags]
    return {
        "id": f"urn:uuid:{note.id}" if _is_uuid(note.id) else note.id,
        "type": "Annotation",
        "motivation": "highlighting" if note.is_highlight else "commenting",
        "created": stamp(note.created),
        "modified": stamp(note.updated),
        "body": [*bodies, *tags],
        "target": target,
        "dateline:source": note.source,
        "dateline:title": note.title,
        "dateline:url": note.url,
        "dateline:target": str(note.target),
        "dateline:subject": note.subject,
        "dateline:deleted": stamp(note.deleted) if note.deleted else None,
        "dateline:conflictOf": note.conflict_of,
        **{f"dateline:{field}": value for field, value in row_of_standing(note.anchor).items()},
    }


def _article(note: Note, works: Works) -> dict[str, Any]:
    known = fields(works[note.source]) if note.source in works else {}
    return {f"dateline:{name}": known[name] for name in ("author", "site", "published") if known.get(name)}


def _note(value: Mapping[str, Any]) -> Note:
    target = _listed(value["target"])[0]
    place = target if isinstance(target, Mapping) else {"source": target}
    address = _address(place.get("source") or place["id"])
    anchor = with_standing(_anchor(_listed(place.get("selector"))), value.get(f"dateline:{FIELD}"))
    body, tags = _body(value)
    body = " ".join([body, *(f"#{tag}" for tag in tags if f"#{tag}" not in body)])
    created = moment(value["created"]) if value.get("created") else datetime.now(UTC)
    kind = value.get("dateline:target") or (Target.TEXT if anchor else Target.ARTICLE)
    url = str(value["dateline:url"]) if "dateline:url" in value else _web(address)
    return Note(
        id=_id(value, address, body),
        source=str(value.get("dateline:source") or _path(address)),
        title=str(value.get("dateline:title") or ""),
        url=url,
        target=Target(kind),
        subject=str(value.get("dateline:subject") or ""),
        anchor=anchor,
        body=body,
        created=created,
        updated=moment(value["modified"]) if value.get("modified") else created,
        deleted=moment(value["dateline:deleted"]) if value.get("dateline:deleted") else None,
        conflict_of=str(value.get("dateline:conflictOf") or ""),
    )


def _body(value: Mapping[str, Any]) -> tuple[str, list[str]]:
    """The text of all bodies, taken as it is, and the tags."""
    if "bodyValue" in value:
        return str(value["bodyValue"]), []
    texts: list[str] = []
    tags: list[str] = []
    for body in _listed(value.get("body")):
        if isinstance(body, str):
            texts.append(body)
        elif isinstance(body, Mapping) and isinstance(body.get("value"), str):
            is_tag = "tagging" in _listed(body.get("purpose"))
            (tags if is_tag else texts).append(body["value"])
    return "\n\n".join(texts), ["-".join(tag.split()) for tag in tags if tag.strip()]


def _anchor(selectors: list[Any]) -> Anchor | None:
    quote = next((each for each in selectors if _is_a(each, "TextQuoteSelector")), None)
    place = next((each for each in selectors if _is_a(each, "TextPositionSelector")), None)
    if quote is None:
        return None
    exact = str(quote["exact"])
    start, end = (int(place["start"]), int(place["end"])) if place is not None else (0, len(exact))
    if not 0 <= start <= end:
        raise ValueError("a selector that ends before it begins")
    return Anchor(exact, str(quote.get("prefix") or ""), str(quote.get("suffix") or ""), Span(start, end))


def _is_a(selector: object, kind: str) -> bool:
    return isinstance(selector, Mapping) and kind in _listed(selector.get("type"))


def _listed(value: Any) -> list[Any]:
    """JSON-LD has one thing or a list of things."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _address(source: Any) -> str:
    return str(source["id"] if isinstance(source, Mapping) else source)


def _web(address: str) -> str:
    return address if address.startswith(("http://", "https://")) else ""


def _path(address: str) -> str:
    parts = urlsplit(address)
    return unquote(parts.path) if parts.scheme == "file" else address


def _id(value: Mapping[str, Any], address: str, body: str) -> str:
    """Ours again, or one that is the same whenever the same annotation is read."""
    id = value.get("id")
    if isinstance(id, str) and id:
        bare = id.removeprefix("urn:uuid:")
        return bare if _is_uuid(bare) or "dateline:target" in value else str(uuid5(NAMESPACE_URL, id))
    return str(uuid5(NAMESPACE_URL, f"{address} {json.dumps(value.get('target'), sort_keys=True)} {body}"))


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
