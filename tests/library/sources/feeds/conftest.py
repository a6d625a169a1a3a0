"""A site with feeds."""

from tests.library.sources.conftest import fetcher
from tests.site import new_site, site

__all__ = ["fetcher", "new_site", "site"]
