"""A font's map to Unicode is read as pdfminer reads it, plain or not."""

from __future__ import annotations

from io import BytesIO

import pytest
from pdfminer.cmapdb import CMapParser, FileUnicodeMap

from imports.readers.pdf.unicode_maps import UnicodeMapParser

HEAD = (
    b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (A) >> def "
)
CODES = b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
CHARS = b"3 beginbfchar\n<01> <0041>\n<0a><00fb>\r\n<7F> <D835DC00>\nendbfchar\n"
RANGES = b"3 beginbfrange\n<20> <22> <0061>\n<30><32>[<0031> <0066 >]\n<40> <0041> <0062>\nendbfrange\n"
PLAIN = RANGES.replace(b"<0066 >", b"<0066>")
END = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


@pytest.mark.parametrize(
    ("source", "letters"),
    [
        (HEAD + CODES + CHARS + PLAIN + END, 8),
        (HEAD + CHARS + RANGES + END, 8),
        (HEAD + b"/WMode 0 def\n" + CHARS + END, 3),
        (CHARS + END, 3),
        (CHARS + HEAD + PLAIN + END, 8),
        (HEAD + CHARS + b"% a remark <02> <0043>\n" + PLAIN + END, 8),
        (HEAD + CHARS + b"endcmap\n" + PLAIN + END, 3),
        (HEAD + CHARS + END + b"\nbegincmap\n" + PLAIN + END, 8),
        (HEAD + b"(1 beginbfchar\n<05> <0044>\nendbfchar\nendcmap) pop\n" + CHARS + END, 3),
        (HEAD + b"1 beginbfchar\n<01> <0041> <02>\nendbfchar\n" + END, 1),
        (HEAD + b"2 beginbfrange\n<FFFFFFFE> <FFFFFFFF> <FFFFFFFE>\nendbfrange\n" + END, 2),
        (b"", 0),
    ],
)
def test_a_map_is_read_as_pdfminer_reads_it(source: bytes, letters: int) -> None:
    stock, ours = FileUnicodeMap(), FileUnicodeMap()
    CMapParser(stock, BytesIO(source)).run()
    UnicodeMapParser(ours, BytesIO(source)).run()
    assert ours.cid2unichr == stock.cid2unichr
    assert len(ours.cid2unichr) == letters


def test_a_plain_map_is_not_left_to_pdfminer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CMapParser, "run", lambda self: pytest.fail("it walked through the bytes"))
    ours = FileUnicodeMap()
    UnicodeMapParser(ours, BytesIO(HEAD + CODES + CHARS + PLAIN + END)).run()
    assert ours.cid2unichr[0x20] == "a" and ours.cid2unichr[0x0A] == "û"
