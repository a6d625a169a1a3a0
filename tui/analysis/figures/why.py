"""A figure becomes the reasons for what it is taken for, in lines for people."""

from tui.analysis.figures.written import with_bound
from tui.analysis.model import Change, Figure
from tui.text.article import Article

WENT = {Change.UP: "up, by the verb before it", Change.DOWN: "down, by the verb before it"}


def why(article: Article, figure: Figure) -> list[str]:
    """The value, its bound and the words for it, what it counts, and who says so."""
    value = _number(figure.low) if figure.low == figure.high else f"{_number(figure.low)} to {_number(figure.high)}"
    lines = [f"Value       {value}", f"Written     “{with_bound(article.said, figure)}”", f"Bound       {figure.bound}"]
    if figure.change is not None:
        lines.append(f"Change      {WENT[figure.change]}")
    if figure.unit:
        lines.append(f"Unit        {figure.unit}")
    elif figure.noun:
        lines.append(f"Counts      {figure.noun}")
    else:
        lines.append("Counts      not known: no unit and no noun stands beside it")
    if figure.source is None:
        return [*lines, "Whose       the article's own: no quotation holds it, and its sentence names no source"]
    words = " ".join(article.said[slice(*figure.source)].split())
    return [*lines, f"Whose       “{words}”: says so there, or in the quotation that holds it"]


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"
