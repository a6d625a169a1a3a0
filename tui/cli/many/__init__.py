"""Many articles at once: on all cores, in the order given, and none of them costs the others."""
