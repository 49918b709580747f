"""Files nobody should send: each ends soon, with what could be read or a plain refusal."""

from __future__ import annotations

import random
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imports.errors import Refused
from imports.readers.pdf import guards, interpreter, read_pdf
from tests.importers import pdfs

WORDS = b"BT /F1 12 Tf 50 700 Td (Still here) Tj ET\n"


def write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "hostile.pdf"
    path.write_bytes(data)
    return path


def first_text(path: Path) -> str:
    return " ".join(line.text for line in read_pdf(path).pages[0].lines)


def test_a_form_inside_itself_is_painted_once(tmp_path: Path) -> None:
    loop = pdfs.form(
        b"BT /F1 12 Tf 50 600 Td (Loop) Tj ET /X Do", b"/XObject << /X 10 0 R >> /Font << /F1 5 0 R >>"
    )
    data = pdfs.raw(WORDS + b"/X Do", objects={10: loop}, resources=b"/XObject << /X 10 0 R >>")
    assert first_text(write(tmp_path, data)) == "Still here Loop"


def test_forms_that_multiply_end_with_the_budget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interpreter, "_MOST_OPERATIONS", 2_000)
    forms = {n: pdfs.form(b"/X Do " * 10, b"/XObject << /X %d 0 R >>" % (n + 1)) for n in range(10, 20)} | {
        20: pdfs.form(b"q Q")
    }
    data = pdfs.raw(WORDS + b"/X Do", objects=forms, resources=b"/XObject << /X 10 0 R >>")
    page = read_pdf(write(tmp_path, data)).pages[0]
    assert [line.text for line in page.lines] == ["Still here"]
    assert page.failed is not None and "more work" in page.failed


def test_forms_nested_beyond_any_use_are_left_out(tmp_path: Path) -> None:
    forms = {
        n: pdfs.form(
            b"BT /F1 9 Tf 50 %d Td (level %d) Tj ET /X Do" % (690 - 12 * (n - 10), n - 9),
            b"/XObject << /X %d 0 R >> /Font << /F1 5 0 R >>" % (n + 1),
        )
        for n in range(10, 40)
    }
    data = pdfs.raw(b"/X Do", objects=forms, resources=b"/XObject << /X 10 0 R >>")
    assert len(read_pdf(write(tmp_path, data)).pages[0].lines) == interpreter._DEEPEST_FORM


def test_a_stream_that_inflates_beyond_all_measure_fails_its_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guards, "LARGEST_STREAM", 1 << 20)
    path = write(tmp_path, pdfs.raw(WORDS + b" " * (4 << 20), deflate=True))
    with pytest.raises(Refused) as refused:
        read_pdf(path)
    assert refused.value.code == "unreadable"


def test_a_stream_cut_short_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    packed = zlib.compress(WORDS + bytes(random.Random(1).randbytes(2000)))[:-700]
    body = pdfs.stream(packed, b"/Filter /FlateDecode")
    data = pdfs.raw(b"", objects={4: body})
    path = write(tmp_path, data)
    assert first_text(path).startswith("Still here")
    assert "read in part" in (read_pdf(path).pages[0].failed or "")


def test_a_stream_that_breaks_off_keeps_what_came_before_and_its_page_is_named(tmp_path: Path) -> None:
    rest = b"".join(b"BT /F1 12 Tf 50 %d Td (line %d) Tj ET\n" % (600 - n, n * n) for n in range(400))
    packed = bytearray(zlib.compress(WORDS + rest))
    packed[len(packed) // 2 :] = bytes(len(packed) - len(packed) // 2)
    page = read_pdf(
        write(tmp_path, pdfs.raw(b"", objects={4: pdfs.stream(bytes(packed), b"/Filter /FlateDecode")}))
    ).pages[0]
    assert page.lines[0].text.startswith("Still here") and "read in part" in (page.failed or "")


@pytest.mark.parametrize("lost", [1, 4])
def test_a_stream_that_lacks_its_checksum_lacks_no_words(tmp_path: Path, lost: int) -> None:
    packed = zlib.compress(WORDS)[:-lost]
    data = pdfs.raw(b"", objects={4: pdfs.stream(packed, b"/Filter /FlateDecode")})
    assert read_pdf(write(tmp_path, data)).pages[0].failed is None
    packed = zlib.compress(WORDS)[:-4] + b"\0\0\0\0"
    data = pdfs.raw(b"", objects={4: pdfs.stream(packed, b"/Filter /FlateDecode")})
    assert read_pdf(write(tmp_path, data)).pages[0].failed is None


def test_endless_widths_are_cut_short(tmp_path: Path) -> None:
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "
        b"/DescendantFonts [11 0 R] /ToUnicode 12 0 R >>"
    )
    kin = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /W [0 2000000000 500] "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> >>"
    )
    codes = pdfs.stream(b"begincmap 1 beginbfrange <0041> <005a> <0041> endbfrange endcmap")
    data = pdfs.raw(b"BT /F2 12 Tf 50 700 Td <00410042> Tj ET", objects={10: font, 11: kin, 12: codes})
    assert first_text(write(tmp_path, data)) == "AB"


def test_an_endless_code_map_does_not_stop_the_page(tmp_path: Path) -> None:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 11 0 R >>"
    codes = pdfs.stream(b"begincmap 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap")
    content = WORDS + b"BT /F2 12 Tf 50 650 Td (x) Tj ET"
    data = pdfs.raw(content, objects={10: font, 11: codes})
    assert first_text(write(tmp_path, data)).startswith("Still here")


@pytest.mark.parametrize(
    "content",
    [
        b"q " * 5_000,
        b"[" * 5_000,
        b"<<" * 5_000,
        b"(" * 5_000,
        b"1 " * 50_000 + b"Tj",
        b"0 0 m " + b"9 9 l " * 5_000 + b"S",
        b"0 0 m 500 0 l S 0 0 m 0 500 l S " * 500,
        b"1e400 0 0 1 0 0 cm",
        b"0 0 0 0 0 0 cm",
        b"BT /F1 0 Tf (x) Tj ET",
        b"BT /F1 1 Tf 999999999999 0 0 1 0 0 Tm (x) Tj ET",
        b"BT /None 12 Tf (x) Tj ET",
        b"/Missing Do",
        b"Tj TJ ' \" Td Tm Tf cm Do re l",
    ],
    ids=lambda content: str(content[:20]),
)
def test_senseless_operators_leave_the_rest_of_the_page_alone(tmp_path: Path, content: bytes) -> None:
    assert "Still here" in first_text(write(tmp_path, pdfs.raw(WORDS + content)))


def test_thousands_of_runs_and_rules_on_one_page_end_soon(tmp_path: Path) -> None:
    shuffled = random.Random(3)
    content = b"".join(
        b"BT /F1 6 Tf %d %d Td (w) Tj ET %d %d 40 12 re S " % tuple(shuffled.randrange(600) for _ in range(4))
        for _ in range(4_000)
    )
    assert read_pdf(write(tmp_path, pdfs.raw(content))).pages[0].lines


@pytest.mark.parametrize(
    "content",
    [
        b"".join(b"1 0 0 1 %d %d Tm (w) Tj " % (50 + 300 * (n % 2), 9 * (n // 2)) for n in range(20_000)),
        b"".join(b"1 0 0 1 %d 300 Tm (w) Tj " % (40 * n) for n in range(20_000)),
        b"".join(b"%d 0 m %d 800 l S 0 %d m 600 %d l S " % ((4 * n,) * 4) for n in range(140)),
        b"".join(b"%d %d 9 9 re S " % (12 * (n % 50), 12 * (n // 50)) for n in range(4_000)),
    ],
    ids=["columns", "one baseline", "a fine grid", "many boxes"],
)
def test_pages_made_to_waste_time_end_soon(tmp_path: Path, content: bytes) -> None:
    """One of these would run for minutes if any step of the layout grew with the square of its runs."""
    data = pdfs.raw(b"BT /F1 6 Tf " + content + b" ET " + WORDS, deflate=True)
    assert "Still here" in first_text(write(tmp_path, data))


def test_a_page_tree_that_turns_back_on_itself_ends(tmp_path: Path) -> None:
    data = pdfs.raw(WORDS, objects={2: b"<< /Type /Pages /Kids [3 0 R 2 0 R 3 0 R] /Count 3 >>"})
    assert len(read_pdf(write(tmp_path, data)).pages) == 1


def test_bookmarks_that_turn_back_on_themselves_end(tmp_path: Path) -> None:
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R /Outlines 10 0 R >>",
        10: b"<< /First 11 0 R /Last 11 0 R >>",
        11: b"<< /Title (Agenda) /Dest [3 0 R /Fit] /Next 11 0 R /First 11 0 R /Last 11 0 R >>",
    }
    outline = read_pdf(write(tmp_path, pdfs.raw(WORDS, objects=objects))).outline
    assert [(entry.title, entry.page) for entry in outline] == [("Agenda", 1)]


def test_a_damaged_page_is_kept_with_its_reason(tmp_path: Path) -> None:
    objects = {
        2: b"<< /Type /Pages /Kids [3 0 R 12 0 R] /Count 2 >>",
        12: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 13 0 R >>",
        13: pdfs.stream(b"(x) Tj", b"/Filter /NoSuchFilter"),
    }
    pages = read_pdf(write(tmp_path, pdfs.raw(WORDS, objects=objects))).pages
    assert [page.number for page in pages] == [1, 2]
    assert pages[0].failed is None
    assert pages[1].failed is not None and "damaged" in pages[1].failed


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=40))
def test_a_file_with_any_bytes_changed_is_read_or_refused(
    tmp_path: Path, places: list[tuple[float, int]]
) -> None:
    data = bytearray(pdfs.pack(tmp_path / "whole.pdf").read_bytes())
    for place, byte in places:
        data[int(place * len(data))] = byte
    try:
        read_pdf(write(tmp_path, bytes(data)))
    except Refused as refused:
        assert "hostile.pdf" in refused.text


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_a_truncated_file_is_read_or_refused(tmp_path: Path, share: float) -> None:
    data = pdfs.pack(tmp_path / "whole.pdf").read_bytes()
    try:
        read_pdf(write(tmp_path, data[: int(share * len(data))]))
    except Refused as refused:
        assert refused.code in {"unreadable", "no-text"}
