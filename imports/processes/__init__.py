"""Reading apart from the app: in a process of its own, bounded, held ready, ended with its parent."""
