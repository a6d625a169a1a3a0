"""The themes of the program's own, and the colours that no Textual theme knows, as theme variables."""

from dataclasses import replace

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

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

THEMES = (
    Theme(
        name="dateline-dark",
        primary="#7aa2d6",
        secondary="#c49fd8",
        warning="#e0b464",
        error="#e27878",
        success="#8fbf7f",
        accent="#6fc1c1",
        foreground="#d8d4cc",
        background="#1b1d21",
        surface="#1b1d21",
        panel="#25282e",
        dark=True,
    ),
    Theme(
        name="dateline-light",
        primary="#2f5f9e",
        secondary="#7d4e97",
        warning="#94641a",
        error="#a83232",
        success="#3f7434",
        accent="#1f7a7a",
        foreground="#24221f",
        background="#faf7f0",
        surface="#faf7f0",
        panel="#ece7dc",
        dark=False,
    ),
    Theme(
        name="high-contrast",
        primary="#66b2ff",
        secondary="#ff9cff",
        warning="#ffd700",
        error="#ff6060",
        success="#66ff66",
        accent="#00ffff",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        dark=True,
        variables={"faded": "#d0d0d0"},
    ),
    replace(BUILTIN_THEMES["ansi-dark"], name="terminal", accent="ansi_cyan"),
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
