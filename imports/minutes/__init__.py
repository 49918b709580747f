"""Sets of minutes: where they begin, their items, what was said, decided and promised."""
