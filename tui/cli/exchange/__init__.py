"""Notes leave and come in: by sync, from other readers, with what they cite."""
