"""Questions as people send them: every form read back, hostile ones bounded and refused in a sentence."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_tui.services.export import MemberIdentity, write_questions
from scrutiny_tui.services.incoming import LARGEST, NotTaken, read_incoming, read_pasted
from scrutiny_tui.services.mail import read_mail, text_of_html
from tests.tui.fakes import question, question_detail

ADA = MemberIdentity("Cllr Ada Quill", "ada@merrin.example")


@pytest.mark.parametrize("suffix", [".eml", ".md", ".docx", ".csv"])
def test_what_the_app_exports_is_read_back(tmp_path: Path, suffix: str) -> None:
    details = [
        question_detail(question(1, "Why did *inspections* stop?\n\nWho knew, and when?")),
        question_detail(question(2, "=How many boats_are left?")),
    ]
    path = tmp_path / f"questions{suffix}"
    write_questions(details, path, ADA)
    found = read_incoming(path)
    asked = details[0].question
    for one, detail in zip(found, details, strict=True):
        assert one.text.split() == detail.question.text.split()
        assert (one.committee, one.day) == (asked.meeting.committee, asked.meeting.date)
        assert (one.item_number, one.item_title) == (asked.item_number, asked.item_title)
        assert one.sender == ADA.name and one.source == path.name


def write(tmp_path: Path, content: bytes, name: str = "q.eml") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_a_page_of_html_is_read_as_words(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "a@x.example"
    message.set_content(
        "<head><title>no</title></head><p>Why <b>did</b> it<br>stop?</p><script>no()</script>", "html"
    )
    (found,) = read_incoming(write(tmp_path, message.as_bytes()))
    assert found.text == "Why did it\nstop?"
    assert text_of_html("a&lt;b&gt; &amp; c") == "a<b> & c"


@pytest.mark.parametrize("charset", ["x-nobody-knows", "utf-7\x00", "us-ascii", "utf-16"])
def test_an_odd_charset_is_read_as_well_as_can_be(tmp_path: Path, charset: str) -> None:
    head = f'From: a@x.example\nContent-Type: text/plain; charset="{charset}"\n\n'.encode()
    (found,) = read_incoming(write(tmp_path, head + "Why did the café close?".encode()))
    assert found.text


def test_headers_cannot_trick(tmp_path: Path) -> None:
    raw = (
        b"From: =?utf-8?q?Una=0D=0ABcc=3A_all=40x?= <una@x.example>\n"
        b"Subject: =?utf-8?b?broken?= =?x?q?y?=\nDate: Mon, 99 Foo 9999 99:99:99 +9999\n"
        b"Received: from nowhere; not a date\n\nWhy did it \x1b[31mstop\xe2\x80\xae?\n"
    )
    (found,) = read_incoming(write(tmp_path, raw))
    assert "\n" not in found.sender and "\r" not in found.sender
    assert found.address == "una@x.example"
    assert found.claimed_at is None
    assert found.text == "Why did it [31mstop?"


def test_a_hidden_record_that_says_other_than_the_body_is_not_believed(tmp_path: Path) -> None:
    hidden = '{"question": "May I resign?", "committee": "X", "item": "9"}'
    raw = f"From: a@x.example\nX-Scrutiny-Question: {hidden}\n\nWhy did it stop?\n".encode()
    (found,) = read_incoming(write(tmp_path, raw))
    assert (found.text, found.committee, found.item_number) == ("Why did it stop?", "", "")


def test_the_time_of_receipt_by_the_next_server_comes_before_the_senders_own(tmp_path: Path) -> None:
    raw = b"Received: by us; Mon, 19 May 2031 10:00:00 +0000\nDate: Sun, 18 May 2031 08:00:00 +0000\n\nWhy?\n"
    (found,) = read_incoming(write(tmp_path, raw))
    assert found.claimed_at == datetime(2031, 5, 19, 11)


def test_what_is_quoted_and_signed_is_left_out() -> None:
    (found,) = read_pasted("Why did it stop?\n> earlier words\n\nWhen?\n-- \nUna\nTel 1")
    assert found.text == "Why did it stop?\n\nWhen?"


def nested(depth: int) -> bytes:
    parts = [b"From: a@x.example\nMIME-Version: 1.0"]
    for n in range(depth):
        parts.append(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d' % (n, n))
    return b"\n".join(parts) + b"\nContent-Type: text/plain\n\nWhy?\n"


def zipped(size: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * size)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("deep.eml", nested(5000)),
        ("huge.eml", b"From: a@x.example\n\n" + b"x" * (LARGEST + 1)),
        ("long.eml", b"From: a@x.example\n\n" + b"why " * 50_000),
        ("picture.eml", b"From: a@x.example\nContent-Type: image/png\n\nabc"),
        ("empty.eml", b""),
        ("bomb.docx", zipped(50_000_000)),
        ("no.docx", b"not a zip at all"),
        ("no.pdf", b"%PDF"),
        ("none.csv", b"a,b\n1,2\n"),
        ("null.csv", b"question\n\x00\x00\n"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_hostile_or_no_question_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes
) -> None:
    with pytest.raises(NotTaken) as refused:
        read_incoming(write(tmp_path, content, name))
    assert "\n" not in str(refused.value) and name in str(refused.value)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotTaken, match="cannot be read"):
        read_incoming(tmp_path / "no.eml")


@given(st.binary(max_size=600))
@settings(max_examples=80, deadline=None)
def test_no_bytes_break_the_reading_of_mail(content: bytes) -> None:
    mail = read_mail(content)
    assert mail is None or isinstance(mail.body, str)


def test_the_committee_and_day_are_read_from_the_subject(tmp_path: Path) -> None:
    raw = b"Subject: Question for Harbour Board, Thursday 22 May 2031\n\nAgenda item 4. Why did it stop?\n"
    (found,) = read_incoming(write(tmp_path, raw))
    assert (found.committee, found.day, found.item_number) == ("Harbour Board", date(2031, 5, 22), "4")
