"""The colours of the program's own themes, as plain data: the first page is painted before Textual is there."""

import os

DARK = "dateline-dark"
TERMINAL = "terminal"  # the terminal's own colours

COLOURS: dict[str, dict[str, str]] = {
    DARK: {
        "primary": "#7aa2d6",
        "secondary": "#c49fd8",
        "warning": "#e0b464",
        "error": "#e27878",
        "success": "#8fbf7f",
        "accent": "#6fc1c1",
        "foreground": "#d8d4cc",
        "background": "#1b1d21",
        "surface": "#1b1d21",
        "panel": "#25282e",
    },
    "dateline-light": {
        "primary": "#2f5f9e",
        "secondary": "#7d4e97",
        "warning": "#94641a",
        "error": "#a83232",
        "success": "#3f7434",
        "accent": "#1f7a7a",
        "foreground": "#24221f",
        "background": "#faf7f0",
        "surface": "#faf7f0",
        "panel": "#ece7dc",
    },
    "high-contrast": {
        "primary": "#66b2ff",
        "secondary": "#ff9cff",
        "warning": "#ffd700",
        "error": "#ff6060",
        "success": "#66ff66",
        "accent": "#00ffff",
        "foreground": "#ffffff",
        "background": "#000000",
        "surface": "#000000",
        "panel": "#000000",
    },
}


def theme_for(wanted: str, frugal: bool) -> str:
    """The theme to begin with: the one that was set, else the terminal's own colours where bytes are dear,
    and its plain looks where no colours are wanted (no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return TERMINAL
    return wanted or (TERMINAL if frugal else DARK)
