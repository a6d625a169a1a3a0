"""Words between quotation marks."""

import pytest

from tui.ui.page.quoted import quoted


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("the fall of\nBaghuz", "“the fall of Baghuz”"),
        ("“This is not the end,” he said", "“‘This is not the end,’ he said”"),
        ("„Genug“, sagte Anna", "“‚Genug‘, sagte Anna”"),
    ],
)
def test_marks_within_become_single(words: str, shown: str) -> None:
    assert quoted(words) == shown
