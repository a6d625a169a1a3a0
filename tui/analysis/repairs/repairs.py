"""What a reader can put right, as values: rename, merge, split, retype, hide, pin, add a name, set a date.

A repair outlives the analysis it was made on, so it never holds an index: an entity is known by the forms in which
it stood in the text, a place by its words and what stands around them (a W3C text-quote selector)."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tui.analysis.model import Analysis, Entity, Kind
from tui.analysis.naming import clean_name, fold_name
from tui.text.article import Article
from tui.text.span import Span

CONTEXT = 24  # characters kept on either side of a passage
MOST_FORMS = 60


class EntityKey(NamedTuple):
    """An entity as it was when the rule was made; `forms` are its surfaces in the text, never empty, fullest first."""

    name: str
    kind: Kind
    forms: tuple[str, ...]


class Passage(NamedTuple):
    """Words in an article and up to 24 characters on either side; `offset` is where they stood, a hint."""

    exact: str
    prefix: str
    suffix: str
    offset: int


@dataclass(frozen=True, slots=True)
class Rename:
    """Call an entity `name`."""

    key: EntityKey
    name: str
    scope: str = ""  # source of the one article it is for; "" is everywhere


@dataclass(frozen=True, slots=True)
class Merge:
    """Two or more entities are one, called `name`."""

    keys: tuple[EntityKey, ...]
    name: str
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Split:
    """Some mentions are someone else: those at `mentions`, and all that read like one of `forms`."""

    key: EntityKey
    name: str = ""  # of the new entity; "" takes the fullest form
    mentions: tuple[Passage, ...] = ()
    forms: tuple[str, ...] = ()
    kind: Kind | None = None  # of the new entity; None keeps the old one's
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Retype:
    """An entity is of another kind."""

    key: EntityKey
    kind: Kind
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Hide:
    """This is no name, or not one worth showing."""

    key: EntityKey
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Pin:
    """Keep an entity on top (`on`), or no longer."""

    key: EntityKey
    on: bool = True
    scope: str = ""


@dataclass(frozen=True, slots=True)
class AddName:
    """A name that was missed, wherever it stands as whole words."""

    surface: str
    kind: Kind
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Redate:
    """A time expression means `value` (TIMEX3, or A/B for a range); "" says that it is no date at all."""

    time: Passage
    value: str
    scope: str = ""


class Statement(StrEnum):
    """What says something, and is somebody's."""

    QUOTE = "quote"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Attribute:
    """Somebody says it, or gives the figure; without a key nobody who is named does.

    `words` are where it begins; `digest` knows all words of a quotation and is "" for a figure."""

    what: Statement
    words: Passage
    digest: str = ""
    key: EntityKey | None = None
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Dismiss:
    """This is no quotation, or no figure."""

    what: Statement
    words: Passage
    digest: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A rule of a kind that this version does not know: kept as it is, never applied."""

    type: str
    row: str  # JSON
    scope: str = ""


Correction = Rename | Merge | Split | Retype | Hide | Pin | AddName | Redate | Attribute | Dismiss | Unknown


def key_of(analysis: Analysis, entity: Entity) -> EntityKey:
    """How a rule remembers `entity`: by its fullest form, and those that no other entity of the article has too."""
    others = {
        fold_name(mention.text) for other in analysis.entities if other is not entity for mention in other.mentions
    }
    by_fold: dict[str, str] = {}
    for mention in entity.mentions:
        by_fold.setdefault(fold_name(mention.text), mention.text)
    first = head_form(entity.name, by_fold)
    rest = [fold for fold in by_fold if fold != first and fold not in others]
    forms = tuple(by_fold[fold] for fold in [first, *rest][:MOST_FORMS])
    return EntityKey(entity.name, entity.kind, forms)


def head_form(name: str, folds: Collection[str]) -> str:
    """The folded form an entity goes by in the text: its name if that stands there, else the longest form."""
    folded = fold_name(name)
    return folded if folded in folds else max(folds, key=lambda fold: (len(fold), fold))


def passage_at(article: Article, span: Span) -> Passage:
    """The words at `span`, to be found again after the article or its analysis has changed."""
    text = article.text
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return Passage(text[span.start : span.end], before, after, span.start)


def describe(rule: Correction) -> str:
    """One sentence in plain words: "Rename ISIL to Islamic State, everywhere"."""
    where = f"in {rule.scope.rstrip('/').rpartition('/')[2] or rule.scope}" if rule.scope else "everywhere"
    return f"{deed(rule)}, {where}"


def deed(rule: Correction) -> str:
    """What a rule does, without where: "Rename ISIL to Islamic State"."""
    match rule:
        case Rename(key, name):
            return f"Rename {key.name} to {name}"
        case Merge(keys, name):
            names = list(dict.fromkeys(key.name for key in keys))
            named = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
            return f"Merge {named} into {name}"
        case Split(key, name, mentions, forms):
            parts = [f"“{form}”" for form in dict.fromkeys(forms)]
            if mentions:
                parts.append("1 mention" if len(mentions) == 1 else f"{len(mentions)} mentions")
            return f"Split {' and '.join(parts) or 'nothing'} from {key.name}" + (f" as {name}" if name else "")
        case Retype(key, kind):
            return f"Change {key.name} from {_KIND_WORDS[key.kind]} to {_KIND_WORDS[kind]}"
        case Hide(key):
            return f"Hide {key.name} ({_KIND_WORDS[key.kind]})"
        case Pin(key, on):
            return f"{'Pin' if on else 'Unpin'} {key.name}"
        case AddName(surface, kind):
            return f"Add the name {surface} ({_KIND_WORDS[kind]})"
        case Redate(time, value):
            return (
                f"Date “{clean_name(time.exact, 60)}” as {value}"
                if value
                else f"“{clean_name(time.exact, 60)}” is no date"
            )
        case Attribute(what, words, _, speaker):
            told = clean_name(words.exact, 60).strip('“”"„«»')
            if what is Statement.QUOTE:
                return f"“{told}” is said by {speaker.name}" if speaker else f"Nobody named says “{told}”"
            return f"“{told}” is a figure of {speaker.name}" if speaker else f"“{told}” is the article's own figure"
        case Dismiss(what, words):
            told = clean_name(words.exact, 60).strip('“”"„«»')
            return f"“{told}” is no {'quotation' if what is Statement.QUOTE else 'figure'}"
        case Unknown(type):
            return f"A “{type}” correction, which this version does not know"


_KIND_WORDS = {
    Kind.PERSON: "person",
    Kind.ORG: "organisation",
    Kind.PLACE: "place",
    Kind.GROUP: "group",
    Kind.OTHER: "other",
}
