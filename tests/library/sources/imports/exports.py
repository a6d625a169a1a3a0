"""An export is written as another reader writes it, and read."""

import io
import zipfile
from pathlib import Path
from typing import Any

from tui.flags import Flags
from tui.library.sources.folder import articles_folder
from tui.library.sources.imports.recognised import read_export
from tui.notes.store import own_notes

WORDS = "The harbour of Port Ellery was opened again. Ada Lund said that the ships lie still."
WALLABAG = [
    {
        "id": 7,
        "title": "Harbour reopens",
        "url": "https://gazette.example/1?utm_source=x",
        "content": f"<p>{WORDS}</p><p>Ferries run.</p>",
        "is_archived": 1,
        "is_starred": 1,
        "tags": ["the sea", {"label": "work"}],
        "published_at": "2026-03-04T10:00:00+0000",
        "published_by": ["Ada Lund"],
        "domain_name": "gazette.example",
        "language": "en_GB",
        "annotations": [
            {
                "id": 1,
                "text": "Ask her. #ask",
                "quote": "the ships lie still",
                "created_at": "2026-03-05T10:00:00+00:00",
            },
            {"id": 2, "text": "", "quote": "words that are not there"},
        ],
    },
    {"title": "Nothing", "url": "", "content": "x"},
]


def export_of(data: bytes | str, tmp_path: Path, name: str = "export") -> Any:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_export(path.read_bytes(), path)


def zipped(**members: str) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in members.items():
            archive.writestr(
                name.replace("__", "/")
                .replace("_json", ".json")
                .replace("_html", ".html")
                .replace("_md", ".md")
                .replace("_csv", ".csv"),
                words,
            )
    return whole.getvalue()


def files() -> list[Path]:
    return sorted(path for path in articles_folder().rglob("*.*") if path.suffix in (".atom", ".html"))


def own_flags(path: Path) -> Flags:
    store = own_notes()
    flags = store.flags.now()(str(path))
    store.close()
    return flags
