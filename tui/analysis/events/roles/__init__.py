"""The tables of roles, one file for each thing that a date can be other than the day of an event."""
