"""The keys of what is followed up: actions and promises, and the clerk's register."""

from __future__ import annotations

from scrutiny_tui.keys import BACK, Key

ACTIONS = (
    Key(
        "actions.read",
        "enter",
        "open",
        "read",
        "Open the passage under the cursor where it stands.",
        foot=True,
    ),
    Key(
        "actions.steps",
        "tab",
        "steps",
        "evidence",
        "Go between the list and the evidence.",
        foot=True,
        first=True,
    ),
    Key(
        "actions.ask",
        "a",
        "ask",
        "ask",
        "Ask about this: begin a question that quotes the promise.",
        foot=True,
    ),
    Key(
        "actions.done",
        "d",
        "mark('done')",
        "done",
        "Mark it as done, with a note; again, take that back.",
        foot=True,
    ),
    Key(
        "actions.ignore",
        "x",
        "mark('ignored')",
        "ignore",
        "Put it aside, with a note; again, take that back.",
        foot=True,
    ),
    Key(
        "actions.state",
        "s",
        "state",
        "state",
        "Show only what was kept, has gone quiet, and so on.",
        foot=True,
    ),
    Key("actions.owner", "o", "owner", "owner", "Show one owner's only."),
    Key("actions.committee", "c", "committee", "committee", "Show one committee's only."),
    Key("actions.all", "l", "everything", "all", "Show everything again."),
    BACK,
)

REGISTER = (
    Key(
        "register.take",
        "i",
        "take",
        "take in",
        "Enter the questions in a file: mail, export or text.",
        foot=True,
    ),
    Key("register.paste", "p", "paste", "paste", "Enter a question from pasted text."),
    Key("register.accept", "enter", "open", "accept", "Accept the question under the cursor.", foot=True),
    Key(
        "register.return",
        "r",
        "give_back",
        "return",
        "Return the question, with the ground for it.",
        foot=True,
    ),
    Key("register.undo", "u", "reopen", "undo", "Take the decision back.", foot=True),
    Key("register.note", "t", "note", "note", "Write a note of your own; it is in no export."),
    Key(
        "register.schedule",
        "x",
        "schedule",
        "schedule",
        "Write the schedule of questions to a file.",
        foot=True,
    ),
    Key("register.meeting", "m", "meeting", "meeting", "Show one meeting's questions only.", foot=True),
    BACK,
)

TOPICS = (
    Key("topics.read", "enter", "open", "open", "Open the topic, then its words in place.", foot=True),
    Key(
        "topics.thread",
        "tab",
        "thread",
        "line of time",
        "Go between the list and the line of time.",
        foot=True,
        first=True,
    ),
    Key("topics.ask", "a", "ask", "ask", "Begin a question that quotes the mention.", foot=True),
    Key("topics.follow", "f", "follow", "follow", "Follow the topic, or no longer.", foot=True),
    Key("topics.rename", "r", "rename", "name", "Call the topic by another name.", foot=True),
    Key("topics.merge", "m", "merge", "merge", "Put the topic to another.", foot=True),
    Key("topics.split", "x", "split", "split", "Let what a mention is about stand by itself.", foot=True),
    Key("topics.filter", "w", "filter", "only", "Show only topics whose name holds some words."),
    Key("topics.all", "l", "everything", "all", "Show all topics again."),
    Key("topics.search", "s", "search", "search", "Search everything for this topic."),
    BACK,
)
