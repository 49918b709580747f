"""One reader a file format; each turns a file into a `Document` of positioned lines."""
