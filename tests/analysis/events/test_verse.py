"""Songs and poems make no rows; prose that only a width has broken does."""

from dataclasses import replace
from datetime import date

import pytest

from tui.analysis.model import Status
from tui.analysis.pipeline import analyse
from tui.text.article import Known, Published
from tui.text.formats.markdown import markdown_article

SONG = """I left the boat on Sunday
And nobody came for me
Tomorrow when the river wakes
My name will be the sea""".replace("\n", "  \n")
RUN_TOGETHER = (
    "I stretched out my hand for bread and water and I've become a bird that is chained to the wall Tomorrow when I "
    "travel and the valley grows old they will understand My name has become that of the river The sky is near but no "
    "rain will fall on the stones We've started to leave the boats But the songs are sung in the mill."
)
PROSE = """She left the boat on Sunday and
nobody came for her, so that Anna
Berg asked the men of the valley
to look for her in the mill.""".replace("\n", "  \n")
LONG_PROSE = (
    "She left the boat on Sunday and nobody came for her so that Anna Berg asked the men of the valley to look for her "
    "in the mill that stands beyond the bridge over the river The Okolin and they found her there as we had hoped "
    "when the rain was over at last."
)


@pytest.mark.parametrize(
    ("text", "rows"),
    [(SONG, 0), (RUN_TOGETHER, 0), (PROSE, 1), (LONG_PROSE, 1)],
    ids=["song", "run together", "prose", "long prose"],
)
def test_verse_tells_of_no_day(text: str, rows: int) -> None:
    article = replace(markdown_article(text, "-"), published=Published(date(2019, 3, 1), Known.STATED))
    assert sum(event.status is Status.DATED for event in analyse(article).events) == rows
