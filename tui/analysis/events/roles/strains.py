"""Years inside the name of a strain, a virus or a model: they say which one is meant, not when anything happened."""

from tui.analysis.events.roles.role import Role, RoleRule

CODE = r"(?:[A-Z]{1,4}[-/]?\d[\w/-]*|[AB]\s*[(/]\s*[A-Z]\d|[A-Z]{1,3}\d+[A-Z]\d*)"

STRAINS: tuple[RoleRule, ...] = (
    RoleRule(
        "strain of a year",
        Role.NAMED,
        "The test was used on the [2009] A (H1N1) flu.",
        date=r"\d{4}",
        after=rf"[\s-]+(?:(?:pandemic|novel|new|influenza|flu|swine|strain|virus)\s+){{0,3}}(?:\(\s*)?{CODE}",
    ),
    RoleRule(
        "year behind a strain",
        Role.NAMED,
        "They found the virus H1N1/[2009] in pigs.",
        before=r"\b[A-Z]{1,3}\d+(?:[A-Z]\d+)?\)?[/-]\s*",
        date=r"\d{4}",
    ),
    RoleRule(
        "place and year of a strain",
        Role.NAMED,
        "The vaccine holds A/California/7/[2009].",
        before=r"\b[AB]/[\w ]+/\d+/",
        date=r"\d{4}",
    ),
)
