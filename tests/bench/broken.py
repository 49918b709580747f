"""Good files of every kind, and the ways files break."""

from __future__ import annotations

import io
import random
import re
import zipfile
from email.message import EmailMessage
from pathlib import Path


def seeds(folder: Path) -> dict[str, bytes]:
    """Good files, one of each kind."""
    import docx

    from tests.importers import pdfs
    from tests.importers.hostile import other_files, pdf_files

    word = docx.Document()
    for line in other_files.AGENDA.splitlines():
        word.add_paragraph(line)
    word.add_table(3, 3).cell(1, 1).text = "Date of meeting"
    packed = io.BytesIO()
    word.save(packed)
    page = other_files.PAGE % "<table><tr><td>2</td><td>Bus Shelters <br>(Pages 3 - 8)</td></tr></table>"
    item = "<agendaitem><agendaitemnumber>1</agendaitemnumber><agendaitemtitle>Apologies</agendaitemtitle>"
    meeting = (
        "<meeting><meetingdate>14/06/2033</meetingdate><committeetitle>Wend Committee</committeetitle>"
        f"<agendaitems>{item}<agendatext>&lt;p&gt;x&lt;/p&gt;</agendatext></agendaitem></agendaitems></meeting>"
    )
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "Ann Lee <a@wend.example>", "Question", "1 Jun 2033 10:00"
    mail.set_content("Item 2: Bus Shelters\n\nHow many shelters were mended?\n")
    mail.add_alternative("<p>Item 2</p><p>How many shelters were <b>mended</b>?</p>", subtype="html")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as papers:
        papers.writestr("agenda.txt", other_files.AGENDA)
        papers.writestr("reports/2.docx", packed.getvalue())
    saved = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    saved += b"Content-Type: text/html; charset=utf-8\r\n\r\n" + page.encode() + b"\r\n--b--\r\n"
    return {
        "question.eml": mail.as_bytes(),
        "papers.zip": archive.getvalue(),
        "page.mht": saved,
        "inside.docx": packed.getvalue(),
        "pack.pdf": pdfs.pack(folder / "seed.pdf").read_bytes(),
        "plain.pdf": pdf_files.with_page(b"0 0 m 9 9 l S", pdf_files.composite()),
        "page.html": page.encode(),
        "meeting.xml": meeting.encode(),
        "agenda.docx": packed.getvalue(),
        "agenda.txt": (other_files.AGENDA * 4).encode(),
    }


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Change a file in a few of the ways files break."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16, 64))):
        at = chance.randrange(len(changed) + 1)
        length = chance.choice((1, 2, 4, 16, 200))
        way = chance.randrange(7)
        if way == 0 and at < len(changed):
            changed[at] = chance.randrange(256)
        elif way == 1:
            del changed[at : at + length]
        elif way == 2:
            changed[at:at] = chance.randbytes(length)
        elif way == 3:
            start = chance.randrange(len(data))
            changed[at:at] = data[start : start + length]
        elif way == 4:
            changed[at:at] = changed[at : at + length] * chance.choice((2, 50))
        elif way == 5:
            number = chance.choice((b"-1", b"0", b"65536", b"4294967295", b"99999999999999999999", b"1e999"))
            changed[at : at + len(number)] = number
        elif chance.random() < 0.1:
            del changed[at:]
    return bytes(changed)


def mutate_inside(data: bytes, chance: random.Random) -> bytes:
    """Change what is packed in a Word file, which broken packing would only hide."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        chosen = (
            {"word/document.xml", chance.choice(names)} if chance.random() < 0.5 else {chance.choice(names)}
        )
        for name in old.namelist():
            part = old.read(name)
            if name in chosen:
                part = chance.choice((mutate, mutate_markup))(part, chance)
            new.writestr(name, part)
    return changed.getvalue()


def mutate_markup(data: bytes, chance: random.Random) -> bytes:
    """Change markup so that it stays markup: elements lost, doubled, renamed, values changed."""
    pieces = re.split(rb"(<[^>]*>)", data)
    for _ in range(chance.choice((1, 2, 8))):
        at = chance.randrange(len(pieces))
        way = chance.randrange(5)
        if way == 0:
            pieces[at] = re.sub(
                rb'"[^"]*"', b'"' + chance.choice((b"", b"-1", b"x", b"9" * 30)) + b'"', pieces[at]
            )
        elif way == 1:
            pieces[at] = pieces[at] * chance.choice((2, 40)) if pieces[at].endswith(b"/>") else pieces[at]
        elif way == 2:
            name = re.match(rb"<[\w:]+", pieces[at])
            tag = name[0][1:] if name else b"none"
            pieces = [re.sub(rb"(?<=[</])" + re.escape(tag) + rb"\b", b"w:p", piece) for piece in pieces]
        elif way == 3 and pieces[at].endswith(b"/>"):
            pieces[at] = b""
        elif not pieces[at].startswith(b"<"):
            pieces[at] = chance.choice((b"", b"1.1", b"x" * 3000, "\ufffe\u2028é".encode()))
    return b"".join(pieces)
