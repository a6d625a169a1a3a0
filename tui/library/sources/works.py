"""What a reader wishes for becomes steps that are told: pages fetched, feeds followed and asked."""

from collections.abc import Callable
from typing import Any

from tui.errors import ReaderError
from tui.library.sources.adding import added
from tui.library.sources.feeds.followed import followed
from tui.library.sources.feeds.following import due, follow, update
from tui.library.sources.feeds.updating import Updated
from tui.library.sources.fetcher import Fetcher
from tui.library.sources.folder import articles_folder

Tell = Callable[[dict[str, Any]], None]


def _add(addresses: list[str], tell: Tell) -> None:
    fetcher = Fetcher()
    for number, one in enumerate(added(addresses, articles_folder(), fetcher), 1):
        tell({"stage": "added", **one._asdict(), "file": str(one.file or ""), "done": number, "total": len(addresses)})


def _update(wanted: dict[str, Any], tell: Tell) -> None:
    now, unasked = wanted.get("now", False), wanted.get("unasked", False)
    named = [one for one in followed() if one.address in wanted.get("named", ())]
    total = len(due(named, now, unasked))
    for number, one in enumerate(update(Fetcher(), named, now, unasked), 1):
        tell({"stage": "updated", **_told(one), "done": number, "total": total})


def _follow(addresses: list[str], tell: Tell) -> None:
    fetcher = Fetcher()
    for number, address in enumerate(addresses, 1):
        try:
            said = _told(follow(address, fetcher))
        except ReaderError as error:
            said = {"troubles": [str(error)], "failed": True}
        tell({"stage": "updated", **said, "done": number, "total": len(addresses)})


def _told(one: Updated) -> dict[str, Any]:
    files, changed = [str(file) for file in one.files], [str(file) for file in one.changed]
    failed = bool(one.state.failures)
    return {"feed": one.feed.name, "files": files, "changed": changed, "troubles": one.troubles, "failed": failed}


WORKS: dict[str, Callable[[Any, Tell], None]] = {"add": _add, "update": _update, "follow": _follow}
