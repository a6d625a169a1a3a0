"""Entities while corrections are replayed over them: they change in place and are found by their forms in the text."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from tui.analysis.model import Alias, Entity, Kind, Mention
from tui.analysis.naming import fold_name, is_telling
from tui.analysis.repairs.repairs import EntityKey, head_form
from tui.text.span import Span

CORRECTED = "corrected"  # the rule that aliases, mentions and times name when the reader put them there


class Draft:
    """An entity that may still change; `origins` are the indices of the fresh entities it stands for."""

    __slots__ = (
        "aliases",
        "ambiguous",
        "folded",
        "forms",
        "head",
        "kind",
        "mentions",
        "name",
        "origins",
        "pinned",
        "votes",
    )

    def __init__(self, name: str, kind: Kind, aliases: Iterable[Alias], mentions: Iterable[Mention]) -> None:
        self.name = name
        self.kind = kind
        self.aliases = list(aliases)
        self.mentions = list(mentions)
        self.votes: tuple[tuple[str, float], ...] = ()
        self.ambiguous: tuple[str, ...] = ()
        self.pinned = False
        self.origins: set[int] = set()
        self.forms: frozenset[str]  # folded surfaces of the mentions; what only a reader said is not in the text
        self.head: str  # the form it goes by in the text
        self.folded: str  # its name
        self._look()

    @classmethod
    def of(cls, entity: Entity, index: int) -> "Draft":
        """The draft of entity `index` of the fresh analysis."""
        draft = cls(entity.name, entity.kind, entity.aliases, entity.mentions)
        draft.votes, draft.ambiguous, draft.pinned = entity.votes, entity.ambiguous, entity.pinned
        draft.origins = {index}
        return draft

    def entity(self) -> Entity:
        """The draft as a value again."""
        return Entity(
            self.name, self.kind, tuple(self.aliases), tuple(self.mentions), self.votes, self.ambiguous, self.pinned
        )

    def _look(self) -> None:
        self.forms = frozenset([fold_name(mention.text) for mention in self.mentions])
        self._note_name()

    def _note_name(self) -> None:
        self.head = head_form(self.name, self.forms) if self.forms else ""
        self.folded = fold_name(self.name)

    def call(self, name: str) -> None:
        """Give it a name; the old one stays as an alias."""
        known = next((alias for alias in self.aliases if alias.text == name), Alias(name, CORRECTED))
        self.aliases = [known, *(alias for alias in self.aliases if alias.text != name)]
        self.name = name
        self._note_name()

    def retype(self, kind: Kind) -> None:
        """Make it, and every mention of it, of another kind."""
        self.kind = kind
        self.mentions = [_of_kind(mention, kind) for mention in self.mentions]

    def absorb(self, other: "Draft") -> None:
        """Take over all that `other` has. Its name joins the aliases on the reader's word, its aliases on their own."""
        known = {alias.text for alias in self.aliases}
        joined = [Alias(alias.text, CORRECTED) if alias.text == other.name else alias for alias in other.aliases]
        self.aliases += [alias for alias in joined if alias.text not in known]
        self.take(other.mentions)
        self.origins |= other.origins
        self.pinned |= other.pinned
        self.ambiguous += tuple(name for name in other.ambiguous if name not in self.ambiguous)

    def take(self, mentions: Iterable[Mention]) -> None:
        """Mentions become this one's, in its kind and in text order."""
        self.mentions += [_of_kind(mention, self.kind) for mention in mentions]
        self.mentions.sort(key=lambda mention: mention.span)
        self._look()

    def lose(self, spans: Collection[Span]) -> None:
        """Mentions at `spans` are no longer this one's, nor are the aliases that only they bore out."""
        lost = {fold_name(mention.text) for mention in self.mentions if mention.span in spans}
        self.mentions = [mention for mention in self.mentions if mention.span not in spans]
        self._look()
        if not self.mentions:
            return
        gone = lost - self.forms
        given = Alias(self.name, CORRECTED)
        self.aliases = [alias for alias in self.aliases if alias == given or fold_name(alias.text) not in gone]
        if all(alias.text != self.name for alias in self.aliases):
            fullest = max((mention.text for mention in self.mentions), key=lambda text: (len(text), text))
            self.call(next((alias.text for alias in self.aliases), fullest))


class Cast:
    """All drafts of one article, in the order of the fresh analysis; what was made on the way stands at the end."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.drafts = [Draft.of(entity, index) for index, entity in enumerate(entities)]
        self.changed = False

    def __iter__(self) -> Iterator[Draft]:
        return iter(self.drafts)

    def find(self, key: EntityKey, everywhere: bool) -> list[Draft]:
        """The entity a rule means, then what has meanwhile come apart from it; empty if the text knows none.

        Key and entity must know each other by the form they go by. A rule for every article may not rely on a bare
        surname, and takes a bare name for a person only where it was made for a person."""
        forms = [fold_name(form) for form in key.forms]
        head = forms[0]
        if everywhere and key.kind is Kind.PERSON:
            forms = [fold for fold, form in zip(forms, key.forms, strict=True) if fold == head or is_telling(form)]
        known = frozenset(forms)
        met = [draft for draft in self.drafts if head in draft.forms or draft.head in known]
        if everywhere and not is_telling(key.forms[0]):
            person = key.kind is Kind.PERSON
            met = [draft for draft in met if draft.kind is key.kind or (draft.kind is not Kind.PERSON and not person)]
        if not met:
            return []
        name = fold_name(key.name)

        def fit(draft: Draft) -> tuple[int, float, int]:
            same = (draft.head == head) + (draft.kind is key.kind) + (draft.folded == name)
            return same, len(known & draft.forms) / len(known | draft.forms), -draft.mentions[0].span.start

        best = max(met, key=fit)
        apart = (draft for draft in met if draft.kind is best.kind and draft.forms <= known)
        return [best, *(draft for draft in apart if draft is not best and not draft.forms & best.forms)]

    def named(self, name: str, besides: Collection[Draft] = ()) -> Draft | None:
        """Another entity that already goes by `name`."""
        folded = fold_name(name)
        others = (draft for draft in self.drafts if draft not in besides)
        return next((draft for draft in others if draft.folded == folded), None)

    def rename(self, draft: Draft, name: str) -> bool:
        """Call a draft `name`; False where that is its name."""
        if draft.name == name:
            return False
        old = draft.name
        draft.call(name)
        self.follow(old, name)
        self.changed = True
        return True

    def merge(self, target: Draft, others: Sequence[Draft]) -> None:
        """Make one of several drafts."""
        for other in others:
            target.absorb(other)
            self.drafts.remove(other)
            self.follow(other.name, target.name)
        self.changed = self.changed or bool(others)

    def remove(self, draft: Draft) -> None:
        """Take a draft out of the article."""
        self.drafts.remove(draft)
        self.follow(draft.name, "")
        self.changed = True

    def follow(self, old: str, new: str) -> None:
        """Names that others could also be follow a rename; not while another entity still has the old one."""
        if any(draft.name == old for draft in self.drafts):
            return
        for draft in self.drafts:
            if draft.ambiguous:
                names = (new if name == old else name for name in draft.ambiguous)
                draft.ambiguous = tuple(dict.fromkeys(name for name in names if name and name != draft.name))


def _of_kind(mention: Mention, kind: Kind) -> Mention:
    return mention if mention.kind is kind else Mention(mention.span, kind, mention.text, mention.rule)
