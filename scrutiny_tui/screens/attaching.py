"""Getting the paper an item lacks: from a file the member has, or from its address on the member's word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.screen import Screen

from scrutiny_tui.literal import line, lines, literal, say
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.fetching import LARGEST, host_of
from scrutiny_tui.widgets.link_dialog import follow
from scrutiny_tui.widgets.path_dialog import PathDialog
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog

if TYPE_CHECKING:
    from db.models.papers import AgendaItem, Meeting
    from imports.model.agenda import LinkedPaper
    from scrutiny_tui.screens.meeting_services import AttachingService

_FILE, _FETCH, _BROWSER = "file", "fetch", "browser"


async def get_linked(
    screen: Screen[Any], attaching: AttachingService, meeting: Meeting, link: LinkedPaper
) -> bool:
    """Show where a linked paper lies and get it as the member says; whether it is in the library then.

    Args:
        screen: where to ask; called from one of its workers.
        attaching: takes the paper in.
        meeting: whose link.
        link: the paper.
    """
    try:
        host, wrong = host_of(link.url), ""
    except ServiceError as error:
        host, wrong = "", str(error)
    chosen = await screen.app.push_screen_wait(_ways(link, host, wrong))
    if chosen == _FILE:
        return await _attach(screen, attaching, meeting, link.url, link.title)
    if chosen == _BROWSER:
        say(screen, follow(screen.app, link.url))
    if chosen != _FETCH:
        return False
    say(screen, f"Downloading from {host}. Leaving this meeting stops it.")
    try:
        file = await attaching.fetch(meeting, link)
    except ServiceError as error:
        say(screen, str(error), "error")
        return False
    say(screen, file.text)
    return True


async def attach_to(
    screen: Screen[Any], attaching: AttachingService, meeting: Meeting, item: AgendaItem
) -> bool:
    """Ask for a file and put it to an item; whether it is in the library then."""
    name = (item.number or "").strip(" .") or item.title
    return await _attach(screen, attaching, meeting, name, item.title)


async def _attach(
    screen: Screen[Any], attaching: AttachingService, meeting: Meeting, name: str, title: str
) -> bool:
    asking = PathDialog("Attach a file", literal(f"Your copy of: {title}"))
    path = await screen.app.push_screen_wait(asking)
    if path is None:
        return False
    say(screen, f"Reading {path.name}.")
    try:
        file = await attaching.attach(meeting, name, path)
    except ServiceError as error:
        say(screen, str(error), "error")
        return False
    say(screen, file.text)
    return True


def _ways(link: LinkedPaper, host: str, wrong: str) -> ChoiceDialog:
    words = [
        line(link.title, "bold"),
        literal(link.url, "$text-muted"),
        Content("The agenda only links to this paper. Nothing is asked for until you choose."),
    ]
    if link.restricted:
        words.insert(1, Content.styled("✕ The council says it is not public.", "$warning"))
    choices: list[tuple[str, Content]] = [(_FILE, Content(" Attach a file you have"))]
    if host and not link.restricted:
        bound = literal(f"   over the network, at most {LARGEST >> 20} MB", "$text-muted")
        choices.append((_FETCH, lines((literal(f" Download it from {host}"), bound))))
    if host:
        choices.append((_BROWSER, Content(" Open the address in your browser, or copy it")))
    else:
        words.append(literal(f"! {wrong}", "$warning"))
    return ChoiceDialog("A paper that is linked to", lines(words), choices)
