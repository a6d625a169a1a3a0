"""A ZIP archive becomes its files by name; what would fill the memory is refused."""

import zipfile
import zlib
from contextlib import suppress
from io import BytesIO

from tui.errors import UnreadableArticle

LARGEST_MEMBER = 32 * 1024 * 1024  # bytes, unpacked
LARGEST = 64 * 1024 * 1024  # of all that is unpacked
MOST_MEMBERS = 20_000
PIECE = 1 << 16
DAMAGED: tuple[type[Exception], ...]  # what damage raises where something is unpacked
DAMAGED = zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, KeyError, NotImplementedError
with suppress(ImportError):  # a Python without it knows no member that is packed so
    from lzma import LZMAError

    DAMAGED = *DAMAGED, LZMAError


class Archive:
    """The files in an archive, by name. What cannot be unpacked raises UnreadableArticle."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self.names = tuple(dict.fromkeys(self._zip.namelist()))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise UnreadableArticle(f"{name} is a damaged ZIP archive; get it once more.") from error
        if len(self.names) > MOST_MEMBERS:
            raise UnreadableArticle(f"{name} is an archive of more than {MOST_MEMBERS:,} files; it was not unpacked.")
        self._lowered = {name.lower(): name for name in reversed(self.names)}

    def find(self, path: str) -> str | None:
        """The member with this path, letter case aside where need be."""
        return path if path in self.names else self._lowered.get(path.lower())

    def size_of(self, path: str) -> int:
        """The bytes of a member, as its head says; 0 where there is none."""
        member = self.find(path)
        return self._zip.getinfo(member).file_size if member is not None else 0

    def read(self, member: str) -> bytes:
        """Its bytes, as many as it really has: what its head says of its size is not believed."""
        parts: list[bytes] = []
        size = 0
        try:
            with self._zip.open(member) as file:
                while piece := file.read(PIECE):
                    size += len(piece)
                    self._unpacked += len(piece)
                    if size > LARGEST_MEMBER or self._unpacked > LARGEST:
                        most = (LARGEST_MEMBER if size > LARGEST_MEMBER else LARGEST) >> 20
                        raise UnreadableArticle(
                            f"{self.name} unpacks to more than {most} MiB, as a ZIP bomb does, and was not opened."
                        )
                    parts.append(piece)
        except RuntimeError as error:  # encrypted
            raise UnreadableArticle(f"{self.name} is protected with a password; save it without one.") from error
        except DAMAGED as error:
            if parts:  # what was unpacked before the damage can be read
                return b"".join(parts)
            raise UnreadableArticle(f"{self.name} is a damaged ZIP archive; get it once more.") from error
        return b"".join(parts)

    def read_if(self, path: str) -> bytes | None:
        """The bytes of a member that need not be there or whole."""
        member = self.find(path)
        return self.read(member) if member is not None else None
