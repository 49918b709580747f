"""The items a sentence names, and whose questions it is about."""

from __future__ import annotations

import pytest

from imports.deadlines.scope import named_items, spoken_scope
from imports.model.agenda import AgendaItem

AGENDA = tuple(AgendaItem(number, "Weirs") for number in ("2", "3", "4", "5", "6a", "6b", "7"))


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("Questions on items 3 to 4", ("3", "4")),
        ("Questions on items 3-5", ("3", "4", "5")),
        ("Questions on items 3 – 5 and 7", ("3", "4", "5", "7")),
        ("Questions on items 4, 2 and 4", ("4", "2")),
        ("Questions on items 5 to 6b", ("5", "6a", "6b")),
        ("Questions on items 1 to 3", ("2", "3")),
        ("Questions on items 1 to 12", ("2", "3", "4", "5", "7")),
        ("Questions on items 8 to 12", ()),
        ("Questions on item 9", ()),
        ("Reports on items 3 to 5", ()),
    ],
)
def test_items_are_named_one_by_one_and_from_one_to_another(words: str, items: tuple[str, ...]) -> None:
    assert named_items(words, AGENDA) == items


@pytest.mark.parametrize(
    ("texts", "scope"),
    [
        (("Questions to the members of the committee from the public",), "public questions"),
        (("Members of the public may ask questions to the Cabinet Member",), "public questions"),
        (("Members may ask a question of the Chair",), "members' questions"),
        (("Questions by the public and members",), "all"),
        (("A question may be asked by a member of the public or a member of Council",), "all"),
        (("Questions are welcome", "Public Questions"), "public questions"),
        (("Members' questions are due", "Public Questions"), "members' questions"),
        (("Questions from members of the public and councillors", "Public Questions"), "all"),
        (("Questions are welcome",), "all"),
    ],
)
def test_the_first_text_that_says_whose_questions_decides(texts: tuple[str, ...], scope: str) -> None:
    assert spoken_scope(*texts) == scope
