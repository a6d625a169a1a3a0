"""The shares of the kinds of a name, and what a word does to them."""

from tui.analysis.model import Kind

Votes = tuple[tuple[str, float], ...]


def mixed(shares: Votes, kind: Kind, weight: float) -> Votes:
    """The shares where `weight` of all goes to one kind, the strongest first."""
    result = {name: (1 - weight) * share for name, share in shares}
    result[kind] = result.get(kind, 0.0) + weight
    return tuple((name, round(share, 4)) for name, share in sorted(result.items(), key=lambda vote: -vote[1]))
