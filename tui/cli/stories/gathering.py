"""Sources of articles become what they tell: from the index where it knows them, else read and analysed now."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.fingerprint import fingerprint
from tui.analysis.repairs.repair_rows import from_json
from tui.analysis.repairs.repairs import AddName, Correction, Hide, Merge, Rename, Retype, Split
from tui.cli.many.articles import Asked, as_read
from tui.errors import ReaderError
from tui.library.index.articles import FileState
from tui.library.index.texts import searched
from tui.library.indexing.pool import PATIENCE, cores, here, in_order
from tui.library.indexing.task import Done, Lost, Refused
from tui.library.stories.story import Story, story_of
from tui.library.stories.telling import Told, told_of
from tui.library.stories.wire import digest_of, packed, packed_story, unpacked, unpacked_story
from tui.library.stories.words import words_of
from tui.notes.store import NoteStore

if TYPE_CHECKING:
    from tui.library.index.index import Index
    from tui.library.index.told import ToldThere

FEW = 8  # articles that are read here: more are worth other processes


class Gathered(NamedTuple):
    """An article of a story, and the same as bytes, by which a chronicle made of it is found again."""

    told: Told
    body: bytes


def gathered(
    sources: Sequence[str], index: "Index | None", store: NoteStore | None, say: Callable[[str], None]
) -> list[Gathered]:
    """What each of these files tells, as the person sees it; `say` hears why there is nothing of one."""
    known = {one.told.source: one for one in each_gathered(sources, index, store, say)}
    return [known[source] for source in dict.fromkeys(sources) if source in known]


def each_gathered(
    sources: Sequence[str], index: "Index | None", store: NoteStore | None, say: Callable[[str], None]
) -> Iterator[Gathered]:
    """The same, each as soon as it is known: first what the index tells, then what has to be read."""
    known: set[str] = set()
    for one in _known(sources, index, store):
        known.add(one.told.source)
        yield one
    missing = [Asked(source, as_found=store is None) for source in sources if source not in known]
    touched = _Touched(store) if missing else None
    for told, body in _read(missing, say):
        if index is not None and touched is not None and not touched.by_person(told):
            index.keep_told(told.digest, fingerprint(), body)
        yield Gathered(told, body)


def in_time(articles: Iterable[Gathered]) -> list[Gathered]:
    """By the day on which they appeared: the order in which they come does not matter."""
    return sorted(articles, key=lambda one: (str(one.told.published or "9999"), one.told.source))


def chronicle(articles: Iterable[Gathered], index: "Index | None") -> Story:
    """The story of some articles, as it was made before or made now."""
    some = in_time(articles)
    told = tuple(one.told for one in some)
    digest = digest_of((one.told.source, one.body) for one in some)
    body = index.story(digest) if index is not None else None
    story = unpacked_story(body, told) if body is not None else None
    if story is None:
        story = story_of(told)
        if index is not None:
            index.keep_story(digest, packed_story(story))
    return story


def told_asked(asked: Asked) -> tuple[Gathered, tuple[str, ...]]:
    """What one article tells, and warnings. Raises UnreadableArticle."""
    article, analysis, warnings = as_read(asked)
    told = told_of(article, analysis)
    return Gathered(told, packed(told, searched(article).encode())), warnings


def _known(sources: Sequence[str], index: "Index | None", store: NoteStore | None) -> Iterator[Gathered]:
    if index is None:
        return
    touched = _Touched(store)
    for one in index.told(sources, fingerprint()):
        if one.body and _is_there(one):
            told = unpacked(one.body, one.text, one.digest, one.source, one.title, one.publisher)
            if told is not None and not touched.by_person(told):
                yield Gathered(told, one.body)


def _is_there(one: "ToldThere") -> bool:
    """Whether its file is the one that was read; one that a person opened is not looked at by size."""
    try:
        status = os.stat(one.source)  # noqa: PTH116
    except (OSError, ValueError):
        return False
    return one.state == FileState(status.st_size, status.st_mtime_ns)


class _Touched:
    """What a person decided about articles and put right in them: what tells something else then is read anew."""

    def __init__(self, store: NoteStore | None) -> None:
        self._sources: set[str] = set()
        self._words: list[frozenset[str]] = []
        if store is None:
            return
        try:
            self._sources = {choices.source for choices, _ in store.all_choices()}
            for row in store.corrections():
                self._add(row["source"], from_json(row))
        except (ReaderError, ValueError):  # it is told where the article itself is read
            return

    def by_person(self, told: Told) -> bool:
        """Whether it may be about this article."""
        return told.source in self._sources or any(words <= told.words for words in self._words)

    def _add(self, source: str, rule: Correction) -> None:
        if source:
            self._sources.add(source)
        elif isinstance(rule, AddName):
            self._words.append(words_of(rule.surface))
        elif isinstance(rule, Merge | Rename | Split | Retype | Hide):
            keys = rule.keys if isinstance(rule, Merge) else (rule.key,)
            self._words += (words_of(form) for key in keys for form in key.forms)


def _read(asked: Sequence[Asked], say: Callable[[str], None]) -> Iterator[Gathered]:
    said: set[str] = set()
    some = here(told_asked, asked) if len(asked) <= FEW else in_order(told_asked, asked, cores(), PATIENCE)
    with closing(some) as answers:
        for task, outcome in answers:
            match outcome:
                case Done(((told, body), warnings)):
                    for warning in warnings:
                        if warning not in said:
                            say(warning)
                    said.update(warnings)
                    yield Gathered(told._replace(source=task.path), body)
                case Refused(sentence):
                    say(sentence)
                case Lost(reason):
                    say(f"{Path(task.path).name} could not be analysed ({reason}); the others are not concerned.")
