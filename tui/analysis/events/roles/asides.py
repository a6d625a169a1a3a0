"""Dates that only say who somebody is, or what else is to be known of a thing: the clause tells of another day."""

from tui.analysis.events.roles.role import Role, RoleRule

ASIDES: tuple[RoleRule, ...] = (
    RoleRule(
        "what a speaker was",
        Role.NAMED,
        "It was fair, said Anna Berg, who runs the bank, a close aide in [2012].",
        before=(
            r"\b(?:said|says|added|argued)\s+(?:[A-Z][\w.’'-]+\s+){0,3}[A-Z][\w’'-]+,\s+(?:the|an?|who|whose|former|then|now)\b"
            r"[^.;]{0,100}\b(?:in|of|from|since|during)\s+(?:the\s+)?"
        ),
        date=r"\d{4}s?",
    ),
    RoleRule(
        "part in the attacks",
        Role.NAMED,
        "The kingdom has denied any involvement in the [9/11] attacks.",
        before=(
            r"\b(?:involve\w+|role|part|hand|responsib\w+|blame|victims?|families|relatives|survivors?|heroes|links?|ties"
            r"|connect\w+|complicity)\s+(?:in|for|of|to|with|from)\s+(?:the\s+)?(?:terror\w*\s+)?(?:attacks?\s+(?:of|on)\s+)?"
        ),
        date=r"9/11|Sept(?:ember|\.)?\s+11(?:th)?",
    ),
)
