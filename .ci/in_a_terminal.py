"""Runs a command in an 80x24 terminal until some text is on its screen, then types q until it is gone.

in_a_terminal.py TEXT COMMAND [ARG ...]; the exit status is the command's own, or 1 where the text never came."""

import sys
import time
from contextlib import suppress

import pexpect
import pyte

SECONDS = 120
QUIT_SECONDS = 120


def main() -> int:
    text, command = sys.argv[1], sys.argv[2:]
    screen = pyte.Screen(80, 24)
    stream = pyte.ByteStream(screen)
    child = pexpect.spawn(command[0], command[1:], dimensions=(24, 80), env=None, timeout=1)

    def drink() -> None:
        with suppress(pexpect.TIMEOUT):
            stream.feed(child.read_nonblocking(65536, timeout=0.1))

    began = time.monotonic()
    try:
        while text not in "\n".join(screen.display):
            drink()
            if time.monotonic() - began > SECONDS:
                raise pexpect.EOF("too late")
    except pexpect.EOF:
        print("\n".join(line.rstrip() for line in screen.display))
        print(f"“{text}” was not on the screen within {SECONDS} seconds", file=sys.stderr)
        child.close(force=True)
        return 1
    print("\n".join(line.rstrip() for line in screen.display))
    print(f"-- on the screen after {time.monotonic() - began:.2f} s")
    leaving = time.monotonic()
    try:
        while time.monotonic() - leaving < QUIT_SECONDS:
            child.send("q")
            for _ in range(5):
                drink()
        print("q did not end it", file=sys.stderr)
        child.close(force=True)
        return 1
    except (pexpect.EOF, OSError):
        child.close()
    print(f"-- gone after {time.monotonic() - leaving:.2f} s, exit status {child.exitstatus}")
    return child.exitstatus if child.exitstatus is not None else 1


if __name__ == "__main__":
    sys.exit(main())
