"""Sessions that write notes as fast as they can; a program of its own, so that it can be started and killed.

sessions.py write FOLDER COUNT NAME      saves COUNT notes; prints the id of each when its save has returned
sessions.py kill FOLDER ROUNDS           forks two sessions per round and kills them; prints what was lost, as JSON
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tui.notes.note import Anchor, Note, Target, new_note
from tui.notes.store import NoteStore
from tui.text.article import Article
from tui.text.span import Span

ARTICLE = Article("/articles/ferry.md", "The ferry", "", ())
DONE = b'["done"]\n'  # a line of a session that says that its save has returned


def note(body: str) -> Note:
    anchor = Anchor("the passengers", "Nobody had counted ", ". By noon the wind", Span(50, 64))
    return new_note(ARTICLE, Target.TEXT, body, anchor=anchor)


def write(folder: Path, count: int, name: str) -> None:
    store = NoteStore(folder, patience=300)
    for number in range(count):
        print(store.save(note(f"{name} {number}")).id, flush=True)


def scribble(folder: Path, seed: int, say: Callable[..., None]) -> None:
    """Insert, edit, delete and restore for ever. Says what it is about to do, and when it was confirmed."""
    store, mine, rnd = NoteStore(folder, patience=300), [], random.Random(seed)
    while True:
        act = rnd.choice(("insert", "insert", "edit", "delete", "restore")) if mine else "insert"
        if act == "insert":
            new = note(f"{seed} {rnd.random()} " + "x" * rnd.randrange(2000))
            say("try", new.id, new.body)
            mine.append(store.save(new))
        else:
            index = rnd.randrange(len(mine))
            old = mine[index]
            if act == "edit":
                new = replace(old, body=f"{seed} {rnd.random()} edited")
                say("try", old.id, new.body)
                mine[index] = store.save(replace(new, deleted=None))
            elif act == "delete":
                say("try", old.id, None)
                store.delete(old.id)
            else:
                say("try", old.id, old.body)
                store.restore(old.id)
        say("done")


def killed_session(folder: Path, seed: int, saves: int, seconds: float) -> tuple[dict[str, set[str | None]], int]:
    """Fork a session and kill it some time after so many saves were confirmed, however fast the machine is.

    Per note the states it may be in, and how many saves were confirmed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            scribble(folder, seed, lambda *words: os.write(writer, json.dumps(words).encode() + b"\n") and None)
        finally:
            os._exit(1)
    os.close(writer)
    said = b""
    while said.count(DONE) < saves and (piece := os.read(reader, 1 << 16)):
        said += piece
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    while piece := os.read(reader, 1 << 16):
        said += piece
    os.close(reader)
    os.waitpid(child, 0)
    states: dict[str, set[str | None]] = {}
    confirmed = 0
    tried: tuple[str, str | None] | None = None
    for line in said.splitlines():
        word, *rest = json.loads(line)
        if word == "try":
            tried = rest[0], rest[1]
        elif tried is not None:
            states[tried[0]] = {tried[1]}
            confirmed += 1
            tried = None
    if tried is not None:  # killed in the middle: both states will do, and a new note may be there or not
        states.setdefault(tried[0], {None}).add(tried[1])
    return states, confirmed


def kill(folder: Path, rounds: int) -> None:
    rnd = random.Random(7)
    told = {"rounds": rounds, "confirmed": 0, "lost": 0, "unreadable": 0}
    for number in range(rounds):
        if number % 25 == 0:  # a fresh file now and then, so that it stays small and its beginning is hit too
            place, expected = folder / str(number), {}
        rival = os.fork()
        if rival == 0:
            scribble(place, -number - 1, lambda *_: time.sleep(0.005))  # or the other would wait and wait
        states, confirmed = killed_session(place, number, rnd.randrange(4), rnd.uniform(0.0, 0.05))
        time.sleep(rnd.uniform(0.0, 0.005))
        os.kill(rival, signal.SIGKILL)
        os.waitpid(rival, 0)
        told["confirmed"] += confirmed
        store = NoteStore(place)
        now = {each.id: each.body for each in store.all_notes()}
        expected |= states
        told["lost"] += sum(now.get(id) not in allowed for id, allowed in expected.items())
        told["unreadable"] += bool(store.troubles()) + len(list(place.glob("*unreadable*")))
        store.close()
    print(json.dumps(told))


if __name__ == "__main__":
    command, folder, count, *rest = sys.argv[1:]
    if command == "write":
        write(Path(folder), int(count), rest[0])
    else:
        kill(Path(folder), int(count))
