"""Mentions become entities: names that name the same one, merged, and how it is known."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tui.analysis.document import Document
from tui.analysis.model import Alias, Entity, Kind, Mention
from tui.analysis.names.foreign import repeated_names
from tui.analysis.names.joining.aliases import find_links
from tui.analysis.names.joining.links import Link, Name
from tui.analysis.names.lexicon import key
from tui.analysis.names.mentions import Votes, read_names
from tui.analysis.names.recased import as_written, recased


def find_entities(document: Document, language: str = "") -> tuple[Entity, ...]:
    """The entities of a document, the most mentioned first; in another `language` than English those that repeat."""
    if language:
        return group_mentions(document, repeated_names(document, language))
    written = recased(document)
    names = read_names(written or document)
    entities = group_mentions(written or document, names.mentions, names.votes)
    return tuple(as_written(document.article.text, entity) for entity in entities) if written else entities


def group_mentions(
    document: Document, mentions: Sequence[Mention], votes: Mapping[str, Votes] | None = None
) -> tuple[Entity, ...]:
    """Mentions of the same one as one entity, the most mentioned first; `votes` by key of a name."""
    by_key: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_key.setdefault(key(mention.text), []).append(mention)
    names = [Name.of(name, group) for name, group in by_key.items()]
    links, doubts = find_links(document.article.text, names, mentions)
    parents = {link.short: link for link in links}
    members: dict[str, list[str]] = {}
    for name in by_key:
        members.setdefault(_root(name, parents), []).append(name)
    entities = [_entity(keys, by_key, parents, votes or {}) for keys in members.values()]
    titles = {name: entity.name for keys, entity in zip(members.values(), entities, strict=True) for name in keys}
    marked = []
    for keys, entity in zip(members.values(), entities, strict=True):
        others = {titles[other] for name in keys for other in doubts.get(name, ())} - {entity.name}
        marked.append(_with_doubts(entity, tuple(sorted(others))))
    return tuple(sorted(marked, key=lambda entity: (-len(entity.mentions), entity.mentions[0].span)))


def _root(name: str, parents: Mapping[str, Link]) -> str:
    seen = {name}
    while name in parents and parents[name].full not in seen:
        name = parents[name].full
        seen.add(name)
    return name


def _with_doubts(entity: Entity, others: tuple[str, ...]) -> Entity:
    return Entity(entity.name, entity.kind, entity.aliases, entity.mentions, entity.votes, others) if others else entity


def _entity(
    keys: Sequence[str],
    by_key: Mapping[str, Sequence[Mention]],
    parents: Mapping[str, Link],
    votes: Mapping[str, Votes],
) -> Entity:
    mentions = sorted((mention for name in keys for mention in by_key[name]), key=lambda mention: mention.span)
    shares = _shares(keys, by_key, votes)
    kind = Kind(next((kind for kind, _ in shares if kind != "NONE"), mentions[0].kind))
    surfaces = Counter(mention.text for mention in mentions)
    name = max(surfaces, key=lambda surface: (_fullness(surface, kind), surfaces[surface], surface))
    rules = {alias: parents[key(alias)].rule if key(alias) in parents else "exact" for alias in surfaces}
    aliases = [Alias(name, "exact" if rules[name] == "exact" else rules[name])]
    aliases += [Alias(alias, rules[alias]) for alias, _ in surfaces.most_common() if alias != name]
    typed = tuple(
        mention if mention.kind is kind else Mention(mention.span, kind, mention.text, mention.rule)
        for mention in mentions
    )
    return Entity(name, kind, tuple(aliases), typed, shares)


def _fullness(surface: str, kind: Kind) -> tuple[int, int]:
    words = len(surface.split())
    if kind is Kind.PERSON:
        return min(words, 4), min(len(surface), 30)
    return min(words, 2), min(len(surface), 60)


def _shares(keys: Sequence[str], by_key: Mapping[str, Sequence[Mention]], votes: Mapping[str, Votes]) -> Votes:
    """The kinds of all names together, each name weighing as often as it is mentioned and a full name twice."""
    total: defaultdict[str, float] = defaultdict(float)
    for name in keys:
        weight = len(by_key[name]) * (2.0 if " " in name else 1.0)
        given = by_key[name][0].kind
        for kind, share in votes.get(name, ()):
            total[kind] += 0.4 * weight * share
        total[given] += weight
    whole = sum(total.values())
    return tuple(
        (kind, round(share / whole, 3))
        for kind, share in sorted(total.items(), key=lambda item: -item[1])
        if share / whole >= 0.005
    )
