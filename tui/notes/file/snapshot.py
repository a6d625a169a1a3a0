"""What was read of a file, and whether the file is still that one."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from tui.notes.file.layout import Lines, Tables

Signature = tuple[int, int, int, int]


def signature(status: os.stat_result) -> Signature:
    """What changes when a file is replaced or written to."""
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


@dataclass(slots=True)
class Snapshot:
    """Tables as they were read or written; the open descriptor keeps the inode's number from being given away."""

    path: Path
    descriptor: int
    signature: Signature
    tables: Tables
    seal: str  # of the content
    lines: Lines = field(default_factory=dict)

    def is_stale(self) -> bool:
        """Whether another file stands there now, or none."""
        try:
            return signature(self.path.stat()) != self.signature
        except OSError:
            return True
