"""Setting pages in lines: nothing is lost, nothing is too wide, every word keeps its offset."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from imports.model.reading import Block, ReadPage
from scrutiny_tui.widgets.columns import cell_starts, column_widths
from scrutiny_tui.widgets.line_drawing import shown, whole_figures
from scrutiny_tui.widgets.links import addresses
from scrutiny_tui.widgets.spots import (
    Spot,
    line_of,
    locate,
    readable,
    sought,
    spot_of,
    spot_of_standard_line,
    standard_line,
)
from scrutiny_tui.widgets.typeset import Beside, Measure, Piece, Remark, SetLine, set_page
from scrutiny_tui.widgets.wrapping import wrap

MEASURE = Measure(40, 60)
TEXTS = st.text(st.sampled_from("ab cd \t\n委é—[]"), max_size=120)


def page(*blocks: Block, **more: object) -> ReadPage:
    return ReadPage(3, 1, blocks, **more)  # type: ignore[arg-type]


def texts(lines: tuple[SetLine, ...]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


@given(TEXTS, st.integers(2, 30), st.integers(2, 30))
def test_wrapping_loses_no_word_and_fits(text: str, width: int, first: int) -> None:
    lines = wrap(text, width, first)
    assert "".join("".join(text[start:end] for start, end in lines).split()) == "".join(text.split())
    for count, (start, end) in enumerate(lines):
        assert cell_len(shown(text[start:end])) <= (width if count else first)


@given(st.text(st.sampled_from("aab c-\n\t\xa0 ’é"), max_size=80), st.integers(2, 16), st.integers(2, 16))
def test_text_of_even_letters_is_divided_as_any_other(text: str, width: int, first: int) -> None:
    wide = "\n委"
    assert wrap(text, width, first) == wrap(text + wide, width, first)[:-1]


def test_no_letter_is_taken_for_narrower_than_it_is() -> None:
    for letter in filter(str.isprintable, map(chr, range(0x21, 0x3200))):
        text = letter * 12
        assert all(cell_len(text[start:end]) <= 5 for start, end in wrap(text, 5)), hex(ord(letter))


def test_words_stay_whole_where_they_fit() -> None:
    text = "The sea wall was inspected"
    assert [text[start:end] for start, end in wrap(text, 12)] == ["The sea wall", "was", "inspected"]


def test_numbered_paragraphs_and_items_hang() -> None:
    text = "14.7 " + "Members asked about the sea wall. " * 4
    lines = [line for line in set_page(page(Block("paragraph", text)), MEASURE) if line.kind == "paragraph"]
    assert lines[0].pieces[0].column == 0
    assert {line.pieces[0].column for line in lines[1:]} == {5}
    item = set_page(page(Block("item", "• " + "a word " * 20, level=2)), MEASURE)
    assert [line.pieces[0].column for line in item if line.kind == "item"][:2] == [2, 4]


def test_names_stand_close_below_each_other_and_a_number_apart() -> None:
    words = ("10", "Cllr Una Reed", "Cllr Jo Hill", "They met at ten.", "Jo")
    set_as = texts(set_page(page(*(Block("paragraph", text) for text in words)), MEASURE))[1:-1]
    assert set_as == ["10", "", "Cllr Una Reed", "Cllr Jo Hill", "", "They met at ten.", "", "Jo"]


def test_a_year_or_an_article_at_the_beginning_does_not_hang() -> None:
    for text in ("2031 " + "was a year of storms " * 5, "A " + "member asked about it " * 5):
        lines = [
            line for line in set_page(page(Block("paragraph", text)), MEASURE) if line.kind == "paragraph"
        ]
        assert {line.pieces[0].column for line in lines} == {0}


def test_tables_stand_in_columns_with_their_head_underlined() -> None:
    rows = (("Quarter", "Inspections made"), ("Q1", "14"), ("Q2", "9"))
    block = Block("table", "\n".join("\t".join(row) for row in rows), rows=rows)
    lines = [line for line in set_page(page(block), MEASURE) if line.block == 0]
    assert [line.kind for line in lines] == ["head", "divide", "table", "table"]
    ends = {line.width for line in lines}
    assert ends == {25}, "figures and their head stand to the right"


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=1, max_size=5), st.integers(20, 80))
def test_every_cell_of_a_table_is_shown_where_the_text_has_it(rows: list[list[str]], room: int) -> None:
    cells = tuple(tuple(row) for row in rows)
    block = Block("table", "\n".join("\t".join(row) for row in rows), rows=cells)
    lines = set_page(page(block), Measure(40, room))
    seen = "".join("".join(text.split()) for text in texts(lines) if not text.startswith("─"))
    wanted = "".join("".join("".join(row).split()) for row in rows)
    assert sorted(seen) == sorted(wanted) or "no text on this page" in " ".join(texts(lines))
    for line in lines:
        for piece in line.pieces:
            if piece.start >= 0:
                assert block.text[piece.start : piece.start + len(piece.text)] == piece.text


def test_wide_tables_give_from_the_widest_column_and_then_stick_out() -> None:
    rows = [["Ref", "A long account of what was done about the sea wall", "Owner"]]
    fitted = column_widths(rows, 40)
    assert sum(fitted) + 4 == 40
    assert fitted[0] == 3 and fitted[2] == 5
    assert sum(column_widths([["x" * 16] * 6], 40)) == 96


def test_cells_joined_over_lines_are_found_in_the_tables_text() -> None:
    assert cell_starts("sea wall\tdone\nsea\tno", [["sea\nwall", "done"], ["sea", "no"]]) == [
        [0, 9],
        [14, 18],
    ]


def test_running_lines_are_hidden_until_wanted() -> None:
    one = page(Block("furniture", "Page 71"), Block("paragraph", "Words."))
    assert "Page 71" not in texts(set_page(one, MEASURE))
    assert "Page 71" in texts(set_page(one, Measure(40, 60, furniture=True)))


def test_pages_of_pictures_blank_pages_and_failed_ones_say_so() -> None:
    assert "mostly pictures" in " ".join(
        texts(set_page(page(Block("paragraph", "Chart 1"), pictures=2), MEASURE))
    )
    assert "no text" in " ".join(texts(set_page(page(), MEASURE)))
    assert "fonts are broken." in " ".join(texts(set_page(page(failed="Its fonts are broken."), MEASURE)))
    assert "pictures" not in " ".join(
        texts(set_page(page(Block("paragraph", "x" * 300), pictures=1), MEASURE))
    )


def test_notes_stand_under_their_passage() -> None:
    lines = set_page(
        page(Block("paragraph", "One."), Block("paragraph", "Two.")),
        MEASURE,
        {0: (Remark("note", "Ask this"), Remark("amended", "Not so"))},
    )
    assert texts(lines)[1:6] == ["One.", "✎Ask this", "△Not so", "", "Two."]


@given(st.lists(TEXTS, min_size=1, max_size=5), st.integers(12, 80), st.integers(12, 80), st.data())
def test_a_spot_is_the_same_words_at_any_width(
    blocks: list[str], one: int, two: int, data: st.DataObject
) -> None:
    made = page(*(Block("paragraph", text) for text in blocks))
    lines = set_page(made, Measure(one, one))
    at = data.draw(st.integers(0, len(lines) - 1))
    spot = spot_of(3, lines, at)
    other = set_page(made, Measure(two, two))
    line = other[line_of(other, spot)]
    if readable(line):
        assert line.block == spot.block
        assert line.start <= spot.start < line.start + max(1, len(line.pieces[0].text) + 1)
    assert spot_of_standard_line(made, standard_line(made, spot)).block == spot.block


def test_a_quote_is_found_whatever_became_of_its_blanks() -> None:
    made = page(
        Block("heading", "Sea Wall"),
        Block("paragraph", "Members asked  when the sea\nwall would be inspected."),
    )
    assert locate(made, "the sea wall would") == Spot(3, 1, 20)
    assert locate(made, "Members asked when the sea-wall would be inspected and by whom") == Spot(3, 1, 0)
    assert locate(made, "Fostering allowances rose") is None


def test_only_web_and_mail_addresses_may_be_followed() -> None:
    text = "See https://merrin.example/a(b). or www.merrin.example, write wren@merrin.example; not file:///etc/passwd"
    assert [address.goes_to for address in addresses(text)] == [
        "https://merrin.example/a(b)",
        "https://www.merrin.example",
        "mailto:wren@merrin.example",
    ]
    assert addresses("javascript:alert(1) ftp://x.example") == ()
    assert [text[address.start : address.end] for address in addresses(text)][2] == "wren@merrin.example"


def test_an_address_that_looks_like_another_shows_what_it_is() -> None:
    (address,) = addresses("https://merrіn.example/login")
    assert address.where.startswith("xn--merrn-") and address.where.endswith(".example")


def test_a_quote_that_runs_over_blocks_is_found_where_it_begins_not_at_a_lone_word_of_it() -> None:
    made = ReadPage(
        3,
        7,
        (
            Block("heading", "Gender"),
            Block("paragraph", "5.5 As reported nationally, boys have higher rates."),
            Block("paragraph", "Table 12 Rates by Gender"),
            Block("paragraph", "5.6 Currently there appears to be a larger share of exclusions."),
            Block("paragraph", "5.7 Exclusions fell."),
        ),
    )
    quote = "Table 12 Rates by Gender 5.6 Currently there appears to be a larger share of exclusions."
    assert locate(made, quote) == Spot(3, 2, 0)
    assert sought(made, quote, ("Gender", "exclusions")) == {2: [(18, 24)], 3: [(52, 62)]}
    assert locate(made, "Gender, of which there is no word more on this page at all, ever") is None


def test_a_head_of_two_rows_is_kept_and_a_group_s_name_is_no_head() -> None:
    rows = (
        ("Service", "Budget", "Outturn"),
        ("", "£000", "£000"),
        ("Harbours", "", ""),
        ("Dredging", "1,204", "(35)"),
        ("Moorings", "-60", "3.4%"),
    )
    block = Block("table", "\n".join("\t".join(row) for row in rows), rows=rows)
    kinds = [line.kind for line in set_page(page(block), MEASURE) if line.block == 0]
    assert kinds == ["head", "head", "divide", "table", "table", "table"]
    body = [line for line in set_page(page(block), MEASURE) if line.kind == "table"]
    assert [piece.text for piece in body[0].pieces] == ["Harbours"]
    assert body[1].pieces[1].column + len("1,204") == body[2].pieces[1].column + len("-60")


def test_an_agenda_s_numbers_make_no_head_of_its_first_item() -> None:
    rows = (("1", "Apologies", "Anna Ferry"), ("2", "Minutes", "Anna Ferry"), ("3", "Dredging", "Ben Quay"))
    block = Block("table", "\n".join("\t".join(row) for row in rows), rows=rows)
    assert {line.kind for line in set_page(page(block), MEASURE) if line.block == 0} == {"table"}


def test_an_item_that_lost_its_bullet_gets_one_by_its_level() -> None:
    lines = set_page(page(Block("item", "moorings"), Block("item", "buoys", level=2)), MEASURE)
    assert ["".join(piece.text for piece in line.pieces) for line in lines if line.kind == "item"] == [
        "•moorings",
        "◦buoys",
    ]
    assert [line.pieces[-1].column for line in lines if line.kind == "item"] == [2, 4]


SENTENCE = "Members were told that the harbour wall had been looked at by divers and was found to be"


def test_a_sentence_goes_on_over_the_end_of_a_page_and_fills_the_line() -> None:
    one = ReadPage(3, 1, (Block("heading", "Harbour"), Block("paragraph", f"4.1 {SENTENCE}")))
    two = ReadPage(
        4, 2, (Block("paragraph", "in good order. The Chair thanked them."), Block("paragraph", "4.2 End."))
    )
    first, second = (
        set_page(one, MEASURE, beside=Beside(after=two)),
        set_page(two, MEASURE, beside=Beside(one)),
    )
    last = first[-1]
    carried = last.pieces[-1]
    assert carried.of == (4, 0) and carried.start == 0
    assert second[0].kind == "paragraph" and second[0].pieces[0].column == 4, "hung as it began"
    assert f"{carried.text} {second[0].pieces[0].text}".startswith("in good order. The")
    assert second[0].start == len(carried.text) + 1
    assert [line.kind for line in second].count("rule") == 0


def test_a_new_sentence_a_heading_a_table_or_a_note_ends_the_page() -> None:
    one = ReadPage(3, 1, (Block("heading", "Harbour"), Block("paragraph", SENTENCE)))
    for block in (
        Block("paragraph", "Then they left."),
        Block("heading", "in order"),
        Block("item", "in order"),
    ):
        two = ReadPage(4, 2, (block,))
        assert set_page(two, MEASURE, beside=Beside(one))[0].kind == "rule"
    noted = set_page(
        one,
        MEASURE,
        {1: (Remark("note", "Ask."),)},
        Beside(after=ReadPage(4, 2, (Block("paragraph", "in order."),))),
    )
    assert noted[-1].kind == "gap"


PROSE = st.lists(
    st.sampled_from(["quay", "and", "harbour-", "a", "mooring", "(dry)", "x" * 30]), min_size=1, max_size=40
)


@given(PROSE, PROSE, st.integers(20, 60))
def test_no_word_is_lost_or_said_twice_at_the_end_of_a_page(a: list[str], b: list[str], width: int) -> None:
    one = ReadPage(
        3,
        1,
        (Block("heading", "H"), Block("paragraph", " ".join(a)), Block("paragraph", "and " + " ".join(b))),
    )
    two = ReadPage(4, 2, (Block("paragraph", " ".join(b)), Block("paragraph", "and " + " ".join(a))))
    measure = Measure(width, width)
    lines = [*set_page(one, measure, beside=Beside(after=two)), *set_page(two, measure, beside=Beside(one))]
    words = [piece.text for line in lines for piece in line.pieces]
    said = [block.text for made in (one, two) for block in made.blocks]
    assert "".join("".join(words).split()) == "".join("".join(said).split())
    assert all(line.width <= width for line in lines)


def test_no_figure_is_cut_at_an_edge_of_the_view() -> None:
    pieces = (Piece(0, "Dredging", 0), Piece(12, "46,522", 9), Piece(22, "1,304", 16), Piece(30, "words", 22))
    line = SetLine("table", 0, pieces=pieces, frozen=10)
    assert whole_figures(line, 0, 40) is line
    assert [piece.text for piece in whole_figures(line, 4, 40).pieces[:-1]] == ["Dredging", "1,304", "words"]
    figures = SetLine("table", 0, pieces=(*pieces[:3], Piece(30, "2,181", 22)), frozen=10)
    assert whole_figures(figures, 7, 28).pieces[-2].text == "2,181", "the last column is seen whole"
    cut = whole_figures(line, 0, 25)
    assert [piece.text for piece in cut.pieces[:-1]] == ["Dredging", "46,522", "words"]
    assert cut.width == line.width, "that there is more is still said"
