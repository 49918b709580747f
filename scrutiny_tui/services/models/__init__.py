"""What the services hand to screens and scripts: frozen, ready to show, no logic.

Rows that need nothing added travel as they are (`db.models.Question`, `AgendaItem`, `Note` ...), and
pages as `imports.model.ReadPage`. Times are local (Europe/London) and naive. `page` counts the file's
pages from 1, `pack_page` is the stamped number.
"""
