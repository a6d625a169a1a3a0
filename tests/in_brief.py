"""Cases of a test: a few are tried every time, and all of them in the long run (`make torture`)."""

from collections.abc import Collection, Iterable
from typing import Any

import pytest


def in_brief(cases: Iterable[Any], always: Collection[Any]) -> list[Any]:
    """Parameters of which only `always` are tried every time; tuples are several parameters."""
    return [parameter(case, () if case in always else pytest.mark.torture) for case in cases]


def parameter(case: Any, marks: Any) -> Any:
    """One case, with its marks."""
    return pytest.param(*case, marks=marks) if isinstance(case, tuple) else pytest.param(case, marks=marks)
