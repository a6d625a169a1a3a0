"""The part a date plays in its sentence: when something happened, or only a limit, a comparison, a name."""

import re
from functools import cache

from tui.analysis.events.roles.asides import ASIDES
from tui.analysis.events.roles.comparisons import COMPARISONS
from tui.analysis.events.roles.denials import ALLEGATIONS, DENIALS
from tui.analysis.events.roles.limits import LIMITS
from tui.analysis.events.roles.names import NAMES
from tui.analysis.events.roles.role import Role, RoleRule
from tui.analysis.events.roles.stamps import STAMPS
from tui.analysis.events.roles.strains import STRAINS
from tui.analysis.events.roles.wishes import WISHES

ROLES: tuple[RoleRule, ...] = (
    *DENIALS,
    *WISHES,
    *STAMPS,
    *STRAINS,
    *ASIDES,
    *NAMES,
    *LIMITS,
    *COMPARISONS,
    *ALLEGATIONS,
)

_REACH = 140  # characters of context on either side


@cache
def _compiled() -> tuple[tuple[RoleRule, re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    """Compiled when the first date asks for it: an article without dates does not pay."""
    dates = re.IGNORECASE | re.DOTALL
    return tuple(
        (rule, re.compile(f"(?:{rule.before})$"), re.compile(rule.date, dates), re.compile(rule.after))
        for rule in ROLES
    )


def role_of(sentence: str, start: int, end: int) -> tuple[Role, str]:
    """The role of the date at `sentence[start:end]`, and the name of the rule that says so ("" for none)."""
    before, date, after = sentence[max(0, start - _REACH) : start], sentence[start:end], sentence[end : end + _REACH]
    for rule, left, middle, right in _compiled():
        if middle.fullmatch(date) and right.match(after) and left.search(before):
            return rule.role, rule.name
    return Role.HAPPENED, ""
