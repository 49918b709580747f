"""Makes the texts, pages, mails and Word documents nobody should send."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

AGENDA = (
    "Wendshire Environment Scrutiny Committee\n\nTuesday 14 June 2033 at 10.00 am\n\nAGENDA\n\n"
    "1. Apologies for absence\n\n2. Bus Shelters in Lower Wend\n\nTo note the report.\n\n"
)
PAGE = (
    "<html><body><h1>Agenda for Environment Scrutiny Committee on Tuesday, 14th June, 2033, 10.00 am</h1>"
    "<p>1. Apologies for absence</p>%s<p>2. Bus Shelters</p></body></html>"
)
DEAR = frozenset(
    f"text of {what}.txt"
    for what in ("one endless line", "one endless word", "blanks", "brackets", "capitals")
) | {"form feeds.txt", "line feeds.txt", "a million tags.html", "entities.html", "a bomb.docx"}
"""Those that take seconds to make or to read."""
FILES: dict[str, Callable[[], bytes]] = {
    "text of one endless line.txt": lambda: (AGENDA + "word " * 3_000_000).encode(),
    "text of one endless word.txt": lambda: (AGENDA + "x" * 12_000_000).encode(),
    "text of blanks.txt": lambda: (AGENDA + " " * 8_000_000 + "x").encode(),
    "text of figures.txt": lambda: (AGENDA + "1" * 4_000_000).encode(),
    "text of dotted numbers.txt": lambda: (AGENDA + "1." * 2_000_000).encode(),
    "text of brackets.txt": lambda: (AGENDA + "(" * 2_000_000).encode(),
    "text of capitals.txt": lambda: (AGENDA + "A B " * 500_000).encode(),
    "text with zeros.txt": lambda: (AGENDA.replace(" ", "\0 ")).encode(),
    "zeros later on.txt": lambda: AGENDA.encode() * 60 + b"\0" * 5000,
    "lone surrogates.txt": lambda: AGENDA.encode() + "\ud800 \udfff".encode("utf-8", "surrogatepass"),
    "half a UTF-16.txt": lambda: b"\xff\xfe" + AGENDA.encode("utf-16-le")[:-1] + b"\x00\xd8",
    "form feeds.txt": lambda: AGENDA.encode() + b"\f" * 400_000,
    "line feeds.txt": lambda: AGENDA.encode() + b"\n" * 490_000,
    "too many lines.txt": lambda: AGENDA.encode() + b"x\n" * 600_000,
    "orders to a terminal.txt": lambda: (AGENDA + "\x1b]0;owned\x07\x1b[2J\u202egnp.exe\n").encode(),
    "nested deep.html": lambda: (PAGE % ("<div>" * 200_000)).encode(),
    "tables in tables.html": lambda: (PAGE % ("<table><tr><td>" * 3_000)).encode(),
    "a million tags.html": lambda: (PAGE % ("<b>x</b>" * 1_000_000)).encode(),
    "attributes.html": lambda: (PAGE % ("<p " + "a='1' " * 300_000 + ">")).encode(),
    "entities.html": lambda: (PAGE % ("&amp;" * 2_000_000)).encode(),
    "no such letters.html": lambda: b"<meta charset='utf-7'>" + (PAGE % "+ADw-script+AD4-").encode(),
    "a charset that is none.html": lambda: b"<meta charset='zip_codec'>" + (PAGE % "").encode(),
    "billion laughs.xml": lambda: laughs(),
    "laughs in a page.html": lambda: b"<!DOCTYPE html [<!ENTITY a 'ha'>]>" + (PAGE % "&a;&a;").encode(),
    "an outside entity.xml": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE meeting [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        b"<meeting><meetingdate>14/06/2033</meetingdate><agendaitems>&a;</agendaitems></meeting>"
    ),
    "nested deep.xml": lambda: b"<meeting>" + b"<agendaitems>" * 100_000,
    "half.xml": lambda: b"<meeting><meetingdate>14/06/2033</meetingdate><agendaitems><agendaitem>",
    "escaped markup.xml": lambda: (
        b"<meeting><meetingdate>14/06/2033</meetingdate><agendaitems><agendaitem>"
        b"<agendaitemtitle>Apologies</agendaitemtitle><agendatext>"
        + b"&lt;div&gt;" * 200_000
        + b"</agendatext></agendaitem></agendaitems></meeting>"
    ),
    "archive without end.mht": lambda: (
        b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
        + b"--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" * 20_000
    ),
    "archive with a long head.mht": lambda: (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related" + b";a=b" * 1_000_000 + b"\r\n\r\nx"
    ),
    "archive of nothing.mht": lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
    "archive of broken letters.mht": lambda: (
        b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=klingon\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + (PAGE % "=ZZ=").encode()
    ),
    "a bomb.docx": lambda: word({"word/document.xml": bytes(300 << 20)}),
    "laughs.docx": lambda: word({"word/document.xml": laughs()}),
    "empty.docx": lambda: word({"word/document.xml": b""}),
    "deep.docx": lambda: word({"word/document.xml": b"<w:document>" + b"<w:p>" * 50_000}),
    "many parts.docx": lambda: word(
        {f"word/{n}.xml": b"x" for n in range(5000)} | {"word/document.xml": b""}
    ),
    "half.docx": lambda: word({"word/document.xml": b"<w:document/>"})[:-60],
    "no pack.zip": lambda: word({"readme.txt": b"x"})[:-30],
    "all bytes.pdf": lambda: bytes(range(256)) * 4000,
    "empty.pdf": lambda: b"",
}


def laughs() -> bytes:
    """Entities in entities: a few hundred bytes that mean gigabytes."""
    rows = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return (
        f'<?xml version="1.0"?><!DOCTYPE meeting [<!ENTITY e0 "ha">{rows}]><meeting>&e11;</meeting>'.encode()
    )


def word(parts: dict[str, bytes]) -> bytes:
    """A packed document of these parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return packed.getvalue()


def check_sentence(text: str, name: str) -> None:
    """A refusal is one sentence that names the file and says what to do."""
    assert name in text
    assert "\n" not in text and "Traceback" not in text and len(text) < 400
    assert text.endswith(".") and (";" in text or "try" in text), f"it says not what to do: {text}"
