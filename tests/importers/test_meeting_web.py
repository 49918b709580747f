"""Saved meeting pages and the web service's answers: fields, links, minutes, and hostile ones."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from imports.detect import detect, read
from imports.errors import Refused
from imports.pack import Understood, understand
from imports.readers import markup
from tests.importers import web


def understood(tmp_path: Path, text: str, name: str = "page.html") -> Understood:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return understand(read(path))


def test_a_meeting_page_gives_its_fields(tmp_path: Path) -> None:
    pack = understood(tmp_path, web.AGENDA).pack
    assert (pack.format, pack.kind, pack.committee) == ("html", "agenda", "Coast Scrutiny Committee")
    assert (pack.meeting_date, pack.start_time) == (date(2033, 5, 26), time(10))
    assert pack.meeting_date_basis == "printed"
    assert pack.venue == "Quay House, Saltby"
    titles = [(item.number, item.title) for item in pack.agenda if not item.is_heading]
    assert titles == [("1", "Apologies"), ("2", "Sea Walls Survey"), ("3", "Any other business")]
    assert pack.agenda[2].description == "To note the report. Twice nested."
    (deadline,) = pack.question_deadlines
    assert deadline.applies_to == ("2", "3")
    assert (pack.contacts[0].name, pack.contacts[0].email) == ("Cy Marsh", "cy.marsh@wendshire.example")


def test_a_page_that_cuts_minutes_short_says_so(tmp_path: Path) -> None:
    cut = web.MINUTED.replace(
        "</table>", "</table><a href='#'>... view the full minutes text for item 2.</a>", 1
    )
    assert "cut-short" in [warning.code for warning in understood(tmp_path, cut).pack.warnings]
    assert "cut-short" not in [warning.code for warning in understood(tmp_path, web.MINUTED).pack.warnings]


def test_links_keep_their_titles_and_leave_their_sizes(tmp_path: Path) -> None:
    links = understood(tmp_path, web.AGENDA).pack.linked_papers
    assert [(link.title, link.agenda_item, link.restricted) for link in links] == [
        ("Sea Walls Survey", "2", False),
        ("Appendix 1 - Map", "2", False),
        ("Bids", "2", True),
    ]
    assert links[0].url == "https://democracy.wendshire.example/documents/s12/Sea%20Walls.pdf"


def test_minutes_on_the_page_are_minutes(tmp_path: Path) -> None:
    read_page = understood(tmp_path, web.MINUTED)
    (minutes,) = read_page.pack.minutes
    assert read_page.pack.kind == "minutes"
    assert minutes.date == date(2033, 5, 26)
    assert minutes.apologies == ("Cllr Una Hill",)
    walls = minutes.items[1]
    assert walls.resolved == ("that the report be noted.",)
    assert [action.owner for action in walls.actions] == ["AS"]
    assert any(p.kind == "minute" and "circulated" in p.text for p in read_page.passages)


@pytest.mark.parametrize(
    ("declared", "saved"),
    [("iso-8859-1", "cp1252"), ("iso-8859-1", "utf-8"), ("windows-1252", "utf-8-sig"), ("none", "cp1252")],
)
def test_a_page_is_read_whatever_encoding_it_names(tmp_path: Path, declared: str, saved: str) -> None:
    page = web.AGENDA.replace("Any other business", "Caf\u00e9s \u2013 any at \u00a35").replace(
        "utf-8", declared
    )
    if "charset" not in page:
        page = page.replace("<head>", f'<head><meta charset="{declared}">', 1)
    path = tmp_path / "page.html"
    path.write_bytes(page.encode(saved))
    assert "Caf\u00e9s \u2013 any at \u00a35" in [item.title for item in understand(read(path)).pack.agenda]


def test_a_web_archive_is_its_page(tmp_path: Path) -> None:
    archive = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://d.example/ieListDocuments.aspx\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
        "--x\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Location: https://d.example/a/page.aspx\r\n\r\n{web.AGENDA}\r\n--x--\r\n"
    ).replace("<!-- saved from", "<!-- taken from")
    pack = understood(tmp_path, archive, "page.mht").pack
    assert len(pack.agenda) == 4
    assert pack.linked_papers[0].url == "https://d.example/a/documents/s12/Sea%20Walls.pdf"


def test_the_web_service_gives_its_fields(tmp_path: Path) -> None:
    read_xml = understood(tmp_path, web.XML, "meeting.xml")
    pack = read_xml.pack
    assert (pack.format, pack.start_time, pack.venue) == ("xml", time(14, 30), "Quay House & Annex")
    assert [(x.number, x.title, x.is_heading) for x in pack.agenda] == [
        (None, "PART A", True),
        ("1", "Walls & Piers", False),
        ("2", "Harbour lease", False),
    ]
    assert pack.agenda[1].description == "To note the report."
    (minutes,) = pack.minutes
    assert (minutes.items[0].number, minutes.items[0].resolved) == ("14", ("That it be noted.",))
    assert (minutes.present, minutes.apologies) == (("Cllr Ivy Brook (Chairman)",), ("Cllr Una Hill",))
    assert pack.linked_papers[0].url == "https://d.example/documents/s1/Sea%20walls.pdf"
    assert [warning.code for warning in pack.warnings] == ["meeting-status"]


def test_a_restricted_item_stands_on_a_page_of_its_own(tmp_path: Path) -> None:
    read_xml = understood(tmp_path, web.XML, "meeting.xml")
    marked = [page for page in read_xml.pages if page.exempt]
    assert [page.number for page in marked] == [page.page for page in read_xml.pack.exempt_pages]
    assert any("secret terms" in block.text for page in marked for block in page.blocks)
    opened = [page for page in read_xml.pages if not page.exempt]
    assert not any("secret" in block.text for page in opened for block in page.blocks)
    assert not any("secret" in passage.text for passage in read_xml.passages)


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><meeting>&a;</meeting>',
        '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "aaaa">]><meeting>&a;</meeting>',
        '<?xml version="1.0"?><meeting><agendaitems>',
        '<?xml version="1.0"?><rss><item/></rss>',
    ],
)
def test_other_xml_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused) as refused:
        understood(tmp_path, text, "meeting.xml")
    assert "meeting.xml" in refused.value.text
    assert "passwd" not in refused.value.text


def test_a_page_beyond_the_bound_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "LARGEST_MARKUP", 100)
    with pytest.raises(Refused) as refused:
        understood(tmp_path, web.AGENDA)
    assert refused.value.code == "too-large"


@pytest.mark.parametrize("name", ["page.pdf", "page.txt", "page"])
def test_kinds_are_told_by_content(tmp_path: Path, name: str) -> None:
    for text, kind in ((web.AGENDA, "html"), (web.XML, "xml")):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        assert detect(path) == kind


def test_a_list_of_meetings_says_what_to_save_instead(tmp_path: Path) -> None:
    listed = "".join(
        f'<li><a href="ieListDocuments.aspx?CId=130&amp;MId={n}">{n} Jul 2033 10.00 am</a></li>'
        for n in range(5, 9)
    )
    page = f"<html><body><h1>Browse meetings</h1><h2 class=mgSubTitleTxt>Coast Committee</h2>{listed}</html>"
    with pytest.raises(Refused, match=r"list of the meetings of the Coast Committee.*8 July 2033"):
        understood(tmp_path, page)


def test_a_meeting_without_an_agenda_yet_is_a_meeting(tmp_path: Path) -> None:
    before, _, rest = web.AGENDA.partition('<table class="mgItemTable">')
    pack = understood(tmp_path, before + rest.partition("</table>")[2]).pack
    assert (pack.committee, pack.meeting_date) == ("Coast Scrutiny Committee", date(2033, 5, 26))
    assert not pack.agenda
    assert "no-agenda-yet" in {warning.code for warning in pack.warnings}


def test_numbers_a_browser_prints_are_the_items(tmp_path: Path) -> None:
    page = (
        "<html><body><main><ol class='breadcrumb'><li>Home</li><li>Meetings</li></ol><h1>Coast Committee</h1>"
        "<p>Thursday 26 May 2033 at 10.00 am, Quay House, Saltby</p><h2>Agenda</h2><ol><li>Apologies</li>"
        "<li><p>Minutes</p><p>To agree them.</p></li><li>Sea walls<ul><li>East</li><li>West</li></ul></li>"
        "<li><span>4</span> <p>Work programme</p></li></ol></main></body></html>"
    )
    agenda = understood(tmp_path, page).pack.agenda
    assert [(item.number, item.title) for item in agenda] == [
        ("1", "Apologies"),
        ("2", "Minutes"),
        ("3", "Sea walls"),
        ("4", "Work programme"),
    ]


def test_the_page_of_one_item_is_of_the_meeting_it_leads_back_to(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Agenda item - Public Questions - Wendshire</title></head><body>"
        "<h1>Agenda item</h1><h2>Public Questions</h2><ul><li><a href='ieListDocuments.aspx?MId=7'>"
        "Meeting of Coast Committee, Thursday, 26th May, 2033 10.00 am (Item 44/33)</a></li></ul>"
        "<div class='mgWordPara'><p>The deadline for questions is 5pm on 20 May 2033.</p></div></body></html>"
    )
    pack = understood(tmp_path, page).pack
    assert (pack.committee, pack.meeting_date, pack.start_time) == (
        "Coast Committee",
        date(2033, 5, 26),
        time(10),
    )
    assert [(item.number, item.title) for item in pack.agenda] == [("44/33", "Public Questions")]
    (deadline,) = pack.question_deadlines
    assert deadline.rule and deadline.rule.date == date(2033, 5, 20)


def test_a_page_without_a_day_takes_it_from_the_names_of_its_papers(tmp_path: Path) -> None:
    links = (
        "<div class='mgLinks'><a href='documents/g7/Public reports pack Thursday 26-May-2033 10.00 Coast "
        "Committee.pdf?T=10'>Agenda reports pack</a></div>"
    )
    pack = understood(
        tmp_path,
        f"<html><body><h1>Agenda</h1>{links}"
        "<table class='mgItemTable'><tr><td><p class='mgAiTitleTxt'>1. Minutes of 3 March</p></td></tr>"
        "<tr><td><p class='mgAiTitleTxt'>2. Sea walls</p></td></tr></table></body></html>",
    ).pack
    assert (pack.committee, pack.meeting_date, pack.start_time) == (
        "Coast Committee",
        date(2033, 5, 26),
        time(10),
    )


def test_a_decision_is_of_the_meeting_that_took_it(tmp_path: Path) -> None:
    page = (
        "<html><body><h1>Decision details</h1><h2>Pier repairs</h2><h3>Decision:</h3><p>Approved.</p>"
        "<p>Date of decision: 26/05/2033</p><p>Decided at meeting: <a href='#'>26/05/2033 - Coast Committee"
        "</a></p></body></html>"
    )
    pack = understood(tmp_path, page).pack
    assert (pack.kind, pack.committee, pack.meeting_date) == (
        "decision notice",
        "Coast Committee",
        date(2033, 5, 26),
    )


def test_the_web_service_names_the_body_around_the_meeting(tmp_path: Path) -> None:
    inner = web.XML.partition("?>")[2].replace(
        "<committeetitle>Coast Scrutiny Committee</committeetitle>", "", 1
    )
    named = f"<committeetitle>Coast Committee</committeetitle>{inner}"
    outer = f'<?xml version="1.0"?><answer><getmeeting>{named}</getmeeting></answer>'
    assert understood(tmp_path, outer, "meeting.xml").pack.committee == "Coast Committee"


def test_a_cell_gives_its_title_and_leaves_the_kind_and_size_of_its_file(tmp_path: Path) -> None:
    page = (
        "<html><body><h1>Meeting Details</h1><div>Coast Committee</div><div>26 May 2033 - 19:00</div>"
        "<h2>Agenda</h2><table><tr><td>1</td><td></td><td>Apologies<br>To note.</td></tr><tr><td>2</td>"
        "<td></td><td>Minutes</td></tr><tr><td>3</td><td>pdf</td><td><a>Walls report</a> (257Kb)</td>"
        "</tr></table><table><tr><td>4</td><td>pdf</td><td>Late paper</td></tr></table></body></html>"
    )
    pack = understood(tmp_path, page).pack
    assert (pack.committee, pack.start_time) == ("Coast Committee", time(19))
    titles = [(item.number, item.title) for item in pack.agenda]
    assert titles == [("1", "Apologies"), ("2", "Minutes"), ("3", "Walls report"), ("4", "Late paper")]


def test_the_labels_of_a_decision_may_stand_in_a_table(tmp_path: Path) -> None:
    page = (
        "<html><body><h1>Decision details</h1><h2>Pier repairs</h2><table><tr><th>Decision Maker:</th>"
        "<td>Director of Coasts</td></tr><tr><th>Date of decision:</th><td>26 May 2033</td></tr></table>"
        "<h3>Decision</h3><p>Approved.</p></body></html>"
    )
    pack = understood(tmp_path, page).pack
    assert (pack.committee, pack.meeting_date) == ("Director of Coasts", date(2033, 5, 26))


def test_an_issues_page_is_of_the_meeting_it_names(tmp_path: Path) -> None:
    page = (
        "<html><body><h1>Issue - meetings</h1><h2>Pier repairs</h2><div class='mgContent'>"
        "<p>Meeting: 26/05/2033 - Coast Committee (Item 34)</p><p class='mgAiTitleTxt'>34 Pier repairs</p>"
        "<div class='mgWordPara'><p>A report.</p></div><p class='mgSubItemTitleTxt'>Minutes:</p>"
        "<div class='mgWordPara'><p>It was agreed that the pier be closed.</p></div></div></body></html>"
    )
    pack = understood(tmp_path, page).pack
    assert (pack.committee, pack.meeting_date) == ("Coast Committee", date(2033, 5, 26))
    assert [(item.number, item.title) for item in pack.minutes[0].items] == [("34", "Pier repairs")]


def test_a_moment_as_programs_write_it_has_a_day_and_no_hour(tmp_path: Path) -> None:
    text = web.XML.replace("26/05/2033", "2033-05-26T00:00:00")
    pack = understood(tmp_path, text.replace("<meetingtime>2.30 pm</meetingtime>", ""), "meeting.xml").pack
    assert (pack.meeting_date, pack.start_time) == (date(2033, 5, 26), None)


def test_a_bodys_name_in_two_languages_is_read_in_english(tmp_path: Path) -> None:
    page = web.AGENDA.replace("for Coast", "for Pwyllgor Arfordir / Coast")
    assert understood(tmp_path, page).pack.committee == "Coast Scrutiny Committee"
