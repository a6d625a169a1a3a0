"""What the reader put right is replayed over an Analysis, in the order in which it was put right.

Always over a fresh analysis: `replay` is a pure function of analysis, article and log, light enough for the process
that draws. A rule that finds nothing to act on sleeps, and wakes up when the text or the tagger brings its entity back.
"""

from collections.abc import Iterable, Sequence

from tui.analysis.model import Analysis, Entity
from tui.analysis.naming import fold_name
from tui.analysis.repairs.drafts import Cast, Draft
from tui.analysis.repairs.repairs import (
    AddName,
    Attribute,
    Correction,
    EntityKey,
    Hide,
    Merge,
    Pin,
    Rename,
    Retype,
    Split,
)
from tui.analysis.repairs.replaying import Outcome, Replay, State, target_of, unique
from tui.text.article import Article


def replay(analysis: Analysis, article: Article, rules: Sequence[Correction]) -> Analysis:
    """The analysis with all rules applied that are for this article or for every one; oldest rule first."""
    return trace(analysis, article, rules)[0]


def trace(analysis: Analysis, article: Article, rules: Sequence[Correction]) -> tuple[Analysis, tuple[Outcome, ...]]:
    """As `replay`, and what became of each rule that is for this article, in order."""
    here = [rule for rule in rules if rule.scope in ("", article.source)]
    if not here:
        return analysis, ()
    run = Replay(analysis, article)
    outcomes = tuple(run.apply(rule) for rule in here)
    return run.result(), outcomes


def plan(analysis: Analysis, article: Article, rule: Correction, kinds: bool = True) -> tuple[str, ...]:
    """What to tell the reader before `rule` is stored, one sentence each: names that clash, nothing found, and `kinds`
    that differ. `analysis` is what the reader sees, earlier rules applied. Empty where the rule does what it says."""
    after, outcomes = trace(analysis, article, [rule])
    warnings = [outcome.notice for outcome in outcomes if outcome.notice]
    if any(outcome.state is State.SETTLED for outcome in outcomes):
        warnings.append("That is so already.")
    cast = Cast(analysis.entities)
    match rule:
        case Merge(keys, name):
            found = unique(cast.find(key, not rule.scope) for key in keys)
            if kinds and len({draft.kind for draft in found}) > 1:
                named = ", ".join(f"{draft.name} is {draft.kind}" for draft in found)
                kind = target_of(found, keys, name, cast, rule).kind
                warnings.append(f"They are of different kinds: {named}; all become {kind}.")
            warnings += _alias_clash(cast, name, found)
        case Rename(key, name):
            warnings += _alias_clash(cast, name, cast.find(key, not rule.scope))
        case Split(key):
            found = cast.find(key, not rule.scope)
            if found and outcomes and all(draft.name not in {e.name for e in after.entities} for draft in found):
                warnings.append(f"That takes every mention; nothing is left of {found[0].name}.")
        case AddName(surface):
            left = {fold_name(entity.name) for entity in after.entities}
            lost = [entity.name for entity in analysis.entities if fold_name(entity.name) not in left]
            warnings += [f"{name} stands only inside “{surface}” and is no longer an entry." for name in lost]
    return tuple(dict.fromkeys(warnings))


def concerning(entity: Entity, rules: Iterable[Correction]) -> tuple[Correction, ...]:
    """The rules that are about `entity` as it stands now, oldest first: part of its evidence."""
    cast = Cast((entity,))
    return tuple(rule for rule in rules if any(cast.find(key, not rule.scope) for key in _keys(rule)))


def _alias_clash(cast: Cast, name: str, found: Sequence[Draft]) -> list[str]:
    folded = fold_name(name)
    return [
        f"“{name}” is also an alias of {draft.name}."
        for draft in cast
        if draft not in found and draft.folded != folded and folded in draft.forms
    ]


def _keys(rule: Correction) -> tuple[EntityKey, ...]:
    match rule:
        case Merge(keys):
            return keys
        case Rename(key) | Split(key) | Retype(key) | Hide(key) | Pin(key):
            return (key,)
        case Attribute(key=EntityKey() as key):
            return (key,)
        case AddName(surface, kind):
            return (EntityKey(surface, kind, (surface,)),)
        case _:
            return ()
