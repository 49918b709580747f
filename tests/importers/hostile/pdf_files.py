"""Makes the PDFs nobody should send: each kind by a function, none of them kept in the repository."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.importers import pdfs

AGENDA = b"".join(
    b"BT /F1 12 Tf 50 %d Td (%b) Tj ET\n" % (740 - 24 * n, words)
    for n, words in enumerate(
        [
            b"Wendshire Environment Scrutiny Committee",
            b"Tuesday 14 June 2033 at 10.00 am",
            b"AGENDA",
            b"1. Apologies for absence",
            b"2. Bus Shelters in Lower Wend",
            b"To note the report.",
        ]
    )
)
"""A page with an agenda on it, so that what is kept of a file can be told."""
Make = Callable[[Path], bytes]
FILES: dict[str, Make] = {}


LOST = {
    "locked",
    "locked in an unknown way",
    "nothing but a head",
    "no pages",
    "cut in the first page",
    "catalogue nested deep",
}
"""Of these nothing can be read; of all others the agenda on the first page must survive."""
FAILED = {
    "stream that inflates past all bounds",
    "stream inflated three times",
    "run lengths without end",
    "a text string of megabytes",
    "operator bomb",
    "nested forms",
    "one page of a filter nobody knows",
    "page tree nested ten thousand deep",
    "a stream as long as itself",
    "a packed object in itself",
    "one page lost",
    "no catalogue",
}
"""Of these the second page is named as one that could not be read."""
DEAR = {
    "stream that inflates past all bounds",
    "stream inflated three times",
    "predictor over a bomb",
    "run lengths without end",
    "page tree nested ten thousand deep",
    "page tree that names one page a hundred thousand times",
    "a million objects",
    "catalogue nested deep",
    "a code map of four thousand million ranges",
    "a code map of cid ranges",
    "operator bomb",
    "nested forms",
    "thousands of boxes",
    "thousands of turned runs",
    "one path of a million lines",
    "a gigantic image",
    "a text string of megabytes",
    "hexadecimal without end",
}
"""Those that take a second or more."""


def kind(make: Make) -> Make:
    """Put a maker among the files, by its name."""
    FILES[make.__name__.replace("_", " ")] = make
    return make


def with_page(content: bytes, objects: dict[int, bytes] | None = None, resources: bytes = b"") -> bytes:
    """Two pages: the agenda, and one with this content."""
    pages = {
        2: b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>",
        6: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 7 0 R "
        b"/Resources << /Font << /F1 5 0 R /F2 10 0 R >> " + resources + b" >> >>",
        7: pdfs.stream(zlib.compress(content, 1), b"/Filter /FlateDecode"),
    }
    return pdfs.raw(AGENDA, objects=pages | (objects or {}))


def bomb(size: int, layers: int = 1) -> bytes:
    """So many zeros, deflated so many times."""
    packer = zlib.compressobj(9)
    block = bytes(1 << 20)
    data = b"".join(packer.compress(block) for _ in range(size >> 20)) + packer.flush()
    for _ in range(layers - 1):
        data = zlib.compress(data, 9)
    return data


@kind
def stream_that_inflates_past_all_bounds(_: Path) -> bytes:
    return with_page(b"", {7: pdfs.stream(bomb(1 << 28), b"/Filter /FlateDecode")})


@kind
def stream_inflated_three_times(_: Path) -> bytes:
    filters = b"/Filter [/FlateDecode /FlateDecode /FlateDecode]"
    return with_page(b"", {7: pdfs.stream(bomb(1 << 28, 3), filters)})


@kind
def predictor_over_a_bomb(_: Path) -> bytes:
    parameters = b"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 4 /Columns 100000 >>"
    return with_page(b"", {7: pdfs.stream(bomb(80 << 20), parameters)})


@kind
def run_lengths_without_end(_: Path) -> bytes:
    return with_page(b"", {7: pdfs.stream(b"\x81 " * (1 << 20), b"/Filter /RunLengthDecode")})


@kind
def lzw_that_grows(_: Path) -> bytes:
    """Each code stands for one letter more than the one before it."""
    codes = [256, 65, *range(258, 4094)] * 40
    bits = ""
    for at, code in enumerate(codes):
        known = at % 3838 + 256  # the reader's table after this code
        bits += f"{code:0{9 + (known > 511) + (known > 1023) + (known > 2047)}b}"
    packed = int(bits + "0" * (-len(bits) % 8), 2).to_bytes(-(-len(bits) // 8), "big")
    return with_page(b"", {7: pdfs.stream(packed, b"/Filter /LZWDecode")})


@kind
def page_tree_that_loops(_: Path) -> bytes:
    return pdfs.raw(AGENDA, objects={2: b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 9 >>"})


@kind
def page_tree_nested_ten_thousand_deep(_: Path) -> bytes:
    deep = {n: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 1) for n in range(100, 10_100)}
    return pdfs.raw(AGENDA, objects={2: b"<< /Type /Pages /Kids [3 0 R 100 0 R] /Count 2 >>"} | deep)


@kind
def page_tree_that_names_one_page_a_hundred_thousand_times(_: Path) -> bytes:
    return pdfs.raw(AGENDA, objects={2: b"<< /Type /Pages /Kids [%b] /Count 9 >>" % (b"3 0 R " * 100_000)})


@kind
def cross_references_that_loop(_: Path) -> bytes:
    data = pdfs.raw(AGENDA)
    start = int(data.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)


@kind
def references_that_lead_to_themselves(_: Path) -> bytes:
    return with_page(b"/X Do", {10: b"11 0 R", 11: b"10 0 R"}, b"/XObject << /X 10 0 R >>")


@kind
def a_million_objects(_: Path) -> bytes:
    many = b"".join(b"%d 0 obj null endobj\n" % n for n in range(100, 1_000_000))
    whole = pdfs.raw(AGENDA)
    return whole[:9] + many + whole[9:]  # every place in the table is wrong: all must be looked at


@kind
def arrays_nested_deep(_: Path) -> bytes:
    return pdfs.raw(AGENDA, objects={20: b"[" * 100_000, 1: b"<< /Type /Catalog /Pages 2 0 R /X 20 0 R >>"})


@kind
def catalogue_nested_deep(_: Path) -> bytes:
    deep = b"<< /A " * 20_000 + b">>" * 20_000
    return pdfs.raw(AGENDA, objects={1: b"<< /Type /Catalog /X %b /Pages 2 0 R >>" % deep})


@kind
def code_map_that_is_a_program(folder: Path) -> bytes:
    """A font names a code map by a path to a pickle that would write a file."""

    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return (Path.touch, (folder / "it ran",))

    import gzip

    (folder / "evil.pickle.gz").write_bytes(gzip.compress(pickle.dumps(Evil())))
    name = str(folder / "evil").replace("/", "#2F").replace(" ", "#20").encode()
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /%b /DescendantFonts [11 0 R] >>" % name
    kin = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) >> >>"
    return with_page(b"BT /F2 9 Tf 50 700 Td <0041> Tj ET", {10: font, 11: kin})


def composite(widths: bytes = b"", codes: bytes = b"") -> dict[int, bytes]:
    """A composite font with these widths and this code map."""
    return {
        10: b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [11 0 R] "
        b"/ToUnicode 12 0 R >>",
        11: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X %b /CIDSystemInfo << /Registry (Adobe) "
        b"/Ordering (Identity) >> >>" % widths,
        12: pdfs.stream(b"begincmap\n" + codes + b"\nendcmap"),
    }


SHOWN = b"BT /F2 9 Tf 50 700 Td <00410042> Tj ET"


@kind
def widths_of_two_thousand_million_codes(_: Path) -> bytes:
    return with_page(SHOWN, composite(b"/W [0 2000000000 500] /W2 [0 2000000000 1 2 3]"))


@kind
def a_code_map_of_four_thousand_million_ranges(_: Path) -> bytes:
    return with_page(SHOWN, composite(codes=b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange"))


@kind
def a_code_map_of_cid_ranges(_: Path) -> bytes:
    return with_page(SHOWN, composite(codes=b"1 begincidrange <00000000> <ffffffff> 1 endcidrange"))


@kind
def operator_bomb(_: Path) -> bytes:
    return with_page(b"g " * 4_000_000)


@kind
def nested_forms(_: Path) -> bytes:
    forms = {n: pdfs.form(b"/X Do " * 10, b"/XObject << /X %d 0 R >>" % (n + 1)) for n in range(20, 40)} | {
        40: pdfs.form(b"q Q")
    }
    return with_page(b"/X Do", forms, b"/XObject << /X 20 0 R >>")


@kind
def thousands_of_boxes(_: Path) -> bytes:
    return with_page(b"".join(b"%d %d 7 7 re S " % (n % 590, n // 60) for n in range(40_000)))


@kind
def thousands_of_turned_runs(_: Path) -> bytes:
    turned = b"".join(
        b"0.7 %f -0.7 0.7 %d %d Tm (w) Tj " % (n / 30_000, n % 590, n % 790) for n in range(30_000)
    )
    return with_page(b"BT /F1 6 Tf " + turned + b"ET")


@kind
def one_path_of_a_million_lines(_: Path) -> bytes:
    return with_page(b"0 0 m " + b"".join(b"%d %d l " % (n % 600, n % 799) for n in range(1_000_000)) + b"S")


@kind
def a_huge_media_box(_: Path) -> bytes:
    return pdfs.raw(AGENDA).replace(b"[0 0 600 800]", b"[0 0 9e9 9e9]")


@kind
def a_media_box_of_nothing(_: Path) -> bytes:
    return pdfs.raw(AGENDA).replace(b"[0 0 600 800]", b"[0 0 0 0]    ")


@kind
def a_gigantic_image(_: Path) -> bytes:
    entries = b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 "
    image = pdfs.stream(bomb(1 << 28), entries + b"/ColorSpace /DeviceRGB /Filter /FlateDecode")
    return with_page(b"600 0 0 800 0 0 cm /X Do", {10: image}, b"/XObject << /X 10 0 R >>")


@kind
def bookmarks_that_loop(_: Path) -> bytes:
    return pdfs.raw(
        AGENDA,
        objects={
            1: b"<< /Type /Catalog /Pages 2 0 R /Outlines 10 0 R >>",
            10: b"<< /First 11 0 R /Last 11 0 R >>",
            11: b"<< /Title (Agenda) /Dest [3 0 R /Fit] /Next 11 0 R /First 11 0 R >>",
        },
    )


@kind
def a_text_string_of_megabytes(_: Path) -> bytes:
    return with_page(b"BT /F1 9 Tf 50 700 Td (" + b"ab " * 4_000_000 + b") Tj ET")


@kind
def hexadecimal_without_end(_: Path) -> bytes:
    return with_page(b"BT /F1 9 Tf 50 700 Td <" + b"41" * 8_000_000)


@kind
def no_pages(_: Path) -> bytes:
    return pdfs.raw(b"", objects={2: b"<< /Type /Pages /Kids [] /Count 0 >>"})


@kind
def a_stream_as_long_as_itself(_: Path) -> bytes:
    return with_page(b"", {7: b"<< /Length 7 0 R >>\nstream\nq Q\nendstream"})


@kind
def a_packed_object_in_itself(_: Path) -> bytes:
    """A table that has object 7 in the stream that is object 7."""
    data = with_page(b"q Q")
    table = b"".join(b"\1%b\0" % data.find(b"\n%d 0 obj" % n).to_bytes(4, "big") for n in range(1, 7))
    rows = b"\0" * 6 + table + b"\2" + (7).to_bytes(4, "big") + b"\0"
    head = b"/Type /XRef /Size 8 /W [1 4 1] /Root 1 0 R"
    start = data.rindex(b"xref\n0 1")
    return data[:start] + b"99 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (pdfs.stream(rows, head), start)


@kind
def one_page_lost(_: Path) -> bytes:
    return pdfs.raw(AGENDA, objects={2: b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>"})


@kind
def no_catalogue(_: Path) -> bytes:
    return pdfs.raw(AGENDA).replace(b"/Type /Catalog /Pages", b"/Type /Nothing /Leaves")


@kind
def truncated(_: Path) -> bytes:
    return pdfs.raw(AGENDA)[:-200]


@kind
def cut_in_the_first_page(_: Path) -> bytes:
    return pdfs.raw(AGENDA)[:420]


@kind
def places_all_wrong(_: Path) -> bytes:
    data = pdfs.raw(AGENDA)
    start = data.rindex(b"xref\n0 1")
    return data[:start].replace(b"%PDF-1.7\n", b"%PDF-1.7\n" + b"%" * 99 + b"\n") + data[start:]


@kind
def no_cross_references(_: Path) -> bytes:
    return pdfs.raw(AGENDA).replace(b"startxref", b"startnone")


@kind
def locked(folder: Path) -> bytes:
    return pdfs.draw(folder / "l.pdf", pdfs.front_sheet, password="secret").read_bytes()


@kind
def locked_in_an_unknown_way(_: Path) -> bytes:
    return pdfs.raw(AGENDA).replace(
        b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Nobody /V 99 >> /ID [(a)(a)]"
    )


@kind
def one_page_of_a_filter_nobody_knows(_: Path) -> bytes:
    return with_page(b"", {7: pdfs.stream(b"x", b"/Filter /NoSuchFilter")})


@kind
def nothing_but_a_head(_: Path) -> bytes:
    return b"%PDF-1.7\n"
