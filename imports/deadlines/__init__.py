"""The sentences that set a deadline, for whose questions, and which day they mean."""
