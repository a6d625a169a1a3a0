"""The parts of a screen; none of them knows another."""
