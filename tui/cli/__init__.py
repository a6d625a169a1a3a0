"""One file per sub-command of `dateline`; imported only when it is called."""
