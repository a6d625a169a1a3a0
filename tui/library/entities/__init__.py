"""Which names of which articles mean the same one."""
