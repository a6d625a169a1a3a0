"""A disk without room: it is said, what was saved stays whole, the draft stays, and with room again all is well."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SESSION = Path(__file__).with_name("full_disk.py")


def assert_survived(output: bytes) -> None:
    told = json.loads(output)
    assert told["saved"] > 20
    assert "no room" in told["told"]
    assert told["whole"]
    assert told["draft kept"]
    assert told["left over"] == []


def test_files_may_grow_no_further(tmp_path: Path) -> None:
    command = [sys.executable, str(SESSION), str(tmp_path), "60000"]
    assert_survived(subprocess.run(command, check=True, capture_output=True).stdout)


def test_small_disk(tmp_path: Path) -> None:
    mounted = ["unshare", "--mount", "--map-root-user", "sh", "-c"]
    mount = f"mount -t tmpfs -o size=400k none {tmp_path}"
    try:
        subprocess.run([*mounted, mount], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("a small disk cannot be mounted here")
    command = f"{mount} && {sys.executable} {SESSION} {tmp_path}"
    assert_survived(subprocess.run([*mounted, command], check=True, capture_output=True).stdout)
