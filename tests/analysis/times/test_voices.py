"""Whose day "yesterday" is: what somebody says counts from the day on which the text says that it was said."""

from datetime import date

import pytest

from tests.analysis.times.test_threads import times_of

TUESDAY = date(2019, 3, 5)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('"We lost the boat yesterday," she told reporters in Okolin on Friday.', "2019-02-28"),
        ('"We lost the boat yesterday," said Anna Berg late on Friday.', "2019-02-28"),
        ('Berg said on Friday: "We lost the boat yesterday."', "2019-02-28"),
        ('On Friday, a tired Anna Berg told us: "We lost the boat yesterday."', "2019-02-28"),
        ('"We lost the boat yesterday," she said on 27 February.', "2019-02-26"),
        ('"We lost the boat yesterday," she said on February 3, 2018.', "2018-02-02"),
        ('"It is gone," she said on Friday. "We lost it yesterday."', "2019-02-28"),
        # Who goes on was heard in the sentence before.
        ('On Sunday Ms Berg also said she would pay.\n\nMs Berg added: "We lost it yesterday."', "2019-03-02"),
        ('Berg said on Sunday she would pay. She added: "We lost it yesterday."', "2019-03-02"),
        # Another day in the clause is not that of speaking, nor is that of another speaker.
        ('"We lost the boat yesterday," she said of Friday\'s storm.', "2019-03-04"),
        ('"We lost the boat yesterday," said Berg, who came on Friday.', "2019-03-04"),
        ('Berg, who came on Friday, said: "We lost the boat yesterday."', "2019-03-04"),
        ('Berg said on Sunday she would pay. Rusk added: "We lost it yesterday."', "2019-03-04"),
        ('"We lost the boat yesterday," she said. The mill burned on Friday.', "2019-03-04"),
    ],
)
def test_yesterday_of_a_speaker(text: str, value: str) -> None:
    assert next(time.value for words, time in times_of(text, TUESDAY).items() if words == "yesterday") == value


def test_what_was_said_yesterday() -> None:
    assert (
        times_of('"We lost the boat last night," she said yesterday.', TUESDAY)["last night"].value == "2019-03-03TNI"
    )
