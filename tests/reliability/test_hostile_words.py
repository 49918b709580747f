"""Every attack against every place words go to: they stay words."""

from __future__ import annotations

import csv
import io
import json
import re
import stat
import zipfile
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar
from lxml import etree
from markdown_it import MarkdownIt

from db import desk
from db.library import match
from db.models.passages import WordGroup
from db.models.questions import Evidence
from db.models.register import ReceivedQuestion
from db.store import Store
from imports.model.agenda import Contact
from scrutiny_tui import border, printing
from scrutiny_tui.contract import hit_json, question_json
from scrutiny_tui.literal import line, literal, marked, one_line, visible
from scrutiny_tui.options import Options, print_json
from scrutiny_tui.screens.sending import file_name
from scrutiny_tui.services.calendar_file import as_ics
from scrutiny_tui.services.export import (
    SUFFIXES,
    MemberIdentity,
    as_email,
    as_mailto,
    as_markdown,
    as_text,
    schedule_as_markdown,
    write_questions,
)
from scrutiny_tui.services.models.questions import QuestionDetail
from scrutiny_tui.services.notes import PlacedNote
from scrutiny_tui.services.notes import as_markdown as notes_as_markdown
from scrutiny_tui.services.register import Entry
from scrutiny_tui.services.schedule import write_schedule
from scrutiny_tui.widgets.link_dialog import link_dialog
from scrutiny_tui.widgets.links import addresses
from tests.reliability.attacks import ATTACKS, WEB
from tests.tui.fakes import NOW, deadline, hit, meeting, note, question, question_detail

STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
FORMULA = tuple("=+-@\t\r＝＋－＠")
every = pytest.mark.parametrize("attack", [pytest.param(text, id=name) for name, text in ATTACKS.items()])


def asked(attack: str) -> QuestionDetail:
    """A question in which the attack stands everywhere it can."""
    one = question(1, attack)
    one = replace(
        one, meeting=replace(one.meeting, committee=attack), item_number=attack, item_title=attack,
        addressed_to=attack, answer=attack, answer_state="partly",
    )  # fmt: skip
    said = Evidence(1, 1, attack, "aa", attack, 2, 1, attack)
    clerk = Contact(attack, attack, attack, "clerk@council.example")
    return replace(question_detail(one), question=one, evidence=(said,), clerk=clerk)


def member(attack: str) -> MemberIdentity:
    """A member whose name is the attack."""
    return MemberIdentity(attack, "member@council.example")


def received(attack: str) -> Entry:
    """A question in the register that is the attack all over."""
    ref = replace(question().meeting, committee=attack)
    one = ReceivedQuestion(
        1, ref, attack, attack, attack, attack, attack, attack, None, None, NOW, "accepted", "", attack, None
    )
    return Entry(one, attack, False, ())


# --- the screen, the terminal, scripts --------------------------------------------------------------


@every
def test_a_widget_shows_it_and_obeys_nothing(attack: str) -> None:
    for content in (literal(attack), line(attack), marked(attack, ())):
        assert not STEERS.search(content.plain)
        assert not any(span.style for span in content.spans)
    assert not STEERS.search(visible(attack)) and not STEERS.search(one_line(attack))


PRINTED: dict[str, Callable[[str], str]] = {
    "hits": lambda attack: printing.hits([hit(1, attack, ref=attack, heading=attack, source=attack)]),
    "questions": lambda attack: printing.questions([asked(attack)]),
    "deadlines": lambda attack: printing.deadlines(
        [replace(deadline(replace(meeting(), committee=attack, venue=attack)), text=attack)], NOW, True
    ),
}


@every
@pytest.mark.parametrize("table", PRINTED)
def test_a_printed_table_holds_nothing_a_terminal_obeys(table: str, attack: str) -> None:
    assert not STEERS.search(PRINTED[table](attack))


@every
def test_json_is_ascii_and_gives_it_back(attack: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_json([question_json(asked(attack)), hit_json(hit(1, attack))])
    printed = capsys.readouterr().out
    assert printed.isascii() and not STEERS.search(printed)
    assert json.loads(printed)[0]["text"] == attack


@every
def test_the_log_of_an_error_can_be_shown(attack: str, tmp_path: Path) -> None:
    options = Options(home=str(tmp_path))
    border._unexpected(RuntimeError(attack), options.find_home)
    log = tmp_path / "error.log"
    assert not STEERS.search(log.read_text(encoding="utf-8"))
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_log_is_not_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("mine")
    (tmp_path / "error.log").symlink_to(tmp_path / "other")
    border._unexpected(RuntimeError("x"), Options(home=str(tmp_path)).find_home)
    assert (tmp_path / "other").read_text() == "mine"


@every
def test_the_clipboard_gets_words_only(attack: str) -> None:
    assert not STEERS.search(as_text([asked(attack)], member(attack)))


# --- files ------------------------------------------------------------------------------------------


def shows_no_markup(text: str) -> None:
    """Let an independent reader of Markdown say what it takes the text for."""
    reader = MarkdownIt("commonmark", {"linkify": False}).enable("table")
    for token in reader.parse(text):
        kinds = {token.type, *(child.type for child in token.children or ())}
        assert not kinds & {"link_open", "image", "html_inline", "code_inline", "fence", "code_block", "hr"}
        if token.type == "html_block":
            assert re.fullmatch(r"<!-- scrutiny [^<>]* -->\n?", token.content)
    assert not re.search(r"(?i)(?<!\\)\b(?:https?:|www\.)", re.sub(r"<!-- .* -->", "", text))


@every
@pytest.mark.parametrize("write", [as_markdown, schedule_as_markdown])
def test_markdown_shows_it_as_it_stands(
    attack: str, write: Callable[[list[QuestionDetail], MemberIdentity], str]
) -> None:
    text = write([asked(attack)], member(attack))
    assert not STEERS.search(text)
    shows_no_markup(text)


@every
def test_a_schedule_in_markdown_shows_it_as_it_stands(attack: str, tmp_path: Path) -> None:
    write_schedule([received(attack)], tmp_path / "s.md")
    text = (tmp_path / "s.md").read_bytes().decode()
    assert not STEERS.search(text)
    shows_no_markup(text)


@every
def test_notes_in_markdown_show_it_as_it_stands(attack: str) -> None:
    one = replace(note(1), quote=attack, text=attack)
    text = notes_as_markdown(attack, [PlacedNote(one, None, "gone", attack)])
    assert not STEERS.search(text)
    shows_no_markup(text)


def look_at_word(path: Path) -> None:
    """A Word file must be XML throughout, without fields, and point to nothing outside."""
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            raw = parts.read(name)
            if name.endswith((".xml", ".rels")):
                etree.fromstring(raw)
            if name.endswith(".rels"):
                assert b'TargetMode="External"' not in raw
        body = etree.fromstring(parts.read("word/document.xml"))
    names = {etree.QName(one).localname for one in body.iter() if isinstance(one.tag, str)}
    assert not names & {"fldSimple", "instrText", "fldChar", "hyperlink", "object"}


def test_word_holds_no_field_and_no_link(tmp_path: Path) -> None:
    everyone = member(" ".join(ATTACKS.values()))
    questions = [asked(attack) for attack in ATTACKS.values()]
    write_questions(questions, tmp_path / "q.docx", everyone)
    write_questions(questions, tmp_path / "s.docx", everyone, schedule=True)
    write_schedule([received(attack) for attack in ATTACKS.values()], tmp_path / "r.docx")
    for path in tmp_path.iterdir():
        look_at_word(path)


@every
def test_no_cell_of_a_table_is_a_formula(attack: str, tmp_path: Path) -> None:
    write_questions([asked(attack)], tmp_path / "q.csv", member(attack))
    write_schedule([received(attack)], tmp_path / "r.csv")
    for path in tmp_path.iterdir():
        raw = path.read_bytes().decode("utf-8-sig")
        assert not STEERS.search(raw.replace("\r\n", "\n"))
        rows = list(csv.reader(io.StringIO(raw, newline="")))
        assert len(rows) == 2
        assert not [cell for row in rows for cell in row if cell.lstrip().startswith(FORMULA)]


@every
def test_mail_gets_no_header_and_no_receiver_more(attack: str) -> None:
    content = as_email([asked(attack)], member(attack))
    message = message_from_bytes(content, policy=policy.default)
    assert {name for name in message if not name.startswith("X-Scrutiny-")} <= {
        "Subject", "Date", "Message-ID", "From", "Reply-To", "To", "X-Unsent",
        "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
    assert [one.addr_spec for one in message["To"].addresses] == ["clerk@council.example"]
    assert message.get_content_type() == "text/plain" and not STEERS.search(message.get_content())


@every
def test_a_mailto_says_subject_and_body_only(attack: str) -> None:
    parts = urlsplit(as_mailto(asked(attack), member(attack)).address)
    assert parts.path == "clerk@council.example" and set(parse_qs(parts.query)) <= {"subject", "body"}
    assert not STEERS.search("".join(parse_qs(parts.query).get("body", [])).replace("\r\n", "\n"))


@every
def test_a_calendar_gets_no_line_more(attack: str) -> None:
    one = replace(deadline(replace(meeting(), committee=attack)), text=attack, applies_to=(attack,))
    raw = as_ics([one], NOW)
    unfolded = raw.decode().replace("\r\n ", "")
    assert not STEERS.search(unfolded.replace("\r\n", "\n"))
    (event,) = Calendar.from_ical(raw).walk("VEVENT")
    assert not {"ATTACH", "ATTENDEE", "ORGANIZER"} & set(event.keys())
    assert len(Calendar.from_ical(raw).walk("VALARM")) == 2


@every
def test_the_name_of_an_export_is_ours(attack: str) -> None:
    for suffix in SUFFIXES:
        name = file_name(asked(attack), suffix)
        assert len(name) < 250 or attack == ATTACKS["long"]
        assert re.fullmatch(r"[\w -]+\.\w+", name) and not name.startswith((".", "-"))


# --- the databases ----------------------------------------------------------------------------------


def test_sql_and_search_take_it_for_words(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "home")
    ref = question().meeting
    storable = {name: text for name, text in ATTACKS.items() if name != "surrogate"}
    for text in storable.values():
        made = store.write_now(lambda db, t=text: desk.create_question(db, ref, NOW, text=t))  # type: ignore[misc]
        assert store.read_now(lambda db, i=made.id: desk.question(db, i)).text == text  # type: ignore[misc]
        store.read_now(lambda db, t=text: match(db, (WordGroup(((t, 1.0),)),)))  # type: ignore[misc]
    assert len(store.read_now(desk.questions)) == len(storable)
    store.close()


# --- links ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "host"), WEB.items())
def test_a_link_shows_where_it_goes_and_only_the_web_and_mail_are_offered(
    text: str, host: str | None
) -> None:
    found = addresses(f"See {text} for more")
    assert all(urlsplit(one.goes_to).scheme in ("http", "https", "mailto") for one in found)
    assert [one.where for one in found] == ([] if host is None else [host])
    assert not any(word in one.goes_to for one in found for word in ("bcc", "attach", "\\"))


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("https://council.example/a", False),
        ("https://council.example/a@b", False),
        ("https://xn--80ak6aa92e.example/", True),
        ("https://\u0441\u043euncil.example/", True),
        ("https://\u00e9vil.example/", True),
        ("https://council.example@evil.example/", True),
        ("clerk@council.example", False),
        ("mailto:clerk@xn--uncil-iyeu.example", True),
    ],
)
def test_a_link_that_looks_like_another_is_pointed_out(text: str, doubted: bool) -> None:
    (found,) = addresses(f"See {text} for more")
    assert bool(found.doubt) is doubted
    shown = " ".join(str(option) for _, option in link_dialog([found])._choices)
    assert ("Take care" in shown) is doubted and found.where in shown
