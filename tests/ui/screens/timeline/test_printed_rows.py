"""What the commands print of an article is what the panel shows of it, whatever the reader decided and put right."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.__main__ import main
from tui.cli.many.summary import short

Sit = Callable[..., Any]


@pytest.mark.parametrize("touched", [False, True], ids=["as it comes", "with a date, a block and a name"])
async def test_panel_and_commands_show_the_same_rows(
    sit_down: Sit, articles: Path, capsys: pytest.CaptureFixture[str], touched: bool
) -> None:
    path = articles / "lighthouse.txt"
    with path.open("a", encoding="utf-8") as file:
        file.write("\n\nOn that Wednesday the keeper left. She came back in 1990.\n\nRead more: Silva in May 1999\n")
    async with sit_down("lighthouse.txt") as sitting:
        if touched:
            await sitting.press("G", "F")  # the teaser with a date in it becomes part of the article
            await sitting.until(lambda: "1999-05" in sitting.days)
            await sitting.press("D")
            await sitting.answer("2024-08-02")
            await sitting.until(lambda: "2024-03" in sitting.days)
            await sitting.press("e")
            await sitting.go_to_row("Tomas Silva")
            await sitting.press("r")
            await sitting.answer("Tomás Silva")
            await sitting.until(lambda: "Tomás Silva" in sitting.names)
        await sitting.settle()
        rows = [(row.when, row.words, row.names) for row in sitting.reader.panel.timeline.rows]
    assert rows
    assert touched or any(when.startswith("?") for when, _, _ in rows)
    assert touched == any("Tomás" in names for _, _, names in rows)
    capsys.readouterr()

    assert main(["analyze", str(path)]) == 0
    printed = capsys.readouterr().out
    timeline = printed[printed.index("Timeline (") :].splitlines()
    assert timeline[0] == f"Timeline ({len(rows)})"
    assert [line[2:].lstrip("~") for line in timeline[1:]] == [
        f"{when:<{24 - line[2:].startswith('~')}}  {short(words)}"
        for (when, words, _), line in zip(rows, timeline[1:], strict=True)
    ]

    assert main(["analyze", "--json", str(path)]) == 0
    tree = json.loads(capsys.readouterr().out)
    assert [(row["label"], row["clause"], "; ".join(row["entities"])) for row in tree["timeline"]] == rows
    assert tree["article"]["published"]["known"] == ("set" if touched else "bounded")

    assert main(["timeline", "--json", str(path)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert sorted((row["label"].lstrip("~"), row["clause"], "; ".join(row["entities"])) for row in told) == sorted(rows)
    assert all(row["articles"][0]["published"] == tree["article"]["published"] for row in told)
