"""3. What the person wrote; it must never be lost."""
