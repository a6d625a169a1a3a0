"""Fits the models that the reader ships: python -m tui.analysis.fitting CORPORA_FOLDER [--only names|types|rows]."""

import argparse
import sys
from pathlib import Path

from tui.analysis.fitting.corpora import read_corpora
from tui.analysis.fitting.names import fit_names
from tui.analysis.fitting.rows import fit_rows
from tui.analysis.fitting.types import fit_types

RESOURCES = Path(__file__).resolve().parents[1] / "resources"


def main() -> int:
    """Writes names.crf, types.crf, types_alone.crf and row_signs.tsv into resources/."""
    parser = argparse.ArgumentParser(prog="python -m tui.analysis.fitting", description=__doc__)
    parser.add_argument("corpora", type=Path, help="folder with gum, redocred, wikigold and uner_ewt as JSONL")
    parser.add_argument("--only", choices=("names", "types", "rows"), help="fit one of them")
    parser.add_argument("--into", type=Path, default=RESOURCES, help="folder for the models")
    parser.add_argument("--work", type=Path, help="keep the tagging of the held-out folds here")
    arguments = parser.parse_args()
    if arguments.only in (None, "rows"):
        fit_rows(arguments.into / "row_signs.tsv")
    if arguments.only == "rows":
        return 0
    annotated = read_corpora(arguments.corpora)
    sys.stdout.write(f"{len(annotated)} documents\n")
    if arguments.only != "types":
        fit_names(annotated, arguments.into / "names.crf")
    if arguments.only != "names":
        fit_types(annotated, arguments.into, arguments.work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
