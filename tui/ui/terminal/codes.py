"""A style becomes the codes that a terminal understands (ECMA-48 SGR)."""

from rich.color import ColorSystem
from rich.style import Style

PLAIN = ""  # the terminal's own looks


def codes_of(style: Style, colors: ColorSystem | None) -> str:
    """What stands between ESC [ 0 and m for a style; the terminal's own colours are not mentioned."""
    if colors is None:
        style = style.without_color
    codes = style._make_ansi_codes(colors or ColorSystem.STANDARD)
    return ";".join(code for code in codes.split(";") if code not in ("39", "49")) if codes else PLAIN
