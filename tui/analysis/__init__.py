"""2. An Article becomes an Analysis (in the worker process)."""
