"""What can be done in the lists of quotations and of figures: most of it is the same in both."""

from tui.ui.keys.action import rows_of
from tui.ui.keys.contexts import SAID

SAID_ACTIONS = rows_of(
    SAID,
    "Quotes and figures",
    ("go_to_speaker", "s", "Go to the words that name who says so"),
    ("speaker_entity", "e", "Who says so, in the list of entities"),
    ("explain_said", "i", "Why is this here, and whose is it? Cue, speaker, unit, bound"),
    ("set_speaker", "r", "Say who says so, by typing a name; nothing for nobody"),
    ("hide_said", "x", "This is no quotation, or no figure: hide it"),
    ("export_said", "W", "Write the rows to a file: Markdown with citations, CSV or JSON"),
    ("only_speaker", "o", "Only what this speaker said, or what counts the same; or all"),
)
