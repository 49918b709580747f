"""Whose meeting, when and where, as a front sheet or minutes print it at their head."""
