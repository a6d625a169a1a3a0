"""Which names mean the same one."""
