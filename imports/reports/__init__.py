"""The papers behind the agenda: where each begins, what it is called, what it asks."""
