"""The log of corrections in the notes becomes rules to replay; repairs are added, taken back and made again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from tui.analysis.naming import clean_name
from tui.analysis.repairs.repair_rows import from_json, to_json
from tui.analysis.repairs.repairs import Attribute, Correction, Dismiss, Redate, Split, Unknown
from tui.errors import ReaderError
from tui.notes.store import NoteStore

FORMAT = "dateline corrections"
VERSION = 1
PLACED = Redate | Attribute | Dismiss | Unknown  # about a place of the article, or nobody knows what about
# What the log knows about a rule, beside the rule itself.
_KEPT = ("id", "created", "undone", "marked", "made_in", "buries")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log. `made_in` is the source of the article it was made in, "" for one that was imported."""

    id: str
    rule: Correction
    created: str  # ISO 8601, UTC
    undone: bool
    made_in: str
    buries: tuple[str, ...]  # ids of repairs taken back before it, which can no longer be made again with one key


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: how many rules are new, were there already, or had been taken back here and stay so."""

    added: int
    known: int
    undone: int


def entries(store: NoteStore) -> tuple[Entry, ...]:
    """The whole log, oldest first, with what was taken back. A broken row is kept and stands as Unknown."""
    return tuple(_entry(row) for row in store.corrections(undone=True))


def rules_for(store: NoteStore, source: str) -> tuple[Correction, ...]:
    """The rules in force for one article, in the order in which to replay them."""
    rules = (_rule(row) for row in store.corrections())
    return tuple(rule for rule in rules if rule.scope in ("", source))


def add(store: NoteStore, rule: Correction, made_in: str) -> str:
    """Put a repair at the end of the log; its id. Raises ReaderError if it says nothing that can be kept."""
    try:
        row = to_json(from_json(to_json(rule)))
    except ValueError as error:
        raise ReaderError(f"Nothing was stored: the repair {error}.") from error
    redoable = [entry.id for entry in _redoable(entries(store), made_in)]
    return store.append_correction({**row, "made_in": made_in, "buries": redoable})


def undo(store: NoteStore, made_in: str) -> Correction | None:
    """Take back the last repair made in an article; the rule, or None if there is none."""
    last = next((entry for entry in reversed(entries(store)) if _belongs(entry, made_in) and not entry.undone), None)
    return last.rule if last is not None and store.mark_undone(last.id) else None


def redo(store: NoteStore, made_in: str) -> Correction | None:
    """Make again what was taken back last in an article; the rule, or None if there is none."""
    first = next(iter(_redoable(entries(store), made_in)), None)
    return first.rule if first is not None and store.mark_undone(first.id, False) else None


def reach(store: NoteStore, made_in: str) -> Correction | None:
    """Let the last repair of an article hold everywhere, or there only if it did; None where none could.

    What is about a place in the article holds nowhere else."""
    own = [entry for entry in entries(store) if _belongs(entry, made_in) and not entry.undone]
    rule = own[-1].rule if own else None
    if rule is None or isinstance(rule, PLACED) or (isinstance(rule, Split) and rule.mentions):
        return None
    changed = replace(rule, scope="" if rule.scope else made_in)
    add(store, changed, made_in)
    store.remove_correction(own[-1].id)
    return changed


def exported(log: Sequence[Entry], decided: Sequence[Mapping[str, Any]] = ()) -> str:
    """The rules in force and what was decided about articles as a JSON document, without when and where it was."""
    rows = [to_json(entry.rule) for entry in log if not entry.undone]
    document = {"format": FORMAT, "version": VERSION, "corrections": rows, "articles": list(decided)}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def import_rules(store: NoteStore, rules: Sequence[Correction], everywhere: bool = False) -> Imported:
    """Add the rules that are not in the log yet. `everywhere` makes rules for one article hold for all."""
    if everywhere:
        rules = tuple(rule if isinstance(rule, Unknown) else replace(rule, scope="") for rule in rules)
    here = {canonical(entry.rule): entry.undone for entry in entries(store)}
    added = known = undone = 0
    for rule in rules:
        mark = canonical(rule)
        if mark not in here:
            store.append_correction(to_json(rule))
            here[mark] = False
            added += 1
        elif here[mark]:
            undone += 1
        else:
            known += 1
    return Imported(added, known, undone)


class Shared(NamedTuple):
    """What a document of corrections holds."""

    rules: tuple[Correction, ...]
    decided: object  # what is said about articles, unchecked


def read_shared(text: str) -> Shared:
    """What a JSON document holds. Raises ValueError, with the end of a sentence about it, if it is broken."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise ValueError(f"is not JSON{where}; make one with “dateline corrections export”") from error
    rows = document.get("corrections") if isinstance(document, Mapping) else None
    if not isinstance(document, Mapping) or document.get("format") != FORMAT or not isinstance(rows, list):
        raise ValueError("does not hold corrections; make one with “dateline corrections export”")
    if document.get("version") != VERSION:
        raise ValueError(f"has version {json.dumps(document.get('version'))[:20]}, and this program reads {VERSION}")
    rules = []
    for number, row in enumerate(rows, 1):
        try:
            rules.append(from_json(_bare(row) if isinstance(row, Mapping) else row))
        except ValueError as error:
            raise ValueError(f"cannot be used: correction {number} {error}") from error
    return Shared(tuple(rules), document.get("articles", []))


def canonical(rule: Correction) -> str:
    """The same text for the same rule."""
    return json.dumps(to_json(rule), sort_keys=True)


def _belongs(entry: Entry, made_in: str) -> bool:
    return (entry.made_in or entry.rule.scope) == made_in != ""


def _redoable(log: Sequence[Entry], made_in: str) -> list[Entry]:
    """What can be made again in an article, in that order: taken back, and nothing new was made since."""
    own = [entry for entry in log if _belongs(entry, made_in)]
    last = max((index for index, entry in enumerate(own) if not entry.undone), default=-1)
    buried = {id for entry in own for id in entry.buries}
    return [entry for entry in own[last + 1 :] if entry.id not in buried]


def _entry(row: Mapping[str, Any]) -> Entry:
    text = {name: clean_name(value) if isinstance(value := row.get(name), str) else "" for name in _KEPT}
    made_in = row.get("made_in")
    buries = row.get("buries")
    return Entry(
        text["id"],
        _rule(row),
        text["created"],
        bool(row.get("undone")),
        made_in if isinstance(made_in, str) else "",
        tuple(str(id) for id in buries) if isinstance(buries, list | tuple) else (),
    )


def _rule(row: Mapping[str, Any]) -> Correction:
    bare = _bare(row)
    try:
        return from_json(bare)
    except ValueError:
        kind, source = bare.get("type"), bare.get("source")
        name = clean_name(kind, 40) if isinstance(kind, str) else ""
        return Unknown(name or "nameless", json.dumps(bare, sort_keys=True), source if isinstance(source, str) else "")


def _bare(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in _KEPT}
