"""The front sheet as a whole, and whose meeting a paper without one is for."""
