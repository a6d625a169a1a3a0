"""Addresses that a person names become articles in the library's folder."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tui.errors import ReaderError
from tui.library.sources.address import cleaned, taken_apart, without_login
from tui.library.sources.answer import Answer
from tui.library.sources.fetcher import Fetcher
from tui.library.sources.kept_files import ToKeep, keep_all, replace_all
from tui.library.sources.ledger import Fetched, entries
from tui.library.sources.page import file_of
from tui.text.read import open_bytes

THREADS = 8


class Added(NamedTuple):
    """What came of an address."""

    address: str
    file: Path | None = None
    title: str = ""
    trouble: str = ""  # why there is no file
    there: bool = False  # it was there already


def added(addresses: Iterable[str], folder: Path, fetcher: Fetcher, again: bool = False) -> Iterator[Added]:
    """Each address with its article, in order; one that is there is fetched only if `again`, into its own file."""
    there = already(folder)
    waiting: deque[tuple[str, Future[Answer | ReaderError] | None]] = deque()
    following = iter(dict.fromkeys(addresses))
    with ThreadPoolExecutor(THREADS) as threads:
        try:
            while True:
                for address in islice(following, 2 * THREADS - len(waiting)):
                    known = not again and cleaned(address) in there
                    waiting.append((address, None if known else threads.submit(_answer, fetcher, address)))
                if not waiting:
                    return
                address, answer = waiting.popleft()
                file = there.get(cleaned(address))
                if file is not None and not again:  # perhaps by another address before it
                    yield Added(address, file, file.stem, there=True)
                elif answer is not None:
                    one = _kept(address, answer.result(), folder, file)
                    if one.file is not None:
                        there[cleaned(address)] = one.file
                    yield one
        finally:
            for _, answer in waiting:
                if answer is not None:
                    answer.cancel()


def already(folder: Path) -> dict[str, Path]:
    """The files that addresses were fetched into, if they are there still; by the cleaned address."""
    found: dict[str, Path] = {}
    for one in entries(folder):
        for address in (one.address, one.final):
            if address and (folder / one.file).exists():
                found[cleaned(address)] = folder / one.file
    return found


def to_keep(address: str, answer: Answer) -> ToKeep:
    """An answer as the article that it is. Raises ReaderError where it is none."""
    suffix, data = file_of(answer)
    opened = open_bytes(data, f"-{address}", suffix, f"What {taken_apart(answer.address).host} sent")
    article = opened.article
    day = article.published.day if article is not None else None
    at = datetime.now(UTC).isoformat(timespec="seconds")
    address, final = without_login(address), without_login(answer.address)
    final = final if final != address else ""
    return ToKeep(opened.title, day, suffix, data, Fetched("", address, final, at))


def _answer(fetcher: Fetcher, address: str) -> Answer | ReaderError:
    try:
        return fetcher.get(address, typed=address)
    except ReaderError as error:
        return error
    except Exception as error:  # one of a thousand must not cost the others
        return _odd(address, error)


def _kept(address: str, answer: Answer | ReaderError, folder: Path, known: Path | None) -> Added:
    if isinstance(answer, ReaderError):
        return Added(address, trouble=str(answer))
    try:
        if answer.cut:
            return Added(address, trouble=f"{taken_apart(address).host} broke off amid the page; try again later.")
        one = to_keep(address, answer)
        if known is not None and known.suffix == one.suffix:
            replace_all(known.parent, [(known, one)])
            return Added(address, known, one.title)
        return Added(address, keep_all(folder, [one])[0], one.title)
    except ReaderError as error:
        return Added(address, trouble=str(error))
    except Exception as error:
        return Added(address, trouble=str(_odd(address, error)))


def _odd(address: str, error: Exception) -> ReaderError:
    return ReaderError(f"{without_login(address)} could not be taken ({type(error).__name__}: {error}).")
