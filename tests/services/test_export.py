"""Exports read back by independent readers, and text that tries to be more than text."""

from __future__ import annotations

import csv
import io
import json
import stat
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from email import message_from_bytes, policy
from itertools import product
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

import docx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from db import library
from db.models.history import Revision
from db.models.questions import Evidence, MeetingRef, Question
from db.store import Store
from imports.model.agenda import Contact
from scrutiny_tui.services.calendars import WorkingCalendar
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.deadlines import Deadlines
from scrutiny_tui.services.errors import ExportFailed
from scrutiny_tui.services.export import (
    Mailto,
    MemberIdentity,
    as_csv,
    as_email,
    as_mailto,
    as_markdown,
    as_text,
    record,
    schedule_as_markdown,
    write_each,
    write_questions,
)
from scrutiny_tui.services.models.questions import QuestionDetail
from scrutiny_tui.services.questions import Questions
from scrutiny_tui.services.reading import Reading
from scrutiny_tui.services.search import Search
from tests.services.drafts import file, item, paper, passage
from tests.storage.papers import read_now

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
        "X-Scrutiny-Version",
        "X-Scrutiny-Committee",
        "X-Scrutiny-Meeting",
        "X-Scrutiny-Question",
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


def carried(mailto: Mailto) -> str:
    return parse_qs(urlsplit(mailto.address).query)["body"][0]


def test_a_mailto_carries_the_question() -> None:
    mailto = as_mailto(detail("Is 5% & more due?"), MEMBER)
    assert urlsplit(mailto.address).path == "rosa.lund@example.org" and mailto.whole
    assert "Is 5% & more due?" in carried(mailto)
    assert "audits fell by a third" in carried(mailto) and "\r\n" in carried(mailto)


def test_a_mailto_too_long_for_mail_programs_says_what_is_left_out() -> None:
    asked = detail()
    (quoted,) = asked.evidence
    longer = as_mailto(replace(asked, evidence=(replace(quoted, quote="é " * 500),)), MEMBER)
    assert not longer.whole and "Why did re-audits fall?" in carried(longer) and "é" not in carried(longer)
    longest = as_mailto(detail("Why? " * 800), MEMBER)
    assert not longest.whole and "clipboard" in carried(longest)


@example("Board", "zoë@example.org\r\nBcc: x@example.org", "x" * 3000)
@given(st.text(max_size=3000), st.text(max_size=60), st.text(max_size=3000))
def test_a_mailto_is_bounded_and_goes_to_nobody_else(committee: str, email: str, text: str) -> None:
    asked = detail(text, committee, Contact("R", None, None, email))
    address = as_mailto(asked, MEMBER).address
    assert len(address) <= 1900 and address.isascii() and not set(address) & set(' \r\n"<>')
    parts = urlsplit(address)
    assert set(parse_qs(parts.query)) <= {"subject", "body"} and parts.path.count("@") <= 1


@example("a  b =?utf-8?q?x?= -->\nBcc: y <b>", "", "")
@given(st.text(), st.text(), st.text())
def test_the_headers_give_the_question_back_word_for_word(text: str, title: str, quote: str) -> None:
    asked = detail(text)
    (quoted,) = asked.evidence
    asked = replace(
        asked,
        question=replace(asked.question, item_title=title),
        evidence=(replace(quoted, quote=quote),),
    )
    message = message_from_bytes(as_email([asked, asked], MEMBER), policy=policy.default)
    assert message["X-Scrutiny-Version"] == "1" and message["X-Scrutiny-Meeting"] == "2025-11-13"
    read = [json.loads(found) for found in message.get_all("X-Scrutiny-Question") or ()]
    assert read == [record(asked, MEMBER)] * 2
    shown = MarkdownIt().parse(as_markdown([asked], MEMBER))
    (comment,) = [token.content for token in shown if token.type == "html_block"]
    assert json.loads(comment.strip().removeprefix("<!-- scrutiny ").removesuffix(" -->")) == read[0]


def test_no_line_of_the_message_is_longer_than_mail_allows() -> None:
    content = as_email([detail("x" * 5000 + " why " * 900)], MEMBER)
    assert max(map(len, content.splitlines())) <= 998


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


MARKUP = (
    "<script>x</script>", "[a](http://b)", "# big", "1. one", "- dot", "=====", "> q", "![p](http://b/p.png)",
    "```\ncode\n```", "    indented", "&amp; &#60;b&#62;", "| a | b |", "~~~", "***", "<!-- x -->", "[r]: http://b",
    "https://example.org/a_b_c", "+ plus", "a\\", "12) twelve", "---", "<https://b>", "\t- tab", "__b__",
)  # fmt: skip


def markdown_words(text: str) -> tuple[str, set[str]]:
    """What an independent Markdown parser shows of a text, and the elements it makes of it."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    words: list[str] = []
    kinds: set[str] = set()
    for token in tokens:
        kinds.add(token.type)
        for child in token.children or ():
            kinds.add(child.type)
            words.append("\n" if child.type in ("softbreak", "hardbreak") else child.content)
        words.append("\n")
    return "".join(words), kinds


@pytest.mark.parametrize("attack", MARKUP)
def test_markdown_shows_markup_as_typed(attack: str) -> None:
    asked = detail(f"Line\n{attack}")
    (quoted,) = asked.evidence
    title = attack.replace("\n", " ")
    asked = replace(
        asked,
        question=replace(asked.question, answer=attack, addressed_to=title, item_title=title),
        evidence=(replace(quoted, quote=attack, citation=title),),
    )
    words, kinds = markdown_words(as_markdown([asked], MEMBER))
    assert words.count("\n".join(line.lstrip() for line in attack.split("\n"))) >= 2
    assert kinds <= {
        "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text",
        "text_special", "blockquote_open", "blockquote_close", "html_block", "softbreak", "hardbreak",
    }  # fmt: skip


@pytest.mark.parametrize("attack", MARKUP)
def test_a_schedule_in_markdown_stays_a_table(attack: str) -> None:
    words, kinds = markdown_words(schedule_as_markdown([detail(attack), detail("Second?")], MEMBER))
    assert "tr_open" in kinds and not kinds & {"link_open", "image", "html_inline", "code_inline", "hr"}
    tokens = MarkdownIt("commonmark").enable("table").parse(schedule_as_markdown([detail(attack)], MEMBER))
    assert sum(token.type == "td_open" for token in tokens) == 6
    assert " ".join(attack.split()) in words


@pytest.mark.parametrize(
    "attack", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\n=1", "＝1"]
)
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


FORMATS = (".eml", ".docx", ".md", ".csv")


def all_words(path: Path) -> str:
    """Everything a file says, read as its own kind of reader would, and its raw bytes."""
    raw = path.read_bytes()
    if path.suffix == ".docx":
        document = docx.Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        with zipfile.ZipFile(path) as parts:
            inside = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith("xml"))
        return "\n".join([*(p.text for p in document.paragraphs), *cells, inside])
    if path.suffix == ".eml":
        message = message_from_bytes(raw, policy=policy.default)
        return "\n".join([*message.values(), message.get_content()])
    return raw.decode("utf-8-sig")


def everywhere(details: Sequence[QuestionDetail], folder: Path) -> dict[str, str]:
    """The words of these questions in every format there is, each in both forms, and as text and mailto."""
    folder.mkdir()
    said = {"text": as_text(details, MEMBER), "mailto": unquote(as_mailto(details[0], MEMBER).address)}
    for suffix, schedule in product(FORMATS, (False, True)):
        target = folder / f"{'schedule' if schedule else 'questions'}{suffix}"
        write_questions(details, target, MEMBER, schedule=schedule)
        said[target.name] = all_words(target)
    for path in write_each(details, folder / "each.eml", MEMBER):
        said[path.name] = all_words(path)
    return said


def test_words_from_a_page_that_is_not_public_travel_in_no_format(tmp_path: Path) -> None:
    asked = detail()
    (quoted,) = asked.evidence
    secret = replace(quoted, id=2, quote="SECRETPRICE", citation="SECRETPLACE")
    kept_back = replace(asked, evidence=(quoted, secret), withheld=frozenset({2}))
    said = everywhere([kept_back, kept_back], tmp_path / "out")
    assert [name for name, words in said.items() if "SECRET" in words] == []
    assert "audits fell by a third" in said["questions.md"]


async def test_a_members_notes_travel_in_no_format(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "home")
    file(store, paper("november", date(2025, 11, 13), (passage("Audits fell."),), (item(0, "8", "Quality"),)))
    clock = Clock(NOON)
    questions = Questions(store, clock, Deadlines(store, clock, WorkingCalendar()), Search(store))
    reading = Reading(store, clock)
    (meeting,) = read_now(store, library.meetings)
    (document,) = read_now(store, library.documents)
    (agenda_item,) = read_now(store, lambda db: library.agenda_items(db, meeting.id))
    await reading.annotate(document, meeting, 1, 1, "Audits fell.", "SECRETNOTE about Ivo")
    await reading.annotate(document, meeting, 1, 1, "SECRETNOTE mark")
    begun = await questions.begin(meeting, agenda_item, text="SECRETNOTE that was never meant")
    await questions.save(begun.id, "Why did audits fall?")
    await questions.quote(begun.id, document, 1, 1, "Audits fell.", "November, page 1")
    await questions.submit(begun.id)
    await questions.answer(begun.id, "Two left.", "in part")
    said = everywhere(await questions.all(), tmp_path / "out")
    store.close()
    assert [name for name, words in said.items() if "SECRET" in words] == []
    assert all("Why did audits fall?" in words for words in said.values())


HOSTILE = (
    "=HYPERLINK(1)", "x\r\nBcc: thief@example.net", "<img src=x onerror=1>", "\x1b[31mred", "\u202egnp.exe",
    "[@click=app.quit]x", "\ud83d half", "' OR 1=1 --", "{{7*7}}", "\x00null", "\u2028line",
)  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_hostile_text_is_data_in_every_format(hostile: str, tmp_path: Path) -> None:
    asked = detail(hostile, hostile, Contact(hostile, hostile, hostile, hostile))
    (quoted,) = asked.evidence
    question = replace(
        asked.question,
        item_title=hostile,
        item_number=hostile,
        addressed_to=hostile,
        answer=hostile,
        answer_state="in part",
        state="answered",
    )
    asked = replace(
        asked, question=question, evidence=(replace(quoted, quote=hostile, citation=hostile, source=hostile),)
    )
    said = everywhere([asked], tmp_path / "out")
    for name, words in said.items():
        assert not set(words) & set("\x1b\x00\u202e\ud83d"), name
    mail = message_from_bytes((tmp_path / "out" / "questions.eml").read_bytes(), policy=policy.default)
    assert mail["Bcc"] is None and mail["To"] is None
    rows = list(csv.reader(io.StringIO(said["questions.csv"])))
    assert len(rows) == 2 and not [
        cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "@"))
    ]
    document = docx.Document(str(tmp_path / "out" / "questions.docx"))
    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"] == ["Question 1"]


def test_word_says_what_each_paragraph_is(tmp_path: Path) -> None:
    asked = detail("First line.\nWhy?")
    asked = replace(asked, question=replace(asked.question, answer="Because.", answer_state="in part"))
    write_questions([asked], tmp_path / "q.docx", MEMBER)
    document = docx.Document(str(tmp_path / "q.docx"))
    by_style: dict[str, list[str]] = {}
    for paragraph in document.paragraphs:
        assert paragraph.style is not None
        by_style.setdefault(str(paragraph.style.name), []).append(paragraph.text)
    assert by_style["Scrutiny Question"] == ["First line.", "Why?"]
    assert by_style["Scrutiny Field"][:2] == ["Agenda item 8: Quality Assurance", "To Head of Quality"]
    assert by_style["Scrutiny Quote"] == ["audits fell by a third"]
    assert by_style["Heading 3"] == ["Answer (in part)"]
    properties = document.core_properties
    assert (properties.category, properties.keywords) == ("scrutiny 1", "2025-11-13")


def numbered(number: str, id: int, committee: str = "Children’s Scrutiny") -> QuestionDetail:
    one = detail(f"Question of item {number}?", committee)
    return replace(one, question=replace(one.question, id=id, item_number=number))


def test_a_schedule_is_in_the_order_of_the_agenda(tmp_path: Path) -> None:
    details = [
        numbered("10", 1),
        numbered("", 2),
        numbered("9", 3),
        numbered("10A", 4),
        numbered("2", 5, "Adults"),
    ]
    write_questions(details, tmp_path / "s.docx", MEMBER, schedule=True)
    adults, children = docx.Document(str(tmp_path / "s.docx")).tables
    assert [cell.text for cell in children.columns[1].cells] == [
        "Item", "9 Quality Assurance", "10 Quality Assurance", "10A Quality Assurance", "Quality Assurance",
    ]  # fmt: skip
    assert [cell.text for cell in children.columns[0].cells][1:] == ["1", "2", "3", "4"]
    assert adults.cell(1, 4).text == "Question of item 2?"
    write_questions(details, tmp_path / "s.csv", MEMBER, schedule=True)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "s.csv").read_text("utf-8-sig"))))
    assert [row["item"] for row in rows] == ["2", "9", "10", "10A", ""]


def test_each_question_may_have_a_file_of_its_own(tmp_path: Path) -> None:
    files = write_each([numbered(str(n), n) for n in range(1, 11)], tmp_path / "mine.eml", MEMBER)
    assert [path.name for path in files[:2]] == ["mine 01.eml", "mine 02.eml"] and len(files) == 10
    assert "Question of item 10?" in all_words(files[-1])
