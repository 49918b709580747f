"""A member's brief for a meeting."""
