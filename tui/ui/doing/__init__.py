"""What the keys of the reader do: one class for each purpose, each with methods `do_<action>(count)`."""

from typing import TYPE_CHECKING

from tui.ui.doing.comfort import Comfort
from tui.ui.doing.comparing import Comparing
from tui.ui.doing.dating import Dating
from tui.ui.doing.explaining import Explaining
from tui.ui.doing.finding import Finding
from tui.ui.doing.hinting import Hinting
from tui.ui.doing.moving import Moving
from tui.ui.doing.noting import Noting
from tui.ui.doing.panels import Panels
from tui.ui.doing.repairing import Repairing
from tui.ui.doing.selecting import Selecting

if TYPE_CHECKING:
    from tui.ui.screens.reader import ReaderScreen


def every_part(reader: "ReaderScreen") -> tuple[object, ...]:
    """All that the reader's keys can do."""
    kinds = (Moving, Finding, Hinting, Panels, Selecting, Noting, Dating, Repairing, Explaining, Comparing, Comfort)
    return tuple(kind(reader) for kind in kinds)
