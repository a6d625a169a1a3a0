"""An sshd of our own, set up as the documentation says, and what its readers leave running."""

import getpass
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import psutil
import pytest

PYTHON = sys.executable
SSHD = shutil.which("sshd", path="/usr/sbin:/usr/local/sbin:/sbin:" + os.environ.get("PATH", ""))
ARTICLE = "# The ferry\n\nThe ferry left Aldern at dawn. [Secret](../secret.md) and [outside](outside.md).\n"


class Server(NamedTuple):
    """An sshd of our own, and the keys that it knows."""

    process: psutil.Process
    port: int
    folder: Path

    def options(self, key: str = "own") -> list[str]:
        """What every client is called with."""
        said = {
            "UserKnownHostsFile": str(self.folder / "known_hosts"),
            "StrictHostKeyChecking": "accept-new",
            "IdentitiesOnly": "yes",
            "BatchMode": "yes",
            "ConnectTimeout": "10",
            "LogLevel": "ERROR",
            "SendEnv": "TEXTUAL_DRIVER TEXTUAL_LOG EDITOR",
        }
        return ["-F", "none", "-i", str(self.folder / key), *(f"-o{name}={value}" for name, value in said.items())]

    def ssh(self, *words: str, key: str = "own") -> list[str]:
        """A client; `words` are further options, then what to do there."""
        leading = [word for word in words if word.startswith("-") or ":127.0.0.1" in word or word.startswith("127.")]
        there = [word for word in words if word not in leading]
        return ["ssh", *self.options(key), "-p", str(self.port), *leading, self.host, *there]

    @property
    def host(self) -> str:
        """Who we are there."""
        return f"{getpass.getuser()}@127.0.0.1"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What lies on the host: articles, a secret beside them, and a home for the notes of its readers."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "articles").mkdir()
    (folder / "articles" / "ferry.md").write_text(ARTICLE)
    (folder / "secret.md").write_text("# Secret\n\nNobody may read these words.\n")
    (folder / "articles" / "outside.md").symlink_to(folder / "secret.md")
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    """An sshd on the loopback with keys, configuration and port of its own, run by whoever runs the tests."""
    if SSHD is None or not shutil.which("ssh"):
        pytest.skip("There is no sshd and ssh here (package openssh-server): nothing was tried over SSH.")
    for name in ("host", "own", "reader", "sync"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    home = f"DATELINE_HOME={folder / 'others'}"
    reader = f"{home} DATELINE_USER=anna {PYTHON} -I -m tui --restricted {folder / 'articles'}"
    forced = {
        "own": "",
        "reader": f'restrict,pty,command="{reader}" ',
        "sync": f'restrict,command="{home} DATELINE_USER=anna {PYTHON} -I -m tui notes serve" ',
    }
    keys = [before + (folder / f"{name}.pub").read_text() for name, before in forced.items()]
    (folder / "authorized_keys").write_text("".join(keys))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = {
        "ListenAddress": f"127.0.0.1:{port}",
        "HostKey": folder / "host",
        "AuthorizedKeysFile": folder / "authorized_keys",
        "StrictModes": "no",  # the folder of a test is nobody's home
        "UsePAM": "no",
        "PasswordAuthentication": "no",
        "KbdInteractiveAuthentication": "no",
        "PermitRootLogin": "prohibit-password",
        "PidFile": "none",
        "AcceptEnv": "TEXTUAL* EDITOR",  # careless on purpose
        "Subsystem": "sftp internal-sftp",
        "ClientAliveInterval": "1",
        "ClientAliveCountMax": "1",
    }
    (folder / "sshd_config").write_text("".join(f"{name} {value}\n" for name, value in said.items()))
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # asked for when root runs it
    log = (folder / "sshd.log").open("wb")
    process = subprocess.Popen([SSHD, "-D", "-e", "-f", str(folder / "sshd_config")], stderr=log)
    server = Server(psutil.Process(process.pid), port, folder)
    why = ""
    for _ in range(50):
        tried = subprocess.run(server.ssh("true"), capture_output=True, stdin=subprocess.DEVNULL)
        if tried.returncode == 0:
            break
        why = tried.stderr.decode(errors="replace")
        time.sleep(0.1)
    else:
        process.kill()
        process.wait()
        pytest.skip(f"No sshd can be run here: {why} {(folder / 'sshd.log').read_text(errors='replace')[-300:]}")
    yield server
    sessions = server.process.children(recursive=True)
    for each in (*sessions, server.process):
        with suppress(psutil.Error):
            each.kill()
    process.wait()
    log.close()


def processes_of(home: Path) -> list[psutil.Process]:
    """The readers and workers whose notes lie there."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.environ().get("DATELINE_HOME") == str(home) and "tui" in " ".join(process.cmdline()):
                found.append(process)
    return found
