"""Ten thousand files of each format with something wrong in them: none is a traceback, too slow or too big."""

import pytest

from tests.text.apart.mutations import tried
from tests.text.made.mutated import SAMPLES

FILES = 10_000

pytestmark = pytest.mark.torture


@pytest.mark.parametrize("name", list(SAMPLES))
def test_files_with_something_wrong_in_them(name: str) -> None:
    outcome = tried(name, 0, FILES)
    print(f"{name}: {outcome.count + outcome.died:,} files, {outcome.died} ended the process that read them")
    assert outcome.wrong == ()
    assert outcome.count + outcome.died == FILES
