"""Pages set from where their words stand: hung numbers, wrapped rows, drawings, headings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from imports.layout.titles import MINUTE, PAPER, Titles
from tests.importers.printed_pages import PROSE, blocks, printed, texts


def test_a_hung_number_and_its_lines_are_one_paragraph() -> None:
    (found,) = blocks(
        [
            printed(100, (57, "2."), (97, "Winter care"), size=12, bold=True),
            printed(123, (57, "2.1"), (97, PROSE[0])),
            printed(137, (97, PROSE[1])),
            printed(151, (97, "Drivers were thanked.")),
            printed(173, (57, "2.2"), (97, PROSE[0])),
            printed(187, (97, PROSE[1])),
        ]
    )
    assert [(b.kind, b.level if b.kind == "heading" else 0, b.text) for b in found] == [
        ("heading", 2, "2. Winter care"),
        ("paragraph", 0, f"2.1 {PROSE[0]} {PROSE[1]} Drivers were thanked."),
        ("paragraph", 0, f"2.2 {PROSE[0]} {PROSE[1]}"),
    ]


def test_a_mark_on_its_own_line_goes_with_its_text() -> None:
    (found,) = blocks(
        [
            printed(100, (57, "(a)")),
            printed(
                119,
                (57, "DECLARATIONS – Members are asked to declare what they own in the lanes of the hills"),
            ),
            printed(133, (57, "and in the verges beside them.")),
            printed(155, (57, "7.")),
            printed(177, (57, "GRITTING"), bold=True),
            printed(199, (57, "7.1")),
            printed(221, (57, "Officers said that salt was dear.")),
        ]
    )
    assert texts(found) == [
        (
            "item",
            "(a) DECLARATIONS – Members are asked to declare what they own in the lanes of the hills "
            "and in the verges beside them.",
        ),
        ("heading", "7. GRITTING"),
        ("paragraph", "7.1 Officers said that salt was dear."),
    ]


def test_a_line_that_stopped_short_ended_its_paragraph() -> None:
    (found,) = blocks(
        [
            printed(100, (57, "Report to: Roads Scrutiny Committee, 9 March 2023")),
            printed(
                114, (57, "Report of: Una Reed, who has looked after the lanes for longer than anyone else")
            ),
            printed(128, (57, "Cabinet Member: Cllr Frost")),
            printed(150, (57, PROSE[0] + " that was a")),
            printed(164, (57, "Tuesday.")),
        ]
    )
    assert [text for _, text in texts(found)] == [
        "Report to: Roads Scrutiny Committee, 9 March 2023",
        "Report of: Una Reed, who has looked after the lanes for longer than anyone else",
        "Cabinet Member: Cllr Frost",
        PROSE[0] + " that was a Tuesday.",
    ]


def test_a_table_keeps_wrapped_heads_and_cells_in_their_row() -> None:
    (found,) = blocks(
        [
            printed(100, (63, "Lane"), (257, "2022/23"), (331, "Of which"), size=9.5, bold=True),
            printed(112, (340, "steep"), size=9.5, bold=True),
            printed(130, (63, "Hill Lane"), (270, "9"), (350, "3"), size=9.5),
            printed(148, (63, "Long Lane in the parish"), (270, "37"), (350, "2"), size=9.5),
            printed(160, (63, "of Upper Wold"), size=9.5),
            printed(178, (63, "Total"), (270, "46"), (350, "5"), size=9.5),
            printed(220, (57, "3.2"), (97, PROSE[0])),
            printed(234, (97, PROSE[1])),
        ]
    )
    assert found[0].rows == (
        ("Lane", "2022/23", "Of which steep"),
        ("Hill Lane", "9", "3"),
        ("Long Lane in the parish of Upper Wold", "37", "2"),
        ("Total", "46", "5"),
    )
    assert texts(found[1:]) == [("paragraph", f"3.2 {PROSE[0]} {PROSE[1]}")]


def test_rows_set_close_stay_rows_and_figures_never_join() -> None:
    (found,) = blocks(
        [
            printed(100, (57, "Salt"), (257, "12"), (331, "13")),
            printed(113, (57, "Grit"), (257, "4"), (331, "5")),
            printed(126, (257, "16"), (331, "18")),
            printed(139, (57, "Sand"), (257, "1"), (331, "1")),
        ]
    )
    assert found[0].rows == (("Salt", "12", "13"), ("Grit", "4", "5"), ("", "16", "18"), ("Sand", "1", "1"))


def test_a_front_sheet_is_one_table() -> None:
    (found,) = blocks(
        [
            printed(100, (57, "1"), (89, "Apologies"), (419, "Una Reed"), bold=True),
            printed(
                121,
                (57, "2"),
                (89, "Winter Care of the Lanes and of the"),
                (419, "Theo Frost/Una"),
                bold=True,
            ),
            printed(135, (89, "Verges (Pages 9 -"), (419, "Reed"), bold=True),
            printed(149, (89, "10)"), bold=True),
            printed(167, (89, "To note the report.")),
            printed(188, (57, "3"), (89, "Please send in questions by noon"), bold=True),
            printed(209, (57, "4"), (89, "Forward Plan"), (419, "Una Reed"), bold=True),
            printed(240, (57, "Membership – Cllr Una Reed, Cllr Theo Frost")),
        ]
    )
    assert found[0].rows == (
        ("1", "Apologies", "Una Reed"),
        ("2", "Winter Care of the Lanes and of the Verges (Pages 9 - 10)", "Theo Frost/Una Reed"),
        ("", "To note the report.", ""),
        ("3", "Please send in questions by noon", ""),
        ("4", "Forward Plan", "Una Reed"),
    )
    assert texts(found[1:]) == [("paragraph", "Membership – Cllr Una Reed, Cllr Theo Frost")]


def test_a_name_beside_a_bold_title_goes_on_below_it() -> None:
    (found,) = blocks(
        [
            printed(100, (57, "6"), (88, "Gritting of lanes and hills"), (400, "Una Reed,"), bold=True),
            printed(113, (88, "in winter"), (400, "Professor Ada"), bold=True),
            printed(126, (400, "Stone")),
            printed(148, (57, "7"), (88, "Salt"), (400, "Jo Hill"), bold=True),
        ]
    )
    assert found[0].rows == (
        ("6", "Gritting of lanes and hills in winter", "Una Reed, Professor Ada Stone"),
        ("7", "Salt", "Jo Hill"),
    )


def test_a_drawings_words_are_one_quiet_paragraph() -> None:
    (found,) = blocks(
        [
            printed(100, (57, PROSE[0])),
            printed(114, (57, PROSE[1])),
            printed(300, (150, "Autumn"), (290, "Spring"), size=8),
            printed(290, (88, "0"), size=8),
            printed(250, (83, "10"), size=8),
            printed(210, (83, "20"), size=8),
            printed(320, (150, "2021/22"), (290, "2022/23"), size=8),
            printed(350, (57, "1.2"), (97, PROSE[0])),
        ]
    )
    assert texts(found) == [
        ("paragraph", f"{PROSE[0]} {PROSE[1]}"),
        ("paragraph", "Autumn · Spring · 0 · 10 · 20 · 2021/22 · 2022/23"),
        ("paragraph", f"1.2 {PROSE[0]}"),
    ]


def test_known_titles_lead_and_labels_stay_out_of_the_outline() -> None:
    page = [
        printed(80, (57, "ROADS SCRUTINY"), size=15, bold=True),
        printed(98, (57, "COMMITTEE"), size=15, bold=True),
        printed(130, (57, "PRESENT"), bold=True),
        printed(152, (57, "MEMBERSHIP:"), bold=True),
        printed(174, (57, "12."), (97, "PLEASE SEND IN QUESTIONS ON THE LANES"), bold=True),
        printed(188, (97, "BY NOON ON MONDAY"), bold=True),
        printed(210, (57, "12.1"), (97, PROSE[0])),
        printed(224, (97, PROSE[1])),
        printed(246, (97, "Resolved"), bold=True),
        printed(268, (97, "That it be noted.")),
    ]
    titles = Titles(
        {
            1: (
                ("Roads Scrutiny Committee", PAPER),
                ("PLEASE SEND IN QUESTIONS ON THE LANES BY NOON ON MONDAY", MINUTE),
            )
        },
        frozenset((1, n) for n in range(len(page))),
    )
    (found,) = blocks(page, titles=titles)
    assert [(b.level, b.text) for b in found if b.kind == "heading"] == [
        (1, "ROADS SCRUTINY COMMITTEE"),
        (4, "PRESENT"),
        (4, "MEMBERSHIP:"),
        (2, "12. PLEASE SEND IN QUESTIONS ON THE LANES BY NOON ON MONDAY"),
        (4, "Resolved"),
    ]


def test_a_bold_heading_may_wrap_and_a_bold_sentence_is_none() -> None:
    (found,) = blocks(
        [
            printed(80, (57, "2. Winter care of the lanes that lead to the"), bold=True),
            printed(94, (57, "farms"), bold=True),
            printed(116, (57, PROSE[0])),
            printed(130, (57, PROSE[1])),
            printed(152, (57, "That the minutes of the meeting held in the hills be approved as"), bold=True),
            printed(166, (57, "correct and signed by the Chair."), bold=True),
        ]
    )
    assert texts(found) == [
        ("heading", "2. Winter care of the lanes that lead to the farms"),
        ("paragraph", f"{PROSE[0]} {PROSE[1]}"),
        (
            "paragraph",
            "That the minutes of the meeting held in the hills be approved as "
            "correct and signed by the Chair.",
        ),
    ]


def test_a_title_behind_its_label_stands_alone() -> None:
    titles = Titles({1: (("Winter Care of Lanes", PAPER),)})
    (found,) = blocks([printed(80, (57, "Report title: Winter Care of Lanes"))], titles=titles)
    assert [(b.kind, b.level, b.text) for b in found] == [
        ("paragraph", 1, "Report title:"),
        ("heading", 1, "Winter Care of Lanes"),
    ]


def test_a_minutes_title_may_follow_its_number_over_a_page() -> None:
    titles = Titles({1: (("GRITTING", MINUTE),)})
    found = blocks(
        [printed(700, (57, "12."))],
        [printed(80, (57, "GRITTING")), printed(102, (57, PROSE[0]))],
        titles=titles,
    )
    assert [(b.kind, b.level, b.text) for b in found[1]][:1] == [("heading", 2, "GRITTING")]


def test_a_poster_has_no_headings() -> None:
    words = ("SALT", "GRITTING", "LANES", "HILLS", "VERGES", "HEDGES", "BRIDGES", "FORDS", "CULVERTS")
    lines = [
        line
        for n, word in enumerate(words)
        for line in (
            printed(80 + 60 * n, (57, word), bold=True),
            printed(102 + 60 * n, (57, "is what the parish")),
            printed(115 + 60 * n, (57, "asked the council about.")),
        )
    ]
    (found,) = blocks(lines)
    assert [b.text for b in found if b.kind == "heading"] == list(words)
    assert {b.level for b in found if b.kind == "heading"} == {4}
    (found,) = blocks(lines[:9])
    assert {b.level for b in found if b.kind == "heading"} == {3}


CELLS = st.lists(
    st.tuples(st.sampled_from((57.0, 97.0, 250.0, 419.0)), st.text("ab1A2. (%", min_size=1, max_size=14)),
    min_size=1,
    max_size=4,
    unique_by=lambda cell: cell[0],
)


@given(st.lists(st.tuples(CELLS, st.sampled_from((8.0, 11.0, 15.0)), st.booleans()), max_size=16))
def test_no_place_on_the_page_loses_a_word(rows: list[tuple[list[tuple[float, str]], float, bool]]) -> None:
    lines = [
        printed(90 + 17 * n, *sorted(cells), size=size, bold=bold)
        for n, (cells, size, bold) in enumerate(rows)
        if all(text.strip() for _, text in cells)
    ]
    (found,) = blocks(lines)
    assert sorted("".join(b.text for b in found).translate(_PLAIN)) == sorted(
        "".join(line.text for line in lines).translate(_PLAIN)
    )


_PLAIN = dict.fromkeys(map(ord, " \t\n·"))
