"""The keys of asking: the list of questions, and the question one writes.

Where text is typed only keys are used that terminals pass on: control keys, and function keys beside them.
"""

from __future__ import annotations

from scrutiny_tui.keys import BACK, Key

QUESTIONS = (
    Key("questions.open", "enter", "open", "write on", "Open the question beside its evidence.", foot=True),
    Key("questions.export", "e", "export", "export", "Write the questions shown to a file.", foot=True),
    Key(
        "questions.state",
        "s",
        "state",
        "state",
        "Show only drafts, only submitted ones, and so on.",
        foot=True,
    ),
    Key(
        "questions.delete",
        "d,delete",
        "delete",
        "delete",
        "Put the question away; u brings it back.",
        foot=True,
    ),
    Key("questions.undo", "u", "undo", "undo", "Bring back the question put away last.", foot=True),
    Key(
        "questions.supplementary",
        "n",
        "supplementary",
        "supplementary",
        "Begin a question arising from the answer.",
    ),
    Key("questions.ask", "a", "ask", "ask", "Begin a question for a coming meeting.", foot=True),
    BACK,
)

QUESTION = (
    Key(
        "question.submit",
        "ctrl+d,f5",
        "submit",
        "submit",
        "Submit: keep these words and the time, and send.",
        foot=True,
        first=True,
    ),
    Key(
        "question.ready",
        "ctrl+r,f4",
        "ready",
        "ready",
        "Say that it is ready; again, that it is a draft.",
        foot=True,
        first=True,
    ),
    Key(
        "question.export",
        "ctrl+o,f8",
        "export",
        "export",
        "Write the question to a file.",
        foot=True,
        first=True,
    ),
    Key(
        "question.evidence",
        "ctrl+l,f2",
        "evidence",
        "evidence",
        "Go between the text and its evidence.",
        foot=True,
        first=True,
    ),
    Key(
        "question.answer",
        "ctrl+g,f9",
        "answer",
        "answer",
        "Keep the answer received, and how far it answers.",
        foot=True,
        first=True,
    ),
    Key(
        "question.template",
        "f7",
        "template",
        "template",
        "Begin from a question scrutiny usually asks; tab goes from blank to blank.",
        foot=True,
        first=True,
    ),
    Key(
        "question.editor",
        "f12",
        "editor",
        "own editor",
        "Write on in your own editor ($VISUAL or $EDITOR).",
        first=True,
    ),
    Key(
        "question.supplementary",
        "ctrl+n,f3",
        "supplementary",
        "supplementary",
        "Begin a question arising from the answer.",
    ),
    Key(
        "question.address",
        "ctrl+t",
        "address",
        "address",
        "Say whom it is for; again, choose a name.",
        first=True,
    ),
    Key(
        "question.history",
        "f6",
        "history",
        "history",
        "Show its steps, answer and earlier words; enter brings words back.",
        first=True,
    ),
    Key(
        "question.withdraw",
        "shift+f5",
        "withdraw",
        "withdraw",
        "Withdraw the question; ctrl+r makes it a draft again.",
        first=True,
    ),
    Key("question.back", "escape", "back", "back", "Go back one step; every word is kept.", foot=True),
)

EVIDENCE = (
    Key(
        "evidence.remove",
        "x,delete",
        "screen.unquote",
        "take away",
        "Take the quotation away; u brings it back.",
    ),
    Key("evidence.undo", "u", "screen.requote", "undo", "Bring back the quotation taken away last."),
    Key("evidence.open", "enter", "screen.open", "read", "Read on at these words.", in_palette=False),
)
