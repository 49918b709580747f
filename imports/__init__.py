"""What a council's paper says: documents in, facts out; no SQL and no screen here."""
