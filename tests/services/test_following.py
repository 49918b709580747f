"""What became of promises, over the packs of an invented council: every outcome, and what is not claimed."""

from __future__ import annotations

from datetime import date

import pytest

from db import library
from db.models.papers import Meeting
from db.store import Store
from imports.model.agenda import AgendaItem
from imports.model.minutes import MinuteAction, MinuteItem, MinuteParagraph, Minutes
from imports.model.tables import TrackedAction, WorkProgrammeMeeting
from scrutiny_tui.services.actions import Actions
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.models.promises import TrackedPromise
from scrutiny_tui.services.today import Today
from tests.services.samples import COMMITTEE, NOW, a_pack, file_pack, some_pages

MARCH, MAY, JULY, SEPT = date(2031, 3, 6), date(2031, 5, 22), date(2031, 7, 3), date(2031, 9, 18)
FRONT = (
    AgendaItem("1", "Apologies for absence", page=1),
    AgendaItem("2", "Minutes of the previous meeting", page=1),
)


def said(day: date, *sentences: str, title: str = "WORK PROGRAMME") -> Minutes:
    parts = tuple(MinuteParagraph(f"9.{n}", text, 2) for n, text in enumerate(sentences, 1))
    return Minutes(COMMITTEE, day, items=(MinuteItem("9", title, parts, page=2),))


def agenda(*titles: str) -> tuple[AgendaItem, ...]:
    return (*FRONT, *(AgendaItem(str(n), title, page=1) for n, title in enumerate(titles, 3)))


def planned(day: date, *titles: str) -> WorkProgrammeMeeting:
    return WorkProgrammeMeeting(day, titles, 5)


def file(store: Store, day: date, **parts: object) -> None:
    pack = a_pack(f"{day}.pdf", meeting_date=day, **parts)
    file_pack(store, pack, some_pages(["x"] * 6, 40))


async def only(store: Store, words: str) -> TrackedPromise:
    found = await Actions(store, Clock(NOW)).all()
    (promise,) = [one for one in found if words in one.text]
    return promise


ASKED = "The Committee asked for a report on the sea walls at its July meeting."


async def test_what_the_agenda_it_was_promised_for_holds_is_kept(store: Store) -> None:
    file(store, MAY, minutes=(said(MARCH, ASKED),))
    file(store, JULY, agenda=agenda("Tides", "Sea Walls: the survey"))
    promise = await only(store, "sea walls")
    assert (promise.outcome, promise.state, promise.due, promise.due_on) == (
        "kept",
        "done",
        "July meeting",
        JULY,
    )
    assert [step.kind for step in promise.steps] == ["said", "agenda"]
    kept = promise.steps[1]
    assert (kept.text, kept.about, kept.source, kept.page) == (
        "4 Sea Walls: the survey",
        JULY,
        f"{JULY}.pdf",
        1,
    )
    assert (promise.steps[0].page, promise.steps[0].pack_page) == (2, 40)


async def test_what_that_agenda_does_not_hold_is_missed_and_told_of_the_meeting(store: Store) -> None:
    file(store, MAY, minutes=(said(MARCH, ASKED),))
    file(store, JULY, agenda=agenda("Tides", "Peat"))
    file(store, SEPT, agenda=agenda("Sea Walls"))
    promise = await only(store, "sea walls")
    assert (promise.outcome, promise.state) == ("missed", "unknown")
    assert [(step.kind, step.about) for step in promise.steps[1:]] == [("missing", JULY), ("agenda", SEPT)]
    assert promise.steps[1].text == "Tides; Peat"
    actions = Actions(store, Clock(NOW))
    told = {day: await actions.not_on_agenda(await meeting(store, day)) for day in (MAY, JULY, SEPT)}
    assert [one.text for one in told[JULY]] == [ASKED]
    assert told[MAY] == told[SEPT] == ()


PAPER = "The Committee asked for a report on moorings in the next Performance Report."


@pytest.mark.parametrize(
    ("titles", "outcome"), [(("Performance Report Q4",), "open"), (("Tides",), "missed")]
)
async def test_the_paper_it_was_to_stand_in_is_neither_kept_nor_missing(
    store: Store, titles: tuple[str, ...], outcome: str
) -> None:
    file(store, MAY, minutes=(said(MARCH, PAPER),), agenda=agenda(*titles))
    promise = await only(store, "moorings")
    told = await Actions(store, Clock(NOW)).not_on_agenda(await meeting(store, MAY))
    assert (promise.outcome, bool(told)) == (outcome, outcome == "missed")


async def meeting(store: Store, day: date) -> Meeting:
    return next(one for one in await store.read(library.meetings) if one.date == day)


async def test_a_title_somewhat_like_it_claims_nothing(store: Store) -> None:
    file(store, MAY, minutes=(said(MARCH, "The Committee asked for a report on domestic violence in July."),))
    file(store, JULY, agenda=agenda("Domestic Abuse"))
    assert (await only(store, "domestic")).outcome not in ("kept", "missed")


async def test_a_meeting_whose_papers_are_not_here_claims_nothing(store: Store) -> None:
    file(store, MAY, minutes=(said(MARCH, ASKED),), work_programme=(planned(JULY, "Tides"),))
    assert (await only(store, "sea walls")).outcome == "open"
    file(store, SEPT, agenda=agenda("Tides"))
    assert (await only(store, "sea walls")).outcome == "quiet"


async def test_minutes_of_the_meeting_show_it_where_its_agenda_is_not_here(store: Store) -> None:
    held = Minutes(COMMITTEE, JULY, items=(MinuteItem("21", "SEA WALLS - WHAT THE SURVEY FOUND", page=3),))
    file(store, MAY, minutes=(said(MARCH, ASKED),))
    file(store, SEPT, minutes=(held,))
    promise = await only(store, "sea walls")
    assert (promise.outcome, promise.steps[1].kind, promise.steps[1].ref) == ("kept", "minute", "21")


async def test_a_meeting_that_was_moved_a_week_is_still_the_one_meant(store: Store) -> None:
    moved = date(2031, 7, 10)
    file(store, MAY, minutes=(said(MARCH, ASKED),), work_programme=(planned(JULY, "Sea Walls"),))
    file(store, moved, agenda=agenda("Sea Walls"))
    promise = await only(store, "sea walls")
    assert (promise.outcome, promise.due_on) == ("kept", moved)


async def test_a_subject_of_the_work_programme_slips_with_each_date(store: Store) -> None:
    may = planned(MAY, "Fares – methods and update on harbour dues", "Performance Report")
    file(store, MARCH, work_programme=(may, planned(JULY, "Performance Report")))
    file(store, MAY, agenda=agenda("Tides"), work_programme=(planned(JULY, "Update on harbour dues"),))
    file(
        store,
        JULY,
        agenda=agenda("Peat"),
        work_programme=(planned(SEPT, "Update on harbour dues- being explored"),),
    )
    promise = await only(store, "harbour dues")
    days = [step.about for step in promise.steps if step.kind in ("programme", "moved")]
    assert (promise.outcome, promise.kind, days) == ("slipped", "work programme", [MAY, JULY, SEPT])
    assert {step.about for step in promise.steps if step.kind == "missing"} == {MAY, JULY}
    assert not [one for one in await Actions(store, Clock(NOW)).all() if "Performance" in one.text]


async def test_a_subject_taken_when_planned_does_not_slip_though_it_comes_again(store: Store) -> None:
    file(store, MARCH, work_programme=(planned(MAY, "Pier Pavilion"),))
    file(store, MAY, agenda=agenda("Pier Pavilion update"), work_programme=(planned(SEPT, "Pier Pavilion"),))
    assert await Actions(store, Clock(NOW)).all() == ()


@pytest.mark.parametrize("title", ["Beach huts (tbc)", "Beach huts?", "Beach huts - if available"])
async def test_what_the_programme_is_not_sure_of_is_not_missed(store: Store, title: str) -> None:
    file(store, MARCH, work_programme=(planned(MAY, title),))
    file(store, MAY, agenda=agenda("Tides"))
    actions = Actions(store, Clock(NOW))
    assert await actions.all() == ()
    assert await actions.not_on_agenda(await meeting(store, MAY)) == ()


async def test_what_the_programme_planned_and_the_agenda_leaves_out_is_told(store: Store) -> None:
    file(store, MARCH, work_programme=(planned(MAY, "Beach Huts", "Tides"),))
    file(store, MAY, agenda=agenda("Tides"))
    (missing,) = await Actions(store, Clock(NOW)).not_on_agenda(await meeting(store, MAY))
    assert (missing.text, missing.kind, missing.outcome) == ("Beach Huts", "work programme", "missed")


async def test_what_the_member_marked_is_told_as_marked_and_matters_no_more_today(store: Store) -> None:
    file(store, MARCH, work_programme=(planned(MAY, "Beach Huts", "Tides"),))
    file(store, MAY, agenda=agenda("Tides"))
    actions, may = Actions(store, Clock(NOW)), await meeting(store, MAY)
    today = Today(store, lambda: actions)
    (missing,) = await today.promised(may)
    await actions.mark(missing, "done", "came by e-mail")
    assert await today.promised(may) == ()
    (marked,) = await actions.not_on_agenda(may)
    assert (marked.mark, marked.note) == ("done", "came by e-mail")


@pytest.mark.parametrize(
    ("progress", "outcome"),
    [
        ("Completed. Sent on 1 June.", "kept"),
        ("Moved to the September meeting.", "slipped"),
        ("Awaiting a reply from the port.", "open"),
        ("See minute 14.", "reported"),
        ("The survey has begun at the harbour and goes on along the front until the money ends.", "reported"),
    ],
)
async def test_the_last_tracker_says_how_it_stands(store: Store, progress: str, outcome: str) -> None:
    action = MinuteAction("To mend the harbour lights (Action - BR)", "BR", 2, "14.7")
    minuted = Minutes(COMMITTEE, MARCH, items=(MinuteItem("14", "HARBOUR LIGHTS", actions=(action,)),))
    row = TrackedAction("HARBOUR LIGHTS -", "Mend the lights of the harbour", "Bo Reed", progress, 3)
    file(store, MAY, minutes=(minuted,), action_tracker=(row,))
    promise = await only(store, "harbour lights")
    assert (promise.outcome, promise.owner_name) == (outcome, "Bo Reed")
    assert [(step.kind, step.text) for step in promise.steps[1:]] == [("tracker", progress)]


async def test_an_action_that_points_back_is_matched_by_what_it_points_at(store: Store) -> None:
    marked = MinuteAction("The Harbour Master said a draft would be ready. (Action – BR)", "BR", 2, "9.1")
    words = f"Members asked that the Byelaw Review come to the Committee before June. {marked.text}"
    item = MinuteItem("9", "BYELAWS", (MinuteParagraph("9.1", words, 2),), (), (marked,))
    file(store, MAY, minutes=(Minutes(COMMITTEE, MARCH, items=(item,)),))
    row = TrackedAction("BYELAWS", "Byelaw Review to come to the Committee", "Bo Reed", "Deferred to July", 3)
    file(store, JULY, action_tracker=(row,))
    (promise,) = await Actions(store, Clock(NOW)).all()
    assert (promise.text, promise.outcome) == (marked.text, "slipped")


async def test_an_officers_post_is_no_subject(store: Store) -> None:
    words = "The Director of Ports and Harbours undertook to provide a report on lifeboats."
    file(store, MAY, minutes=(said(MARCH, words),))
    file(store, JULY, agenda=agenda("Ports and Harbours annual report"))
    assert (await only(store, "lifeboats")).outcome == "quiet"


async def test_what_comes_at_every_meeting_never_goes_quiet(store: Store) -> None:
    file(store, MAY, minutes=(said(MARCH, "Members asked that the fares be reported at every meeting."),))
    file(store, JULY, agenda=agenda("Tides"))
    assert (await only(store, "fares")).outcome == "open"


async def test_a_mark_stays_with_its_words_when_the_pack_is_imported_again(store: Store) -> None:
    file(store, MAY, minutes=(said(MARCH, ASKED),))
    actions = Actions(store, Clock(NOW))
    await actions.mark(await only(store, "sea walls"), "done", "  told on the stairs ")
    file_pack(
        store, a_pack(f"{MAY}.pdf", meeting_date=MAY, minutes=(said(MARCH, ASKED.replace(" at ", "  at ")),))
    )
    promise = await only(store, "sea walls")
    assert (promise.mark, promise.note) == ("done", "told on the stairs")
    await actions.mark(promise, "")
    assert (await only(store, "sea walls")).mark == ""


async def test_numbers_alone_link_nothing(store: Store) -> None:
    action = MinuteAction("To mend the harbour lights (Action - BR)", "BR", 2, "5")
    minuted = Minutes(COMMITTEE, MARCH, items=(MinuteItem("5", "HARBOUR LIGHTS", actions=(action,)),))
    file(store, MAY, minutes=(minuted,), agenda=(AgendaItem("5", "Peat", page=1),))
    file(store, JULY, action_tracker=(TrackedAction("Peat 5", "Item 5: dig ditches", "KH", "Completed", 2),))
    assert (await only(store, "harbour lights")).outcome == "quiet"
