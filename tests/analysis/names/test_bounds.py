"""A name is listed whole, and with nothing that is not its own."""

from collections.abc import Callable

import pytest

from tui.analysis.document import segment
from tui.analysis.names.entities import find_entities
from tui.text.article import Article

Write = Callable[..., Article]


def forms_of(text: str, write_article: Write) -> set[str]:
    """All forms of names in a text."""
    found = find_entities(segment(write_article(text)))
    return {alias.text for entity in found for alias in entity.aliases}


@pytest.mark.parametrize(
    ("text", "listed", "no_names"),
    [
        (
            "Rep. Lea Holm, D-Mich., and Sen. Carl Dunn (R-Utah) met on Tuesday.",
            {"Lea Holm", "Carl Dunn"},
            {"D-Mich.", "D-Mich", "Mich.", "R-Utah"},
        ),
        ('"It is late," said Sen. Ruth Orr, R-W.Va. Orr voted no.', {"Ruth Orr"}, {"Va. Orr", "R-W", "R-W.Va."}),
        ("On 4 May Salwan left Cairo, and Salwan came back.", {"Salwan"}, {"May Salwan"}),
        ("The trial of Eva Lund-Berg began. Lund-Berg said nothing.", {"Eva Lund-Berg", "Lund-Berg"}, {"Eva Lund"}),
        ("Crown Prince Nasser bin Omar al-Hadi spoke on Monday.", {"Nasser bin Omar al-Hadi"}, set()),
        ("The seat went to Labour MP Joan Birch on Thursday.", {"Joan Birch"}, {"Labour MP Joan Birch"}),
        ("She signed Nora's Law in June. Nora was her daughter.", {"Nora's Law"}, set()),
        ("He has Crohn's disease. The drug for Parkinson's failed.", set(), {"Crohn", "Parkinson"}),
        ("Shares fell at LowerKing. iMotors hired him, and iMotors grew.", {"iMotors"}, {"LowerKing. iMotors"}),
        ("The clerk Wm. Harding wrote it. Harding was ill.", {"Wm. Harding"}, {"Wm", "Wm."}),
        ("The Party for a Better Ostra lost.", {"Party for a Better Ostra"}, {"Party"}),
        ("Keller & Co and Brandt followed on Friday.", {"Keller & Co"}, {"Keller & Co and Brandt"}),
        ("A tour of the Weimar Republic Why it still matters", {"Weimar Republic"}, {"Weimar Republic Why"}),
        (
            "She heads the Ostran Council on Foreign Relations, the Ostran Council on Foreign Relations said.",
            {"Ostran Council on Foreign Relations"},
            {"Ostran Council", "Foreign Relations"},
        ),
        ("The Municipality of Livorno asked for it.", {"Municipality of Livorno"}, {"Livorno"}),
        ("The Organization for Trade and Order in Europe (OTOE) met.", {"OTOE"}, {"Europe"}),
        ("It flew the flag of Antigua and Barbuda.", {"Antigua and Barbuda"}, {"Antigua", "Barbuda"}),
        ("They walked in the Swiss Alps.", {"Swiss", "Alps"}, {"Swiss Alps"}),
        (
            "The ambassador to the United States Amir Tolo left.",
            {"United States", "Amir Tolo"},
            {"United States Amir Tolo"},
        ),
        ("Anna (Lena) Maria Orton came home.", {"Anna (Lena) Maria Orton"}, {"Orton"}),
        ("The tug pulled the ferry Princess Ada off the rocks.", {"Princess Ada"}, {"Ada"}),
    ],
)
def test_bounds(text: str, listed: set[str], no_names: set[str], write_article: Write) -> None:
    forms = forms_of(text, write_article)
    assert (listed - forms, no_names & forms) == (set(), set())
