"""Annotated corpora for measuring; they are not part of the project, and what needs them is skipped without them."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder with `data` and `tools`: DATELINE_CORPORA, else the folder "shared" beside the checkout."""
    named = os.environ.get("DATELINE_CORPORA")
    folder = Path(named) if named else Path(__file__).resolve().parents[3] / "shared"
    if not (folder / "data").is_dir():
        pytest.skip(f"no annotated corpora in {folder}; set DATELINE_CORPORA")
    return folder
