"""Tables printed a cell on each line are put together, and nothing of them is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from imports.layout.blocks import read_pages
from imports.layout.cellwise import find_cell_tables
from imports.layout.furniture import TextLine, find_furniture, read_lines
from imports.model.document import Line
from imports.model.reading import Block
from tests.importers.sheets import from_text


def lines(*cells: str) -> list[TextLine]:
    """A line each; one that begins with `~` stands right below the one before."""
    return [
        TextLine(
            cell.removeprefix("~"), 1, at, Line(cell.removeprefix("~")), not cell.startswith("~"), at == 0
        )
        for at, cell in enumerate(cells)
    ]


BY_ROW = (
    "Service", "Manager", "Budget", "Outturn", "Change", "%",
    "Dredging", "Ann Quay", "1,204", "1,304", "-100", "8.3%",
    "Moorings", "Ben Bell", "60", "60", "0", "0.0%",
    "Harbour wall", "Ann Quay", "2,000", "1,500", "500", "25.0%",
)  # fmt: skip


def test_a_table_printed_cell_by_cell_gets_its_rows_and_its_head_back() -> None:
    (table,) = find_cell_tables(lines(*BY_ROW)).values()
    assert table.rows == tuple(BY_ROW[at : at + 6] for at in range(0, 24, 6))
    assert (table.start, table.end) == (0, 24)


def test_a_head_of_too_many_or_too_few_names_is_left_above() -> None:
    for names in (("A", "B", "C", *BY_ROW[:6]), BY_ROW[1:6]):
        (table,) = find_cell_tables(lines(*names, *BY_ROW[6:])).values()
        assert table.rows[0] == BY_ROW[6:12] and table.start == len(names)
    (table,) = find_cell_tables(lines("The year ended in March", *BY_ROW)).values()
    assert table.rows[0] == BY_ROW[:6] and table.start == 1


def test_a_table_printed_column_by_column_is_turned() -> None:
    cells = (
        "Dredging",
        "~Moorings",
        "~Wall",
        "1",
        "~2",
        "~3",
        "4",
        "~5",
        "~6",
        "7",
        "~8",
        "~9",
        "-1",
        "~0",
        "~2%",
    )
    (table,) = find_cell_tables(lines(*cells)).values()
    assert table.rows == (
        ("Dredging", "1", "4", "7", "-1"),
        ("Moorings", "2", "5", "8", "0"),
        ("Wall", "3", "6", "9", "2%"),
    )


def test_a_row_cut_off_by_the_end_of_the_page_stays_with_its_table() -> None:
    (table,) = find_cell_tables(lines(*BY_ROW, "Buoys", "Cy Lane", "10", "12")).values()
    assert table.rows[-1] == ("Buoys", "Cy Lane", "10", "12", "", "")


def test_prose_few_figures_and_axes_of_a_chart_are_no_table() -> None:
    prose = (
        "The harbour wall was looked at by divers in the month of May, and",
        "~it was found to be in order.",
    ) * 9
    assert find_cell_tables(lines(*prose)) == {}
    assert find_cell_tables(lines("Budget", "1", "2", "3", "Outturn", "4", "5", "6")) == {}
    assert find_cell_tables(lines(*map(str, range(20)))) == {}


CELLS = st.lists(
    st.sampled_from(["Quay", "~Wall", "Dredging works", "1,204", "~3%", "-5", "~(12)", "n/a"]), max_size=60
)


@settings(max_examples=50)
@given(CELLS)
def test_every_cell_stands_in_its_table_once(cells: list[str]) -> None:
    given_lines = lines(*cells)
    last = 0
    for start, table in sorted(find_cell_tables(given_lines).items()):
        assert last <= start < table.end <= len(cells)
        last = table.end
        printed = " ".join(line.text for line in given_lines[start : table.end]).split()
        assert sorted(" ".join(cell for row in table.rows for cell in row).split()) == sorted(printed)
        assert len({len(row) for row in table.rows}) == 1


def test_the_reader_shows_it_as_a_table() -> None:
    document = from_text(
        "Revenue report\n\n" + "\n\n".join(BY_ROW) + "\n\nThe Committee is asked to note this.\n"
    )
    furniture = find_furniture(document)
    (page,) = read_pages(document, furniture, read_lines(document, furniture), [None])
    table = next(block for block in page.blocks if block.kind == "table")
    assert table.rows[1] == BY_ROW[6:12]
    assert Block("paragraph", "The Committee is asked to note this.") in page.blocks
