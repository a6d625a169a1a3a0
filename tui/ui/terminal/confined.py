"""An application for others: whatever leads out of it to files, programs or the shell is shut.

The keys and actions know that already; this shuts what Textual itself brings along, however it may be reached."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual.app import SuspendNotSupported

from tui.ui.toasts import ToastingApp


class ConfinedApp(ToastingApp):
    """Textual's application; what it can do to the world outside is shut where `restricted` is set."""

    restricted = False

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open a browser."""
        if not self.restricted:
            super().open_url(url, new_tab=new_tab)

    def deliver_screenshot(self, *arguments: Any, **options: Any) -> str | None:
        """Write a picture of the screen."""
        return None if self.restricted else super().deliver_screenshot(*arguments, **options)

    def save_screenshot(self, *arguments: Any, **options: Any) -> str:
        """Write a picture of the screen."""
        return "" if self.restricted else super().save_screenshot(*arguments, **options)

    def deliver_text(self, *arguments: Any, **options: Any) -> str | None:
        """Write a file."""
        return None if self.restricted else super().deliver_text(*arguments, **options)

    def deliver_binary(self, *arguments: Any, **options: Any) -> str | None:
        """Write a file."""
        return None if self.restricted else super().deliver_binary(*arguments, **options)

    def action_suspend_process(self) -> None:
        """To the shell."""
        if not self.restricted:
            super().action_suspend_process()

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend the terminal to another program."""
        if self.restricted:
            raise SuspendNotSupported("This reader starts no other program.")
        trouble: BaseException | None = None
        with super().suspend():  # takes the terminal back only where nothing is raised
            try:
                yield
            except BaseException as error:
                trouble = error
        if trouble is not None:
            raise trouble
