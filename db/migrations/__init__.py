"""How the two files came to be as they are: one ordered set of changes for each."""
