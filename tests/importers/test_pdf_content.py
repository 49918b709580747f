"""Cutting content streams into operators."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.readers.pdf.content import Name, operations


def cut(data: bytes) -> list[tuple[bytes, list[object]]]:
    return list(operations(data))


@pytest.mark.parametrize(
    ("data", "operands"),
    [
        (b"(plain) Tj", [b"plain"]),
        (rb"(a \(b\) \\ \101\12) Tj", [b"a (b) \\ A\n"]),
        (b"(one (two (three)) four) Tj", [b"one (two (three)) four"]),
        (b"(broken \\\nline) Tj", [b"broken line"]),
        (b"<48 656C6c6F> Tj", [b"Hello"]),
        (b"<4> Tj", [b"@"]),
        (b"() Tj", [b""]),
        (b"1 -2 +3 .5 -.5 4. Tj", [1.0, -2.0, 3.0, 0.5, -0.5, 4.0]),
        (b"--5 Tj", [-5.0]),
        (b"/F1 12 Tj", [Name("F1"), 12.0]),
        (b"/A#20B Tj", [Name("A B")]),
        (b"[(a) -120 (b)] Tj", [[b"a", -120.0, b"b"]]),
        (b"/Span << /MCID 0 >> Tj", [Name("Span"), [Name("MCID"), 0.0]]),
        (b"% a remark (with a bracket\n(x) Tj", [b"x"]),
        (b"1 0 0 1 5 6cm", [1.0, 0.0, 0.0, 1.0, 5.0, 6.0]),
    ],
)
def test_operands_are_read_as_the_standard_says(data: bytes, operands: list[object]) -> None:
    (found,) = cut(data)
    assert found[1] == operands


def test_operators_need_no_blank_before_a_bracket() -> None:
    assert cut(b"BT(a)Tj[(b)]TJ T* ET") == [
        (b"BT", []),
        (b"Tj", [b"a"]),
        (b"TJ", [[b"b"]]),
        (b"T*", []),
        (b"ET", []),
    ]


def test_a_font_and_its_distances_are_set_again_only_where_they_may_have_changed() -> None:
    line = b"BT 1 0 0 1 5 6 Tm /F1 9 Tf 11 TL (words \\(more\\)) Tj T* ET "
    shown = [operator for operator, _ in cut(line * 3 + b"Q " + line + b"3 Tc " + line)]
    set_up, plain = [b"Tm", b"Tf", b"TL", b"Tj"], [b"Tm", b"Tj"]
    assert shown == [*set_up, *plain, *plain, b"Q", *set_up, b"Tc", b"BT", *set_up, b"T*", b"ET"]
    assert cut(line)[3] == (b"Tj", [b"words (more)"])


def test_an_inline_image_is_passed_over_with_all_it_holds() -> None:
    data = b"BI /W 2 /H 2 ID \x01(Tj EI\xff) ET\nEI\n(after) Tj"
    assert [operator for operator, _ in cut(data)] == [b"BI", b"Tj"]


def test_a_damaged_array_does_not_swallow_the_rest() -> None:
    assert (b"Tj", [b"b"]) in cut(b"[(a) 1 2 Tm (b) Tj")


@given(st.binary())
def test_any_bytes_end_without_an_error(data: bytes) -> None:
    for operator, operands in operations(data):
        assert operator
        assert len(operands) <= 65


@given(
    st.lists(st.sampled_from([b"(", b")", b"[", b"]", b"<<", b">>", b"\\", b"ID ", b"EI", b"/N", b"1", b" "]))
)
def test_any_brackets_end_without_an_error(parts: list[bytes]) -> None:
    cut(b"".join(parts))
