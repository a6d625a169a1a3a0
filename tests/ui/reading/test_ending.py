"""What Esc does with a note, whatever it said and says."""

from collections.abc import Callable

import pytest

from tui.notes.anchors.anchor import anchor_at
from tui.notes.note import Target, new_note
from tui.text.article import Article
from tui.text.span import Span
from tui.ui.reading.notes.ending import Ending, ending


@pytest.mark.parametrize(
    ("target", "saved", "before", "body", "end"),
    [
        (Target.TEXT, False, "", "words", Ending.SAVED),
        (Target.TEXT, False, "", " \n", Ending.HIGHLIGHT),
        (Target.ENTITY, False, "", "", Ending.NOTHING),
        (Target.EVENT, False, "", " ", Ending.NOTHING),
        (Target.TEXT, True, "words", "words", Ending.UNCHANGED),
        (Target.TEXT, True, "words", "others", Ending.SAVED),
        (Target.TEXT, True, "words", " ", Ending.TRASH),
        (Target.ENTITY, True, "words", "", Ending.TRASH),
        (Target.TEXT, True, "", "words", Ending.SAVED),
        (Target.TEXT, True, "", " ", Ending.UNCHANGED),
    ],
)
def test_the_end_of_a_note(
    write_article: Callable[..., Article], target: Target, saved: bool, before: str, body: str, end: Ending
) -> None:
    article = write_article("One came. Two went.")
    note = new_note(article, target, before, anchor=anchor_at(article.text, Span(0, 9)))
    assert ending(note, saved, before, body) is end


def test_a_note_on_the_article_marks_no_words(write_article: Callable[..., Article]) -> None:
    assert ending(new_note(write_article("One."), Target.ARTICLE, ""), False, "", "") is Ending.NOTHING
