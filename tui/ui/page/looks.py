"""How a person wants a page to look."""

from dataclasses import dataclass

from tui.settings import Settings


@dataclass(frozen=True, slots=True)
class Looks:
    """How a page looks."""

    column: int
    justify: bool
    numbers: bool
    names: bool = False
    overview: bool = False
    theme: str = ""
    panel: int = 0  # columns more or fewer than the text leaves to it

    @classmethod
    def of(cls, settings: Settings) -> "Looks":
        """As the settings want it."""
        return cls(settings.column, settings.justify, settings.line_numbers, theme=settings.theme)
