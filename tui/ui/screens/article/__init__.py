"""The reader, and what lies over it: outline, links, explanations, repairs."""
