"""Text for a terminal, as wide as it is, without colour unless it is asked for."""
