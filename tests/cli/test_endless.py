"""Standard input that never ends: every command says in one sentence that it is too much."""

import shutil
import subprocess
import sys

import psutil
import pytest

MOST_MEMORY = 900 << 20  # bytes


@pytest.mark.skipif(not shutil.which("yes"), reason="no program that says yes for ever")
@pytest.mark.parametrize(
    ("command", "limit"),
    [
        ("analyze -", "64 MiB"),
        ("analyze --json /dev/stdin", "64 MiB"),
        ("timeline -", "64 MiB"),
        ("analyze --batch /dev/stdin {out}", "Line 1 of /dev/stdin is longer than 64 MiB"),
        ("corrections import -", "20 MB"),
        pytest.param("notes import -", "200 MB", marks=pytest.mark.torture),
    ],
)
def test_what_never_ends_is_refused(command: str, limit: str, tmp_path: object) -> None:
    with subprocess.Popen(["sh", "-c", "yes | tr -d '\\n'"], stdout=subprocess.PIPE) as source:
        words = [word.format(out=f"{tmp_path}/out") for word in command.split()]
        with subprocess.Popen(
            [sys.executable, "-m", "tui", *words], stdin=source.stdout, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as run:
            process, most = psutil.Process(run.pid), 0
            while run.poll() is None:
                try:
                    most = max(most, process.memory_info().rss)
                    run.wait(0.05)
                except (subprocess.TimeoutExpired, psutil.Error):
                    continue
            out, error = run.communicate()
        assert source.stdout is not None
        source.stdout.close()
    assert run.returncode == 1
    assert out == b""
    assert limit in error.decode()
    assert error.count(b"\n") == 1
    assert most < MOST_MEMORY
