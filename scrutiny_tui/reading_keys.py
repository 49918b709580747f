"""The keys of reading: moving about the pages, what is done with a passage, searching."""

from __future__ import annotations

from scrutiny_tui.keys import BACK, Key

PAGES = (
    Key(
        "pages.turn",
        "space,pagedown",
        "turn(1)",
        "page",
        "Turn to the next screenful.",
        foot=True,
        in_palette=False,
    ),
    Key("pages.turn_back", "b,pageup", "turn(-1)", "page back", "Turn back a screenful.", in_palette=False),
    Key(
        "pages.down",
        "down,j",
        "step(1)",
        "line down",
        "Move the reading cursor down a line.",
        in_palette=False,
    ),
    Key("pages.up", "up,k", "step(-1)", "line up", "Move the reading cursor up a line.", in_palette=False),
    Key(
        "pages.next_passage",
        "}",
        "step_passage(1)",
        "next passage",
        "Go to the next passage.",
        in_palette=False,
    ),
    Key(
        "pages.last_passage",
        "{",
        "step_passage(-1)",
        "passage before",
        "Go a passage back.",
        in_palette=False,
    ),
    Key(
        "pages.right",
        "right,l",
        "shift(8)",
        "table right",
        "Move a table too wide for the screen to the left.",
        in_palette=False,
    ),
    Key("pages.left", "left,h", "shift(-8)", "table left", "Move a table back.", in_palette=False),
    Key(
        "pages.first",
        "home",
        "go_to_end(-1)",
        "first page",
        "Go to the document's first line.",
        in_palette=False,
    ),
    Key(
        "pages.last",
        "end,G",
        "go_to_end(1)",
        "last page",
        "Go to the document's last line.",
        in_palette=False,
    ),
)

EARLY = (
    Key(
        "early.open",
        "enter",
        "open_filed",
        "open when filed",
        "Once the pack is filed, open it in the reader at this page, with headings, notes and search.",
        foot=True,
    ),
    BACK,
)
READER = (
    Key("reader.next_heading", "]", "heading(1)", "next heading", "Go to the next heading."),
    Key("reader.last_heading", "[", "heading(-1)", "heading before", "Go a heading back."),
    Key(
        "reader.go",
        "g",
        "go_to_page",
        "go to",
        "Go to a page by the pack's number; g again to the first.",
        foot=True,
    ),
    Key(
        "reader.find",
        "f",
        "find",
        "find",
        "Find words in this document; n and N step through them.",
        foot=True,
        first=True,
    ),
    Key("reader.next_hit", "n", "next_hit(1)", "next hit", "Go to the next place found."),
    Key("reader.last_hit", "N", "next_hit(-1)", "hit before", "Go to the place found before."),
    Key("reader.ask", "a", "ask", "ask", "Begin a question with this passage quoted.", foot=True),
    Key("reader.quote", "e", "quote", "quote", "Quote this passage in a question already begun."),
    Key("reader.mark", "m", "mark", "mark", "Mark this passage; again, take the mark away.", foot=True),
    Key("reader.note", "t", "note", "note", "Write a note on this passage.", foot=True),
    Key("reader.notes", "M", "notes", "all notes", "All marks and notes on this meeting's papers."),
    Key("reader.copy", "y", "copy", "copy", "Copy this passage with its citation."),
    Key(
        "reader.explain",
        "x",
        "explain",
        "explain",
        "Explain this passage's acronyms, from its own pack first.",
    ),
    Key(
        "reader.follow",
        "enter",
        "follow",
        "follow link",
        "Follow an address in this passage, after showing it; open what changed it.",
    ),
    Key(
        "reader.picture", "v", "picture", "picture", "Show this page as it looks, charts and maps too.", True
    ),
    Key("reader.original", "o", "original", "original", "Open the original at this page.", foot=True),
    Key("reader.contents", "c", "contents", "contents", "Show or hide the headings."),
    Key(
        "reader.as_printed",
        "#",
        "as_printed",
        "as printed",
        "Show the file's page numbers and running lines.",
    ),
    Key("reader.back", "escape", "back", "back", "Go back one step; the place is kept.", foot=True),
)

NOTES = (
    Key("notes.read", "enter", "open", "read", "Read on at these words.", foot=True),
    Key("notes.find", "f", "find", "find", "Find words in these notes and the words they are on.", foot=True),
    Key("notes.note", "t", "note", "note", "Write or change the note.", foot=True),
    Key("notes.erase", "x", "erase", "take away", "Take the note or mark away.", foot=True),
    Key("notes.restore", "u", "restore", "undo", "Bring back what was taken away last."),
    Key("notes.copy", "y", "copy", "copy", "Copy the words with their citation.", foot=True),
    Key(
        "notes.every", "w", "every", "every meeting", "Every meeting's notes, or this one's again.", foot=True
    ),
    Key(
        "notes.export",
        "e",
        "export",
        "write out",
        "Write the notes shown to a file, with citations.",
        foot=True,
    ),
    Key("notes.back", "escape", "back", "back", "Go back one step.", foot=True),
)

PICTURE = (
    Key("picture.down", "down,j", "pan(0,1)", "down", "Move down the page, then on to the next.", foot=True),
    Key("picture.up", "up,k", "pan(0,-1)", "up", "Move up the page, then back to the one before."),
    Key("picture.right", "right,l", "pan(1,0)", "right", "Move to the right."),
    Key("picture.left", "left,h", "pan(-1,0)", "left", "Move to the left."),
    Key("picture.nearer", "plus,equals_sign", "zoom(1)", "nearer", "Come nearer.", foot=True),
    Key("picture.further", "minus", "zoom(-1)", "further", "Go back.", foot=True),
    Key("picture.first", "0", "zoom(0)", "whole", "See the page as at first.", foot=True),
    Key("picture.next", "n,space,pagedown", "turn(1)", "next page", "Turn to the next page.", foot=True),
    Key("picture.previous", "p,b,pageup", "turn(-1)", "page back", "Turn back a page.", foot=True),
    Key("picture.original", "o", "original", "original", "Open the original at this page.", foot=True),
    Key("picture.back", "escape,v", "app.back", "back", "Back to the text.", foot=True),
)

FIND_BAR = (
    Key(
        "find.keep",
        "enter",
        "keep",
        "keep",
        "Go on reading, with what was found marked.",
        foot=True,
        first=True,
    ),
    Key("find.leave", "escape", "leave", "give up", "Go back to where one was.", foot=True, first=True),
)

SEARCH = (
    Key("search.open", "enter", "open", "open", "Read on at this passage.", foot=True),
    Key(
        "search.preview",
        "tab",
        "preview",
        "preview",
        "Show the whole passage beside the list, or hide it.",
        foot=True,
        first=True,
    ),
    Key("search.committee", "f2,c", "committee", "committee", "Only one committee's papers.", foot=True),
    Key("search.years", "f3,y", "years", "years", "Only what was said in some years.", foot=True),
    Key("search.kind", "f4,t", "kind", "kind", "Only minutes, reports, actions ...", foot=True),
    Key("search.clear", "f6,x", "clear", "clear filters", "Take all filters away."),
    Key("search.ask", "a", "ask", "ask", "Begin a question that quotes this passage.", foot=True),
    Key("search.back", "escape", "back", "back", "Go back one step; the search stays as it is.", foot=True),
)

SEARCH_FIELD = (
    Key(
        "search.enter",
        "enter",
        "screen.enter",
        "open",
        "Open the first passage.",
        in_palette=False,
        first=True,
    ),
    Key(
        "search.down",
        "down",
        "screen.to_list",
        "to the list",
        "Go to what was found.",
        in_palette=False,
        first=True,
    ),
)
