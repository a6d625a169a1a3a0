"""Seventy ways out of a reader for others, tried over a real SSH line: none leads to a shell, a file, a program."""

import subprocess
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pexpect
import psutil
import pytest

from tests.system.conftest import open_terminal  # noqa: F401
from tests.system.sshd import ARTICLE, Server, folder, processes_of, server  # noqa: F401

pytestmark = pytest.mark.torture

Open = Callable[..., Any]
SECRET = "Nobody may read"
PROOF = ("uid=", "gid=", SECRET, "root:x:0", "SSH-2.0")
COMMANDS = (
    "sh",
    "bash -i",
    "/bin/sh -c id",
    "id",
    "; id",
    "| id",
    "&& id",
    "|| id",
    "`id`",
    "$(id)",
    "\n id",
    "-- id",
    "--help; id",
    "exec id",
    "env id",
    "cat ../secret.md",
    "cat /etc/passwd",
    "scp -f secret.md",
    "scp -t .",
    "rsync --server --sender . secret.md",
    "git-upload-pack .",
    "internal-sftp",
    "tmux",
    "vi -c ':!id'",
    "python3 -c 'import os; os.system(\"id\")'",
    "dateline notes list",
    "-m tui notes serve",
    "--restricted /",
    "'; id; '",
    '"; id; "',
)
OPTIONS = (
    ("-s", "sftp"),
    ("-N", "-D", "0"),
    ("-A", "id"),
    ("-X", "id"),
    ("-Y", "id"),
    ("-T", "id"),
    ("-tt", "id"),
    ("-w", "any:any", "id"),
    ("-oRemoteCommand=id",),
    ("-oRequestTTY=no", "id"),
    ("-oSendEnv=*", "id"),
    ("-oSetEnv=BASH_ENV=/etc/passwd", "id"),
)
VARIABLES = (
    "EDITOR",
    "VISUAL",
    "PAGER",
    "BROWSER",
    "BASH_ENV",
    "ENV",
    "LD_PRELOAD",
    "PYTHONPATH",
    "PYTHONSTARTUP",
    "TEXTUAL_DRIVER",
    "TEXTUAL_LOG",
    "DATELINE_HOME",
    "DATELINE_USER",
)
KEYS = (
    ("\x1a",),
    ("\x1c",),
    ("\x03",),
    ("\x04",),
    ("\x1b", "\x1a"),
    ("\x10", "screenshot", "\r"),
    (":", "suspend", "\r"),
    ("\r", "a", "x", "\x0f", "\x1b"),
    ("\r", "]l", "\r"),
    ("\r", "o", "\r"),
    ("\r", "o", "G", "\r"),
    ("\r", "f", "a"),
    ("\r", "f", "b"),
    ("\r", "|", "G", "\r"),
    ("/", "../secret.md", "\r"),
    ("\x1b[200~../secret.md\r\x1b[201~",),
    ("\x1b]52;c;aWQ=\x07", "\r"),
    ("\r", "\x1b[I", "\x1b[O", "\x1a"),
    ("S", "\x0f"),
    ("\r", "R", "q", "R"),
)


@pytest.fixture(scope="module")
def links(folder: Any) -> None:  # noqa: F811
    """The article leads wherever an author may want it to."""
    secret = folder / "secret.md"
    targets = (
        secret,
        f"file://{secret}",
        "..%2fsecret.md",
        "//secret.md",
        "javascript:id",
        "x-man-page:id",
        "ssh://127.0.0.1",
        ".",
    )
    links = " ".join(f"[a{number}]({target})" for number, target in enumerate(targets))
    (folder / "articles" / "ferry.md").write_text(f"{ARTICLE}\n{links}\n")
    (folder / "articles" / "deep.md").symlink_to("/etc/passwd")


def tried(server: Server, *words: str) -> str:  # noqa: F811
    """What comes back."""
    told = subprocess.run(
        server.ssh(*words, key="reader"), capture_output=True, stdin=subprocess.DEVNULL, timeout=120, check=False
    )
    return (told.stdout + told.stderr).decode(errors="replace")


def test_others_have_these_ways(server: Server, links: None) -> None:  # noqa: F811
    told = subprocess.run(server.ssh("id; cat " + str(server.folder / "secret.md")), capture_output=True, check=False)
    assert b"uid=" in told.stdout
    assert SECRET.encode() in told.stdout


@pytest.mark.parametrize("words", COMMANDS)
def test_no_command_is_run(server: Server, links: None, words: str) -> None:  # noqa: F811
    told = tried(server, words)
    assert not [proof for proof in PROOF if proof in told]


@pytest.mark.parametrize("words", OPTIONS, ids=" ".join)
def test_no_option_opens_a_way(server: Server, links: None, open_terminal: Open, words: tuple[str, ...]) -> None:  # noqa: F811
    terminal = open_terminal(command=tuple(server.ssh(*words, key="reader")))
    watch(terminal, 3)
    assert not [proof for proof in PROOF if proof in terminal.text]
    nothing_else_runs(server)


@pytest.mark.parametrize("variable", VARIABLES)
def test_no_variable_starts_anything(server: Server, links: None, open_terminal: Open, variable: str) -> None:  # noqa: F811
    marker = server.folder / f"marker-{variable}"
    value = {"TEXTUAL_DRIVER": "os:system", "TEXTUAL_LOG": str(marker)}.get(variable, f"/bin/sh -c 'id > {marker}'")
    terminal = open_terminal(
        command=tuple(server.ssh("-tt", f"-oSendEnv={variable}", key="reader")), env={variable: value}
    )
    terminal.wait_for("The ferry")
    terminal.press("\r")
    terminal.wait_for("at dawn")
    terminal.press("a", "x", "\x0f", "\x1b")
    nothing_else_runs(server)
    assert not marker.exists()
    assert terminal.quit() == 0


@pytest.mark.parametrize("keys", KEYS, ids=repr)
def test_no_key_leads_out(server: Server, links: None, open_terminal: Open, keys: tuple[str, ...]) -> None:  # noqa: F811
    terminal = open_terminal(command=tuple(server.ssh("-tt", key="reader")))
    terminal.wait_for("The ferry")
    for key in keys:
        with suppress(pexpect.EOF, OSError):
            terminal.press(key)
        assert not [proof for proof in PROOF if proof in terminal.text]
        nothing_else_runs(server)
    watch(terminal, 1)
    assert not [proof for proof in PROOF if proof in terminal.text]


def watch(terminal: Any, seconds: float) -> None:
    """See what comes for a while, or until it is over."""
    with suppress(pexpect.EOF, OSError):
        terminal.drink(seconds)


def nothing_else_runs(server: Server) -> None:  # noqa: F811
    """The readers have no children but their own workers."""
    for reader in processes_of(server.folder / "others"):
        with suppress(psutil.Error):
            assert reader.status() != psutil.STATUS_STOPPED
            for child in reader.children(recursive=True):
                assert "tui" in " ".join(child.cmdline()), child
