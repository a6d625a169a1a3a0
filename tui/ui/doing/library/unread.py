"""How many articles of each feed are still to be read, as the list of feeds tells it."""

from collections.abc import Mapping
from functools import partial

from tui.library.listing import Listing
from tui.library.sources.folder import articles_folder
from tui.ui.doing.library.library import Library


def unread_in_folders(library: Library) -> Mapping[str, int]:
    """By folder; asked in a thread."""
    desk, listing = library.desk, library.listing
    if desk.shelf.paths:  # what was given is listed, not all that was fetched
        fetched = partial(desk.shelf.under, articles_folder())
        listing = Listing(desk.shelf, desk.index, fetched, "", desk.said, desk.settings.mark_read, True).found()
    return listing.unread_in_folders()
