"""A path may lead into a file: `news.xml/3fa94c21` is one article of the feed `news.xml`."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class Inside(NamedTuple):
    """A file, and the name of a part of it; "" where the whole of it is meant."""

    file: Path
    part: str = ""


def inside_of(path: str | Path) -> Inside:
    """The file that a path leads to or into; the path itself where there is none."""
    path = path if isinstance(path, Path) else Path(path)
    with suppress(OSError, ValueError):
        if stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 (most paths are of files: the folders above cost more)
            return Inside(path)
    for file in (path, *path.parents):
        try:
            mode = os.stat(file).st_mode  # noqa: PTH116
        except NotADirectoryError:  # something above it is no folder
            continue
        except (OSError, ValueError):
            break
        inside = str(path.relative_to(file)) if file != path else ""
        return Inside(file, inside) if stat.S_ISREG(mode) or not inside else Inside(path)
    return Inside(path)


def is_there(source: str | Path) -> bool:
    """Whether there is the file that a path leads to or into."""
    return os.path.exists(inside_of(source).file)  # noqa: PTH110 (Path.exists raises for some)
