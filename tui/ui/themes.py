"""The themes of the program's own, and the colours that no Textual theme knows, as theme variables."""

from collections.abc import Mapping
from dataclasses import replace

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tui.ui.terminal.colours import COLOURS, TERMINAL

# The terminal's own sixteen colours.
_ANSI = {
    "person": "ansi_cyan",
    "org": "ansi_yellow",
    "place": "ansi_green",
    "group": "ansi_magenta",
    "other": "ansi_blue",
    "mention-background": "ansi_default",
    "target-background": "ansi_default",
    "hit-background": "ansi_default",
    "faded": "ansi_default",
}


def _own(name: str, colours: Mapping[str, str]) -> Theme:
    theme = Theme(name=name, primary=colours["primary"], dark=name != "dateline-light")
    for part, colour in colours.items():
        setattr(theme, part, colour)
    return theme


THEMES = (
    *(_own(name, colours) for name, colours in COLOURS.items()),
    replace(BUILTIN_THEMES["ansi-dark"], name=TERMINAL, accent="ansi_cyan"),
)


def own_variables(theme: Theme) -> dict[str, str]:
    """Colours of kinds and marks for a theme that does not name them itself, taken from those it has.

    Colour never stands alone: a mention is also bold and underlined, a note has a sign, a kind has its letter."""
    if theme.ansi:
        return _ANSI
    background = Color.parse(theme.background or ("#121212" if theme.dark else "#efefef"))
    foreground = Color.parse(theme.foreground or ("#e0e0e0" if theme.dark else "#1e1e1e"))
    primary = Color.parse(theme.primary)
    secondary, warning, success, accent = (
        Color.parse(color) if color else primary
        for color in (theme.secondary, theme.warning, theme.success, theme.accent)
    )
    return {
        "person": primary.hex,
        "org": warning.hex,
        "place": success.hex,
        "group": secondary.hex,
        "other": accent.hex,
        "mention-background": background.blend(primary, 0.3).hex,
        "target-background": background.blend(warning, 0.3).hex,
        "hit-background": background.blend(accent, 0.35).hex,
        "faded": background.blend(foreground, 0.6).hex,
    }
