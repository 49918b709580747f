"""Exports read back by independent readers, and text that tries to be more than text."""

from __future__ import annotations

import csv
import io
import stat
from dataclasses import replace
from datetime import date, datetime
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import docx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.models import Evidence, MeetingRef, Question, Revision
from imports.model import Contact
from scrutiny_tui.services.errors import ExportFailed
from scrutiny_tui.services.export import (
    MemberIdentity,
    as_csv,
    as_email,
    as_mailto,
    as_markdown,
    write_questions,
)
from scrutiny_tui.services.models import QuestionDetail

NOON = datetime(2025, 11, 10, 12, 0)
MEMBER = MemberIdentity("Cllr Ada Moss", "ada.moss@example.org")
CLERK = Contact("Rosa Lund", "Democratic Services Officer", None, "rosa.lund@example.org")


def detail(
    text: str = "Why did re-audits fall?",
    committee: str = "Children’s Scrutiny",
    clerk: Contact | None = CLERK,
) -> QuestionDetail:
    question = Question(
        id=1,
        meeting=MeetingRef(committee, date(2025, 11, 13)),
        item_number="8",
        item_title="Quality Assurance",
        addressed_to="Head of Quality",
        text=text,
        state="submitted",
        answer="",
        answer_state="",
        parent_id=None,
        created_at=NOON,
        updated_at=NOON,
        submitted_at=NOON,
        late=False,
    )
    evidence = Evidence(
        1, 1, "audits fell by a third", "ab", "pack.pdf", 9, 14, "Children’s Scrutiny, pack page 14"
    )
    revision = Revision(1, 1, text, "Head of Quality", NOON, datetime(2025, 11, 10, 23, 59), 43140)
    return QuestionDetail(question, None, (evidence,), (revision,), None, clerk, len(text.split()), 100, ())


def test_the_email_goes_to_the_clerk_and_replies_to_the_member() -> None:
    message = message_from_bytes(as_email([detail()], MEMBER), policy=policy.default)
    assert message["To"].addresses[0].addr_spec == "rosa.lund@example.org"
    assert message["Reply-To"].addresses[0].addr_spec == "ada.moss@example.org"
    assert message["Message-ID"].endswith("@example.org>")
    assert message["Subject"] == "Question for Children’s Scrutiny, Thursday 13 November 2025"
    part = message.get_body()
    assert part is not None
    body = part.get_content()
    assert "Why did re-audits fall?" in body and "pack page 14" in body and "Cllr Ada Moss" in body


@pytest.mark.parametrize("month", [1, 7])
def test_the_email_is_dated_by_councils_clock_wherever_the_machine_is(month: int) -> None:
    changed = NOON.replace(month=month)
    asked = detail()
    asked = replace(asked, question=replace(asked.question, submitted_at=changed))
    message = message_from_bytes(as_email([asked], MEMBER), policy=policy.default)
    assert message["Date"].datetime == changed.replace(tzinfo=ZoneInfo("Europe/London"))


@example("Board", "Zoë", "zoë@example.org")
@given(st.text(min_size=1), st.text(), st.text())
def test_no_text_can_add_a_header(committee: str, name: str, email: str) -> None:
    content = as_email(
        [detail(committee=committee, clerk=Contact(name, None, None, email))], MemberIdentity(name, email)
    )
    message = message_from_bytes(content, policy=policy.default)
    allowed = {
        "Subject",
        "Date",
        "Message-ID",
        "From",
        "Reply-To",
        "To",
        "X-Unsent",
        "Content-Type",
        "MIME-Version",
    }
    assert set(message.keys()) <= allowed | {"Content-Transfer-Encoding"}


def test_header_injection_stays_in_the_subject() -> None:
    content = as_email([detail(committee="Board\r\nBcc: thief@example.net")], MEMBER)
    message = message_from_bytes(content, policy=policy.default)
    assert message["Bcc"] is None and "thief@example.net" in message["Subject"]


def test_questions_for_two_clerks_are_no_single_email() -> None:
    other = detail(clerk=Contact("Ivo Penn", None, None, "ivo.penn@example.org"))
    with pytest.raises(ExportFailed, match="different clerks"):
        as_email([detail(), other], MEMBER)


def test_a_mailto_carries_the_question() -> None:
    parts = urlsplit(as_mailto(detail("Is 5% & more due?"), MEMBER))
    assert parts.path == "rosa.lund@example.org"
    assert "Is 5% & more due?" in parse_qs(parts.query)["body"][0]


def test_word_and_markdown_hold_question_and_evidence(tmp_path: Path) -> None:
    for name in ("q.docx", "q.md"):
        write_questions([detail()], tmp_path / name, MEMBER)
    words = "\n".join(p.text for p in docx.Document(str(tmp_path / "q.docx")).paragraphs)
    for text in (words, (tmp_path / "q.md").read_text(encoding="utf-8").replace("\\", "")):
        assert "Why did re-audits fall?" in text and "audits fell by a third" in text
        assert "in time, 11 h 59 m left" in text


def test_a_table_holds_the_evidence_of_each_question() -> None:
    (row,) = csv.DictReader(io.StringIO(as_csv([detail()], MEMBER).decode("utf-8-sig")))
    assert (row["question"], row["from"]) == ("Why did re-audits fall?", "Cllr Ada Moss")
    assert row["evidence"] == '"audits fell by a third" (Children’s Scrutiny, pack page 14)'


@pytest.mark.parametrize(
    "attack", ["<script>x</script>", "[a](http://b)", "# big", "1. one", "- dot", "=====", "> q"]
)
def test_markdown_shows_markup_as_typed(attack: str) -> None:
    shown = as_markdown([detail(f"Line\n{attack}")], MEMBER)
    line = shown.split("Line\n", 1)[1].split("\n", 1)[0]
    assert line.replace("\\", "") == attack and line != attack


@pytest.mark.parametrize("attack", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(attack: str) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv([detail(attack)], MEMBER).decode("utf-8-sig"))))
    assert rows[0]["question"] == f"'{attack}"


def test_word_survives_any_control_character(tmp_path: Path) -> None:
    write_questions([detail("".join(map(chr, range(256))))], tmp_path / "q.docx", MEMBER)
    assert docx.Document(str(tmp_path / "q.docx")).paragraphs


def test_files_are_private_and_whole(tmp_path: Path) -> None:
    target = tmp_path / "new" / "q.csv"
    write_questions([detail()], target, MEMBER)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [p.name for p in target.parent.iterdir()] == ["q.csv"]


def test_a_bad_target_is_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportFailed, match="could not be written"):
        write_questions([detail()], tmp_path / "file" / "q.md", MEMBER)
    with pytest.raises(ExportFailed, match=r"ends in \.eml"):
        write_questions([detail()], tmp_path / "q.exe", MEMBER)
    assert [p.name for p in tmp_path.iterdir()] == ["file"]
