"""The two-minute tour: its stops and their captions; it can be left and taken up."""

from __future__ import annotations

from scrutiny_tui.widgets.tour_caption import Step

STEPS = (
    Step(
        "meetings", "", "what matters today",
        "Every coming meeting stands here with the hour its questions close, and above them what matters "
        "today. <meetings.open> opens a meeting, <meetings.import> takes papers in. The arrows, j and k, the "
        "mouse: all move about.",
    ),
    Step(
        "meetings", "meeting", "a meeting",
        "The agenda at the left, the item in hand at the right: its papers, what you are asked to agree, and "
        "what was said earlier on the topic. <meeting.next> and <meeting.previous> turn the items.",
    ),
    Step(
        "meetings", "reader", "reading",
        "<meeting.read> on an item opens its papers as text. <pages.turn> turns the page, <reader.go> goes "
        "to a page of the pack, <reader.find> finds words, <reader.mark> marks a passage, and <reader.ask> "
        "asks about it.",
    ),
    Step(
        "search", "", "finding",
        "Type anything, half words and slips too: everything ever imported is searched as you type. "
        "<app.search_from_here> comes here from anywhere.",
    ),
    Step(
        "questions", "", "your questions",
        "A question is written beside its evidence and saved as you type. Nothing is sent unless you send "
        "it: submitting makes an e-mail to the clerk, Word or Markdown.",
    ),
    Step(
        "deadlines", "", "deadlines",
        "Every deadline with the sentence it was read from, the page, and the count of days. Marks say how "
        "it stands, and colours only repeat them.",
    ),
    Step(
        "actions", "", "promises",
        "What was promised, by whom, and what became of it; <app.topics> has one subject across the years.",
    ),
    Step(
        "meetings", "", "and everything else",
        "<app.help> shows the keys of the screen you are on, <app.commands> finds any action by name, "
        "<app.settings> opens the settings, <screen.back> goes back a step. This tour: <app.tour>.",
    ),
)  # fmt: skip
