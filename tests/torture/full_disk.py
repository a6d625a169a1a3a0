"""A session on a disk that runs full; a program of its own, since it takes limits upon itself.

full_disk.py FOLDER [BYTES]     saves notes until there is no room: of BYTES a file, or on the disk; prints JSON
"""

import json
import resource
import sys
from pathlib import Path

from tui.errors import NotesUnavailable
from tui.notes.drafts import Draft
from tui.notes.note import Target, new_note
from tui.notes.store import NoteStore
from tui.text.article import Article

ARTICLE = Article("/articles/ferry.md", "The ferry", "", ())

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    store = NoteStore(folder)
    if len(sys.argv) > 2:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
    draft = store.drafts.begin()
    saved, told, drafted = [], "", ""
    for number in range(10_000):
        note = new_note(ARTICLE, Target.ARTICLE, f"{number} " + "x" * 300)
        try:
            draft.write(Draft.of(note, saved=False))
            drafted = note.body
            saved.append(store.save(note).id)
        except NotesUnavailable as error:
            told = str(error)
            break
    draft.release()
    there = [note.id for note in store.all_notes()]  # still readable, in this session
    if len(sys.argv) > 2:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    again = NoteStore(folder)
    there_again = [note.id for note in again.all_notes()]
    pending = [draft.body for _, draft in again.drafts.pending()]
    print(
        json.dumps(
            {
                "saved": len(saved),
                "told": told,
                "whole": there == saved == there_again,
                "draft kept": drafted in pending,
                "troubles": store.troubles(),
                "left over": [path.name for path in folder.glob(".*.new")],
            }
        )
    )
