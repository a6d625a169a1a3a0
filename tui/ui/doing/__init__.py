"""What the keys of the reader do: one class for each purpose, each with methods `do_<action>(count)`."""

from typing import TYPE_CHECKING

from tui.ui.doing.article.comfort import Comfort
from tui.ui.doing.article.copying import Copying
from tui.ui.doing.article.finding import Finding
from tui.ui.doing.article.hinting import Hinting
from tui.ui.doing.article.linking import Linking
from tui.ui.doing.article.moving import Moving
from tui.ui.doing.article.pointing import Pointing
from tui.ui.doing.article.selecting import Selecting
from tui.ui.doing.comparing import Comparing
from tui.ui.doing.panel.dating import Dating
from tui.ui.doing.panel.explaining import Explaining
from tui.ui.doing.panel.noting import Noting
from tui.ui.doing.panel.panels import Panels
from tui.ui.doing.panel.repairing import Repairing
from tui.ui.doing.reloading import Reloading

if TYPE_CHECKING:
    from tui.ui.screens.reader import ReaderScreen


def every_part(reader: "ReaderScreen") -> tuple[object, ...]:
    """All that the reader's keys can do."""
    reading = (Moving, Finding, Hinting, Selecting, Copying, Linking, Reloading, Pointing, Comfort)
    knowing = (Panels, Noting, Dating, Repairing, Explaining, Comparing)
    return tuple(kind(reader) for kind in (*reading, *knowing))
