"""What the member wrote: questions, notes, reading places, deadlines the clerk gave."""

from __future__ import annotations

from db.desk.corrections import add_correction, corrections, move_meeting, withdraw_correction
from db.desk.deadlines import (
    committee_rule,
    committee_rules,
    deadline_overrides,
    forget_rule,
    override_deadline,
    override_history,
    save_rule,
    withdraw_override,
)
from db.desk.evidence import add_evidence, evidence_for, remove_evidence
from db.desk.followed import mark_promise, promise_marks, quote_key
from db.desk.kept import keep_passage, kept_passages, let_passage_go
from db.desk.notes import add_note, change_note, delete_note, noted_meetings, notes, restore_note
from db.desk.questions import (
    create_question,
    delete_question,
    question,
    questions,
    record_answer,
    restore_question,
    revisions,
    save_addressee,
    save_text,
    set_state,
    submit_question,
)
from db.desk.reading import (
    carry_over,
    item_in_hand,
    mark_read,
    pages_read,
    reading_began,
    reading_place,
    save_item,
    save_place,
)
from db.desk.register import decide, enter, note_received, received, register
from db.desk.topics import TopicEdits, follow_topic, join_topics, name_topic, part_topic, topic_edits
from db.desk.versions import keep_version, steps, versions

__all__ = [
    "TopicEdits",
    "add_correction",
    "add_evidence",
    "add_note",
    "carry_over",
    "change_note",
    "committee_rule",
    "committee_rules",
    "corrections",
    "create_question",
    "deadline_overrides",
    "decide",
    "delete_note",
    "delete_question",
    "enter",
    "evidence_for",
    "follow_topic",
    "forget_rule",
    "item_in_hand",
    "join_topics",
    "keep_passage",
    "keep_version",
    "kept_passages",
    "let_passage_go",
    "mark_promise",
    "mark_read",
    "move_meeting",
    "name_topic",
    "note_received",
    "noted_meetings",
    "notes",
    "override_deadline",
    "override_history",
    "pages_read",
    "part_topic",
    "promise_marks",
    "question",
    "questions",
    "quote_key",
    "reading_began",
    "reading_place",
    "received",
    "record_answer",
    "register",
    "remove_evidence",
    "restore_note",
    "restore_question",
    "revisions",
    "save_addressee",
    "save_item",
    "save_place",
    "save_rule",
    "save_text",
    "set_state",
    "steps",
    "submit_question",
    "topic_edits",
    "versions",
    "withdraw_correction",
    "withdraw_override",
]
