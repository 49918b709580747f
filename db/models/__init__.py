"""Rows as the rest of the app sees them: frozen, with tuples; SQLite's own rows never leave `db`.

Columns that `db` stores but never looks into (`understood`, `blocks`, `wording`) are JSON text that
`services.filing` writes and the services read: the database need not know a parser's model.

Pages: `page` counts the file's pages from 1, `pack_page` is the number stamped on it. Times are local.
"""
