"""What the member wrote: questions, notes, reading places, deadlines the clerk gave, settings."""
