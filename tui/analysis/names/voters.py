"""Whether a second voter on names is installed beside the fitted models; looks without loading anything."""

from functools import cache
from importlib.util import find_spec

SIZES = ("_lg", "_md", "_sm", "_trf")  # the transformer last: it is the slowest by far


@cache
def installed_pipeline() -> str:
    """The spaCy pipeline for English that is asked too, with its version; "" without one."""
    if find_spec("spacy") is None:
        return ""
    from importlib.metadata import entry_points  # slow to import, and seldom needed

    found = [point for point in entry_points(group="spacy_models") if point.name.startswith("en_")]
    found.sort(key=lambda point: (_size(point.name), point.name))
    return f"{found[0].name} {found[0].dist.version if found[0].dist else ''}".strip() if found else ""


def _size(name: str) -> int:
    return next((rank for rank, size in enumerate(SIZES) if size in name), len(SIZES))
