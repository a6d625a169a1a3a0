"""The long runs only when they are asked for by name: `pytest -m torture`. A short share of each runs always."""

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked `torture` unless -m speaks of it."""
    if "torture" in (config.getoption("markexpr") or ""):
        return
    long = [item for item in items if item.get_closest_marker("torture") and "torture" in item.path.parts]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]
