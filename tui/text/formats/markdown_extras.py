"""What some programs write beside Markdown is read as well: [[links|by name]] between notes, and $formulas$."""

import re
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from tui.text.blocks.raised import lowered, raised
from tui.text.blocks.roles import ROLE, is_code, shown

_NAMED = re.compile(r"(!?)\[\[([^\[\]|\n#]{0,200})(?:#([^\[\]|\n]{1,200}))?(?:\|([^\[\]\n]{0,200}))?\]\]")
_FORMULA = re.compile(r"(\${1,2})(?![\s$])([^$\n]{1,400}?)(?<![\s\\])\1(?![\d$])")
_IS_FORMULA = re.compile(r"[\\^_={}<>]|^[A-Za-z](?:\(\w\))?$|^[\w\s]+[+*/-][\w\s]+$")
_SIGNS = {
    "cdot": "·",
    "times": "×",
    "div": "÷",
    "pm": "±",
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "ne": "≠",
    "neq": "≠",
    "approx": "≈",
    "infty": "∞",
    "to": "→",
    "rightarrow": "→",
    "sum": "∑",
    "prod": "∏",
    "int": "∫",
    "sqrt": "√",
    "partial": "∂",
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "Delta": "Δ",
    "lambda": "λ",
    "mu": "µ",
    "pi": "π",
    "sigma": "σ",
    "omega": "ω",
    "Omega": "Ω",
    "ldots": "…",
    "dots": "…",
}
_COMMAND = re.compile(r"\\(?:([A-Za-z]+)|([^A-Za-z]))")
_FRACTION = re.compile(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}")
_AT_HEIGHT = re.compile(r"(?P<sign>[\^~])(?P<words>[^\s\^~`\[\]*]{1,20})(?P=sign)(?!~)")
_HEIGHT = re.compile(r"(?P<before>.?)(?P<sign>[\^_])(?:\{(?P<several>[^{}]*)\}|(?P<one>[^\s{}\\]))", re.S)


def named_links(parser: MarkdownIt) -> None:
    """[[Name]], [[Name#Part]] and [[Name|words]] lead to the file of that name."""
    parser.inline.ruler.before("link", "named_link", _named_link)


def formulas(parser: MarkdownIt) -> None:
    """$E=mc^2$ is shown without its signs, in Unicode's letters as far as there are any."""
    parser.inline.ruler.before("escape", "formula", _formula)


def heights(parser: MarkdownIt) -> None:
    """H~2~O and x^2^ stand lower and higher behind what they belong to, as Pandoc has it."""
    parser.inline.ruler.before("strikethrough", "height", _height)


def roles(parser: MarkdownIt) -> None:
    """:ref:`the bridge <bridge>` and {ref}`the bridge <bridge>` are "the bridge"."""
    parser.inline.ruler.before("backticks", "role", _role)


def formula_words(formula: str) -> str:
    """A formula of TeX in a line of text."""
    words = _FRACTION.sub(r"\1/\2", formula)
    words = _COMMAND.sub(_command, words)
    words = _HEIGHT.sub(_set, words)
    return re.sub(r"[{}]", "", " ".join(words.split()))


def _named_link(state: StateInline, silent: bool) -> bool:
    match = _NAMED.match(state.src, state.pos)
    if match is None or not (match[2] or match[3] or "").strip():
        return False
    if not silent:
        shown, name, part, words = match.groups()
        file = name.strip()
        if file and not re.search(r"\.\w{1,5}$", file):
            file += ".md"
        address = quote(file, safe="/.") + (f"#{quote(part.strip())}" if part else "")
        words = words or (f"{name} > {part}" if name and part else name or part)
        if shown:  # a picture or a note that is shown within this one
            state.push("text", "", 0).content = words.strip()
        else:
            state.push("link_open", "a", 1).attrSet("href", address)
            state.push("text", "", 0).content = words.strip()
            state.push("link_close", "a", -1)
    state.pos = match.end()
    return True


def _formula(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$" or state.src[max(0, state.pos - 1) : state.pos].isalnum():
        return False
    match = _FORMULA.match(state.src, state.pos)
    if match is None or not _IS_FORMULA.search(match[2]):
        return False
    if not silent:
        state.push("text", "", 0).content = formula_words(match[2])
    state.pos = match.end()
    return True


def _height(state: StateInline, silent: bool) -> bool:
    before = state.src[max(0, state.pos - 1) : state.pos]
    match = _AT_HEIGHT.match(state.src, state.pos) if before.isalnum() or before in (")", "]") else None
    if match is None:
        return False
    if not silent:
        set_as = raised if match["sign"] == "^" else lowered
        state.push("text", "", 0).content = set_as(match["words"], before)
    state.pos = match.end()
    return True


def _role(state: StateInline, silent: bool) -> bool:
    match = ROLE.match(state.src, state.pos) if state.src[state.pos] in ":{" else None
    if match is None:
        return False
    if not silent:
        code = is_code(match)
        state.push("code_inline" if code else "text", "code" if code else "", 0).content = shown(match)
    state.pos = match.end()
    return True


def _command(match: re.Match[str]) -> str:
    if match[2]:
        return " " if match[2] in ",;:! " else match[2]
    return _SIGNS.get(match[1], "" if match[1] in ("left", "right", "mathrm", "text", "mathbf") else match[1])


def _set(match: re.Match[str]) -> str:
    words = match["several"] if match["several"] is not None else match["one"]
    set_as = raised if match["sign"] == "^" else lowered
    return match["before"] + set_as(words, match["before"])
