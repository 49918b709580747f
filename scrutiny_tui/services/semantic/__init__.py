"""Search by meaning, for those who have a model: it ranks again what words have found, and adds to it.

Nothing here is imported before a model is installed or used; without one, or without the extra `[semantic]`,
search by words is all there is and all that is needed.
"""
