"""The two databases: what the council published (library) and what the member wrote (desk). All SQL is here."""
