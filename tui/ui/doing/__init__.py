"""What the keys of the reader do: one class for each purpose, each with methods `do_<action>(count)`."""

from typing import TYPE_CHECKING

from tui.ui.doing.comfort import Comfort
from tui.ui.doing.comparing import Comparing
from tui.ui.doing.copying import Copying
from tui.ui.doing.dating import Dating
from tui.ui.doing.explaining import Explaining
from tui.ui.doing.finding import Finding
from tui.ui.doing.hinting import Hinting
from tui.ui.doing.linking import Linking
from tui.ui.doing.moving import Moving
from tui.ui.doing.noting import Noting
from tui.ui.doing.panels import Panels
from tui.ui.doing.pointing import Pointing
from tui.ui.doing.reloading import Reloading
from tui.ui.doing.repairing import Repairing
from tui.ui.doing.selecting import Selecting

if TYPE_CHECKING:
    from tui.ui.screens.reader import ReaderScreen


def every_part(reader: "ReaderScreen") -> tuple[object, ...]:
    """All that the reader's keys can do."""
    reading = (Moving, Finding, Hinting, Selecting, Copying, Linking, Reloading, Pointing, Comfort)
    knowing = (Panels, Noting, Dating, Repairing, Explaining, Comparing)
    return tuple(kind(reader) for kind in (*reading, *knowing))
