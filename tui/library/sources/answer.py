"""What a site answered, or why it did not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.errors import ReaderError


class Unfetched(ReaderError):
    """Nothing was got, and why; `again` where it may go better another time, after `wait` seconds if it says so."""

    def __init__(self, sentence: str, again: bool = False, status: int = 0, wait: float = 0.0) -> None:
        super().__init__(sentence)
        self.again = again
        self.status = status
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Answer:
    """What came from an address."""

    address: str  # that was asked in the end
    status: int  # 200, or 304 where nothing has changed
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)  # by their names in small letters
    moved: str = ""  # the address to ask from now on, where the site says so
    cut: bool = False  # it broke off; `body` is its beginning
