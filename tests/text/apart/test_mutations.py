"""Whatever is wrong with a file, it becomes an article or one sentence, within the limits."""

import pytest

from tests.text.apart.mutations import tried
from tests.text.made.mutated import SAMPLES


@pytest.mark.parametrize("name", list(SAMPLES))
def test_files_with_something_wrong_in_them(name: str) -> None:
    outcome = tried(name, 0, 60)
    assert outcome.wrong == ()
    assert outcome.count + outcome.died == 60
