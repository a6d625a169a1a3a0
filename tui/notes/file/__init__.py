"""The notes' file: written whole or not at all, locked, backed up."""
