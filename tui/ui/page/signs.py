"""The signs that are drawn, and what stands for them where the terminal knows no Unicode."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """Every drawn sign that is not plain ASCII, in one place."""

    bullet: str = "•"
    bar: str = "│"
    rule: str = "─"
    folded: str = "▸"
    note: str = "✎"
    cursor: str = "▎"
    ellipsis: str = "…"
    sparks: str = " ▁▂▃▄▅▆▇█"
    range_bar: str = "━"
    doubtful_bar: str = "╍"
    dot: str = "●"
    hollow: str = "○"
    star: str = "★"
    gap: str = "┊"
    pin: str = "◆"
    middle: str = "·"
    thumb: str = "▐"
    ascii: bool = False  # whether the terminal knows nothing else


ASCII = Signs(
    bullet="*",
    bar="|",
    rule="-",
    folded=">",
    note="+",
    cursor="|",
    ellipsis="...",
    sparks=" .:-=+*#@",
    range_bar="=",
    doubtful_bar="~",
    dot="o",
    hollow="?",
    star="*",
    gap=":",
    pin="^",
    middle="-",
    thumb="|",
    ascii=True,
)
