"""Where fetched articles lie: a folder of the person's own, with one in it for each feed."""

from pathlib import Path

from tui.paths import data_folder

FOLDER = "articles"


def articles_folder() -> Path:
    """All of them."""
    return data_folder() / FOLDER
