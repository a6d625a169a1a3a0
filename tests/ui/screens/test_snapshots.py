"""How it looks: pictures of the screens, drawn from an analysis that is known beforehand.

After a change that is meant: pytest tests/ui/screens/test_snapshots.py --snapshot-update, and look at each picture."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tui.notes.anchors.anchor import anchor_at
from tui.notes.note import Note, Target
from tui.notes.store import NoteStore
from tui.paths import data_folder, make_private
from tui.text.read import read_article
from tui.text.span import Span
from tui.ui.app import DatelineApp
from tui.ui.desk import Desk
from tui.ui.page.signs import ASCII

WIDE, NARROW, SMALL = (120, 40), (80, 24), (40, 12)
LONG_AGO = datetime(2021, 4, 1, 12, tzinfo=UTC)

# Name, size, keys, and how the reader is set up.
PICTURES: list[tuple[str, tuple[int, int], str, dict[str, Any]]] = [
    ("reader", WIDE, "", {}),
    ("reader_narrow", NARROW, "", {}),
    ("reader_small", SMALL, "j j", {}),
    ("entity_selected", WIDE, "e enter", {}),
    ("entities_over_the_text", NARROW, "e j", {}),
    ("timeline", WIDE, "t j enter", {}),
    ("chronicle", WIDE, "C j", {}),
    ("chronicle_narrow", NARROW, "C s", {}),
    ("chronicle_beside", WIDE, "C | j", {}),
    ("chronicle_in_ascii", NARROW, "C", {"theme": "dateline-light", "signs": ASCII}),
    ("split", NARROW, "e s j space", {}),
    ("search", NARROW, "/ t h e enter n", {}),
    ("hints", NARROW, "f", {}),
    ("help", NARROW, "?", {}),
    ("high_contrast", NARROW, "e enter", {"theme": "high-contrast"}),
    ("light_in_ascii", NARROW, "t", {"theme": "dateline-light", "signs": ASCII}),
]


@pytest.mark.parametrize(("name", "size", "keys", "options"), PICTURES, ids=[name for name, *_ in PICTURES])
def test_the_picture_is_as_it_was(
    snap_compare: Callable[..., bool],
    desk_for: Callable[..., Desk],
    story: Path,
    name: str,
    size: tuple[int, int],
    keys: str,
    options: dict[str, Any],
) -> None:
    article = read_article(story)
    span = Span(article.text.index("It belonged"), article.text.index(" John"))
    anchor = anchor_at(article.text, span)
    note = Note("1", article.source, article.title, "", Target.TEXT, "", anchor, "Who owns it now?", LONG_AGO, LONG_AGO)
    NoteStore(make_private(data_folder())).save(note)
    app = DatelineApp(desk_for(**options), article, alone=True)
    app.animation_level = "none"

    async def type_keys(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press(*keys.split())
        await pilot.pause()
        while not app.typed_ahead.is_settled:
            await pilot.pause(0.001)
        await app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=type_keys)
