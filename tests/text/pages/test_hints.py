"""What pages call their parts is understood, in whatever manner they write it."""

import pytest

from tui.text.article import Furniture
from tui.text.pages.hints import HINTS, Hint, named_so


@pytest.mark.parametrize("hint", HINTS, ids=lambda hint: hint.example)
def test_every_row_holds_for_its_example(hint: Hint) -> None:
    assert named_so(hint.example) is hint.reason


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        ("wpCaptionText", Furniture.CAPTION),
        ("css-1x2 js-caption", Furniture.CAPTION),
        ("ArticleShareButtons", Furniture.INTERFACE),
        ("c-related-content has-dropcap", Furniture.TEASER),
        ("article-body", None),
        ("story-content", None),
        ("entry-content", None),
        ("post hentry", None),
        ("has-related-articles", None),
        ("paragraph p1", None),
        ("commentary", None),
        ("shared-grid", None),
        ("download", None),
        ("", None),
    ],
)
def test_names(names: str, reason: Furniture | None) -> None:
    assert named_so(names) is reason
