"""Noise as terminals, broken lines and hostile programs send it."""

from random import Random

INTRODUCERS = ("\x1b[", "\x1b[", "\x1b[", "\x1b[?", "\x1b[<", "\x1b[>", "\x1bO", "\x9b", "\x1b[[", "\x1b[M", "\x1b")
STRINGS = ("\x1b]", "\x1bP", "\x1b_", "\x1b^", "\x1bX", "\x9d", "\x90")
NUMBERS = ("", "0", "1", "3", "27", "48", "97", "106", "200", "201", "1092", "57441", "65536", "1114112", "9" * 12)
SIGNS = (";", ";", ":", "<", "?", "$", " ", "-", "\x00", "\x7f")
FINALS = "ABCDEFGHIMOPQRSZTcmntuxy@`{|}~~uuR\x18\x1b"
ENDS = ("\x07", "\x1b\\", "\x9c", "", "\x18")


def noise(random: Random) -> str:
    """One piece of it."""
    if random.random() < 0.2:
        words = "".join(random.choice("0123456789;abc:/é船") for _ in range(random.randrange(30)))
        return random.choice(STRINGS) + words + random.choice(ENDS)
    if random.random() < 0.1:
        return "".join(chr(random.randrange(0x100)) for _ in range(random.randrange(1, 12)))
    middle = "".join(random.choice((*NUMBERS, *SIGNS)) for _ in range(random.randrange(8)))
    return random.choice(INTRODUCERS) + middle + random.choice(FINALS)
