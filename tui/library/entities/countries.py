"""Countries as tables know them: a name, an adjective or a capital becomes the country's code."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tui.analysis.naming import fold_name

TABLE = files("tui.library.entities") / "resources" / "countries.tsv"


class Countries(NamedTuple):
    """Folded words, each with the code of the country it belongs to; and what each country is called in full."""

    names: dict[str, str]
    peoples: dict[str, str]  # adjectives and inhabitants
    capitals: dict[str, str]
    full: dict[str, str]  # code -> name

    def of(self, words: str) -> str:
        """The country that a name or an adjective is of; "" where it is of none."""
        return self.names.get(words) or self.peoples.get(words, "")


@cache
def countries() -> Countries:
    """The table, read once."""
    found = Countries({}, {}, {}, {})
    for line in TABLE.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        code, name, *columns = line.split("\t")
        others, peoples, capitals = (cell.split("|") if cell else [] for cell in (*columns, "", "", "")[:3])
        found.full[code] = name
        for table, words in ((found.names, [name, *others]), (found.peoples, peoples), (found.capitals, capitals)):
            for word in words:
                table.setdefault(fold_name(word), code)
    return found
