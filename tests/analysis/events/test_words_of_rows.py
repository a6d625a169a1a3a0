"""A row says what happened, in the words of its sentence, and not only when."""

import pytest

from tests.analysis.events.test_timeline import rows


def test_a_row_is_never_only_its_date():
    drawn = "[Tonight=2019-07-30TNI] as calm returned to the town the mayor declared the fair a success."
    [(_, words, _)] = rows(drawn)
    assert words == drawn.replace("[", "").replace("=2019-07-30TNI]", "")


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        # Of what has come of it since, only the event itself is of that day.
        ("Many survivors of [Monday=2019-07-29]'s quake have fallen ill.", "Many survivors of Monday's quake"),
        (
            "Counts of those hurt in the quake on [Monday=2019-07-29] have varied.",
            "Counts of those hurt in the quake on Monday",
        ),
        ("The mill on [Monday=2019-07-29] has raised its price.", "The mill on Monday has raised its price."),
        ("[Friday=2019-08-02]'s vote will decide it.", "Friday's vote will decide it."),
        ("[Monday=2019-07-29]'s vote was close.", "Monday's vote was close."),
        # What stands in brackets is told apart.
        (
            "They feared a flood (those of [1957=1957] are said to have come in spring) and asked for a dam.",
            "(those of 1957 are said to have come in spring)",
        ),
        # An entry whose line ran into the one before it.
        ("The old were badly hit [1968=1968]: A second flood killed ten.", "1968: A second flood killed ten."),
        ("He said on [Monday=2019-07-29]: A second flood is near.", "He said on Monday: A second flood is near."),
        (
            "A panel talked of the rest it would need after their lease ends in [2021=2021].",
            "after their lease ends in 2021.",
        ),
        # A date behind a dash begins what is told of it.
        ("It is old, too - in [1987=1987], one like it came.", "in 1987, one like it came."),
        ("The mill - in [1987=1987] a ruin - was sold.", "The mill - in 1987 a ruin - was sold."),
        # A few words in quotation marks are no clause of their own.
        (
            'They are sending an "envoy of peace" to Okolin on [Monday=2019-08-05], Anna Berg was told.',
            'They are sending an "envoy of peace" to Okolin on Monday,',
        ),
        # "Today" of what is said or done on the day.
        ('"[Today=2019-07-30], the mill was shut," he said.', '"Today, the mill was shut,"'),
    ],
)
def test_the_words_of_the_date_alone(drawn: str, told: str) -> None:
    assert [words for _, words, _ in rows(drawn)] == [told]
