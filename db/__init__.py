"""The two databases: what the council published (library), what the member wrote (desk); all SQL is here."""
