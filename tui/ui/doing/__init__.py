"""What the keys of the reader do: one class for each purpose, each with methods `do_<action>(count)`."""

from tui.ui.doing.article.comfort import Comfort
from tui.ui.doing.article.continuing import Continuing
from tui.ui.doing.article.copying import Copying
from tui.ui.doing.article.decoding import Decoding
from tui.ui.doing.article.finding import Finding
from tui.ui.doing.article.hinting import Hinting
from tui.ui.doing.article.leafing import Leafing
from tui.ui.doing.article.linking import Linking
from tui.ui.doing.article.moving import Moving
from tui.ui.doing.article.pointing import Pointing
from tui.ui.doing.article.selecting import Selecting
from tui.ui.doing.article.sifting import Sifting
from tui.ui.doing.article.storing import Storing
from tui.ui.doing.article.storytelling import Storytelling
from tui.ui.doing.article.telling import Telling
from tui.ui.doing.article.tracing import Tracing
from tui.ui.doing.article.walking import Walking
from tui.ui.doing.comparing import Comparing
from tui.ui.doing.landing import Landing
from tui.ui.doing.leaving import Leaving
from tui.ui.doing.panel.attributing import Attributing
from tui.ui.doing.panel.chronicling import Chronicling
from tui.ui.doing.panel.dating import Dating
from tui.ui.doing.panel.explaining import Explaining
from tui.ui.doing.panel.exporting import Exporting
from tui.ui.doing.panel.following import Following
from tui.ui.doing.panel.highlighting import Highlighting
from tui.ui.doing.panel.keeping import Keeping
from tui.ui.doing.panel.learning import Learning
from tui.ui.doing.panel.mending import Mending
from tui.ui.doing.panel.merging import Merging
from tui.ui.doing.panel.noting import Noting
from tui.ui.doing.panel.panels import Panels
from tui.ui.doing.panel.placing import Placing
from tui.ui.doing.panel.quoting import Quoting
from tui.ui.doing.panel.repairing import Repairing
from tui.ui.doing.panel.undoing import Undoing
from tui.ui.doing.reader import Reader
from tui.ui.doing.reloading import Reloading


def every_part(reader: Reader) -> tuple[object, ...]:
    """All that the reader's keys can do."""
    leaving = (Leaving,)  # it has the first word about Esc and q
    reading = (Moving, Walking, Landing, Finding, Hinting, Selecting, Copying, Linking, Pointing, Comfort)
    files = (Leafing, Reloading, Continuing, Decoding, Storing, Telling, Storytelling)
    before = (Sifting, Tracing)
    knowing = (Learning, Panels, Chronicling, Dating, Quoting, Exporting, Explaining, Following, Comparing)
    repairing = (Attributing, Repairing, Merging, Mending)
    noting = (Noting, Highlighting, Placing, Keeping, Undoing)
    return tuple(kind(reader) for kind in (*leaving, *reading, *files, *before, *knowing, *repairing, *noting))
