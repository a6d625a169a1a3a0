"""The command line; the one place where the parts are put together."""


def main() -> int:
    """Run `dateline`; the exit status."""
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
