"""A site on loopback and who asks it."""

from collections.abc import Iterator

import pytest

from tests.site import new_site, site
from tui.library.sources.fetcher import Fetcher

__all__ = ["fetcher", "new_site", "site"]


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    """Asks with the limits of the program."""
    fetcher = Fetcher()
    yield fetcher
    fetcher.close()
