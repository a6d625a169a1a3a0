"""What a stored analysis depends on beside its article: a digest of the analysis code, its rules and its models."""

import hashlib
from functools import cache
from pathlib import Path

from tui.analysis.names.voters import installed_pipeline

FOLDER = Path(__file__).resolve().parent
LEFT_OUT = frozenset({"__pycache__", "fitting"})  # fitting makes models; the models themselves count


@cache
def fingerprint() -> str:
    """The digest for the files as they are now and the second voter, if there is one; read once in a process."""
    voter = installed_pipeline()
    return f"{digest_of(FOLDER)} {voter}".strip()


def digest_of(folder: Path) -> str:
    """A digest of the names and contents of all files in a folder, compiled ones left out."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and LEFT_OUT.isdisjoint(name.parts):
            content = hashlib.blake2b(path.read_bytes(), digest_size=16)
            digest.update(name.as_posix().encode("utf-8", "surrogateescape") + b"\0" + content.digest())
    return digest.hexdigest()
