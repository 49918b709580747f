"""The agenda: its rows, its numbers, its items."""
