"""Who is on a committee, who was there, and whom to ask."""
