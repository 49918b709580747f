"""`scrutiny attach`, `fetch` and `purge` as a person types them."""

from __future__ import annotations

from pathlib import Path

from tests.importers import web
from tests.services.samples import Scrutiny

LEASE = """\
NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A

Report title: Harbour lease
Report of the Director of Coast

The tenant is Mr Barnacle and the rent is nine pounds a fathom.

Recommendations
That the committee agrees the terms.
"""


def test_a_paper_is_attached_and_shown_at_its_item(scrutiny: Scrutiny, tmp_path: Path) -> None:
    page, paper = tmp_path / "page.html", tmp_path / "walls.txt"
    page.write_text(web.AGENDA, encoding="utf-8")
    paper.write_text("North wall: 12 yards. South wall: fallen.", encoding="utf-8")
    imported = scrutiny("import", page, "--json")
    assert imported.document[0]["kind"] == "agenda"
    attached = scrutiny("attach", "2033-05-26", "2", paper)
    assert attached.status == 0, attached.err
    assert "walls.txt was added" in attached.out
    assert [hit["source"] for hit in scrutiny("search", "fallen", "--json").document] == ["walls.txt"]


def test_what_cannot_be_attached_is_said_in_one_line(scrutiny: Scrutiny, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(web.AGENDA, encoding="utf-8")
    scrutiny("import", page)
    for meeting, item, said in (("2033-05-26", "99", "No item"), ("1999-01-01", "2", "No meeting")):
        answer = scrutiny("attach", meeting, item, page)
        assert answer.status == 1
        assert said in answer.err
        assert answer.err.strip().count("\n") == 0


def test_fetch_asks_and_shows_the_server_first(scrutiny: Scrutiny, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(web.AGENDA, encoding="utf-8")
    scrutiny("import", page)
    answer = scrutiny("fetch", "2033-05-26")
    assert "Sea Walls Survey, from democracy.wendshire.example" in answer.err
    assert "Bids" not in answer.err  # the council keeps it from the public
    assert answer.out == ""


def test_purge_asks_and_then_says_what_went(scrutiny: Scrutiny, tmp_path: Path) -> None:
    lease = tmp_path / "lease.txt"
    lease.write_text(LEASE, encoding="utf-8")
    scrutiny("import", lease)
    asked = scrutiny("purge", "--exempt")
    assert "lease.txt: page 1 (NOT FOR PUBLICATION" in asked.err
    assert scrutiny("search", "Barnacle", "--json").document
    answer = scrutiny("purge", "--exempt", "--yes")
    assert "of lease.txt; the file itself was not touched." in answer.out
    assert scrutiny("search", "Barnacle", "--json").document == []
    assert lease.read_text(encoding="utf-8") == LEASE
    assert "no exempt pages" in scrutiny("purge", "--exempt", "--yes").err
