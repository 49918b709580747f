"""The keys of meetings: the list of them, one of them, what was said earlier, and taking papers in."""

from __future__ import annotations

from scrutiny_tui.keys import BACK, Key

MEETINGS = (
    Key("meetings.open", "enter", "open", "open", "Open the meeting: its agenda and papers.", foot=True),
    Key("meetings.import", "i", "import", "import", "Import report packs from files or folders.", foot=True),
    Key("meetings.ask", "a", "ask", "ask", "Begin a question for this meeting.", foot=True),
    Key("meetings.deadlines", "d", "deadlines", "deadlines", "The deadlines of this committee.", foot=True),
    Key(
        "meetings.why", "w", "why", "why", "Why the deadline is what it is, and what is doubtful.", foot=True
    ),
    Key("meetings.reload", "ctrl+r", "reload", "look again", "Read the meetings again from the library."),
)

MEETING = (
    Key("meeting.next", "n,],space", "turn(1)", "next item", "Turn to the next item.", True, "item"),
    Key("meeting.previous", "p,[,backspace", "turn(-1)", "previous item", "Turn back.", True, "item"),
    Key("meeting.read", "enter", "open", "read", "Read the paper, passage or question in hand.", foot=True),
    Key("meeting.earlier", "e", "earlier", "earlier", "All that was said earlier on this topic.", foot=True),
    Key("meeting.ask", "a", "ask", "ask", "Begin a question on this item.", foot=True),
    Key("meeting.note", "t", "note", "note", "Write a note on this item.", foot=True),
    Key("meeting.notes", "M", "notes", "all notes", "All your marks and notes on this meeting's papers."),
    Key(
        "meeting.brief", "b", "brief", "brief", "Your brief for the meeting, as PDF, Word or Markdown.", True
    ),
    Key("meeting.original", "o", "original", "original", "Open the original file in your viewer."),
    Key("meeting.deadlines", "d", "deadlines", "deadlines", "The deadlines of this committee."),
    Key(
        "meeting.promised", "v", "promised", "promised", "What was promised for it and is not on its agenda."
    ),
    Key("meeting.why", "w", "why", "why", "How the item's deadline was worked out.", foot=True),
    Key(
        "meeting.check", "x", "check", "to check", "What the app is not sure of in these papers, with pages."
    ),
    Key("meeting.attach", "f", "attach", "attach a file", "Put a file you have to this item."),
    Key("meeting.correct", "c", "correct", "correct", "See where each value was read, and put it right."),
    Key(
        "meeting.part",
        "tab",
        "part(1)",
        "next part",
        "Move on: agenda, papers, earlier, questions.",
        in_palette=False,
    ),
    Key("meeting.part_back", "shift+tab", "part(-1)", "part before", "Move back.", in_palette=False),
    Key(
        "meeting.down",
        "pagedown",
        "scroll_item(1)",
        "scroll down",
        "Scroll the item down.",
        in_palette=False,
        first=True,
    ),
    Key(
        "meeting.up",
        "pageup",
        "scroll_item(-1)",
        "scroll up",
        "Scroll the item up.",
        in_palette=False,
        first=True,
    ),
    BACK,
)

EARLIER = (
    Key("earlier.read", "enter", "open", "read", "Read the passage where it stands.", foot=True),
    Key("earlier.ask", "a", "ask", "ask", "Begin a question that quotes this passage.", foot=True),
    BACK,
)

BRIEF = (
    Key("brief.write", "w", "write", "write it", "Write the brief as PDF, Word or Markdown.", foot=True),
    Key(
        "brief.choose",
        "enter,m,space",
        "choose",
        "in or out",
        "Take the earlier passage under the cursor into the brief, or leave it out.",
        foot=True,
    ),
    Key("brief.best", "u", "best", "the best again", "Let the item's best passages go in again.", foot=True),
    BACK,
)

IMPORTING = (
    Key(
        "importing.start",
        "enter",
        "start",
        "import or open",
        "Import what the field names; in the lists, open the meeting, or a page that is read already.",
        foot=True,
        in_palette=False,
    ),
    Key(
        "importing.complete",
        "tab",
        "complete",
        "complete",
        "Complete the path; again, the next that fits.",
        foot=True,
    ),
    Key("importing.stop", "ctrl+g", "stop", "stop", "Stop the import. What was finished is kept.", foot=True),
    Key(
        "importing.open",
        "ctrl+o",
        "open_meeting",
        "open the meeting",
        "Open the meeting imported last.",
        foot=True,
    ),
    BACK,
)
