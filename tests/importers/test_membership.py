from __future__ import annotations

import pytest

from imports.layout.furniture import find_furniture, read_lines
from imports.people.membership import read_membership
from tests.importers.sheets import from_rows, from_text

FORMS = {
    "prose with added members": (
        """
        Membership – Cllr Linda Reed, Cllr Ben Frost (Vice-Chair), Cllr Mark Carrington-
        Hale, Cllr Dr Andrew Moor (Chairman) and
        Cllr Emma Neal

        Added Members - Charlotte Blane (Wend Diocese)

        Co-Opted Member - Fiona Croft and Ambassador for Young Rowers and Swimmers

        (a) DECLARATIONS OF INTEREST – Please declare any interests.
        """,
        [
            ("Cllr Linda Reed", None),
            ("Cllr Ben Frost", "Vice-Chair"),
            ("Cllr Mark Carrington-Hale", None),
            ("Cllr Dr Andrew Moor", "Chairman"),
            ("Cllr Emma Neal", None),
            ("Charlotte Blane", "Wend Diocese"),
            ("Fiona Croft", "Co-Opted Member"),
            ("Ambassador for Young Rowers and Swimmers", "Co-Opted Member"),
        ],
    ),
    "to, with one title for all": (
        "To: Councillors J Smith (Chair), A B Patel (Vice-Chair), M O'Leary and R Green\n\nDear Member\n",
        [
            ("Councillor J Smith", "Chair"),
            ("Councillor A B Patel", "Vice-Chair"),
            ("Councillor M O'Leary", None),
            ("Councillor R Green", None),
        ],
    ),
    "two columns": (
        """
        Membership
        Councillor Anna West (Chair)      Councillor Tom Field
        Councillor Raj Gill (Deputy Chair)      Councillor Lucy Moor
        Substitute Members
        Councillor Ian Bell

        Quorum: 3
        """,
        [
            ("Councillor Anna West", "Chair"),
            ("Councillor Tom Field", None),
            ("Councillor Raj Gill", "Deputy Chair"),
            ("Councillor Lucy Moor", None),
            ("Councillor Ian Bell", "Substitute"),
        ],
    ),
    "bodies, and a comma lost": (
        "Membership – Nick Ellis (Police Commissioner), Peter Will (Vale of Wend District Council) Cllr "
        "Carole Ay-Martin and\nCllr Kathy Roe\n",
        [
            ("Nick Ellis", "Police Commissioner"),
            ("Peter Will", "Vale of Wend District Council"),
            ("Cllr Carole Ay-Martin", None),
            ("Cllr Kathy Roe", None),
        ],
    ),
    "all in one paragraph": (
        "Membership:- Councillors Ayres (Chair), Baker and Cole. Co-opted Members: Mrs. J. Hart and Mr. "
        "K. Lund\n",
        [
            ("Councillor Ayres", "Chair"),
            ("Councillor Baker", None),
            ("Councillor Cole", None),
            ("Mrs. J. Hart", "Co-Opted Member"),
            ("Mr. K. Lund", "Co-Opted Member"),
        ],
    ),
    "by party": (
        "Membership (5)\n\nConservative (3): Mr M Dell (Chairman), Mrs S Bell and Mr A Cole\n\nGreen and "
        "Independent (2): Ms J Hawk, "
        "Dr L Sully\n\nUNRESTRICTED ITEMS\n",
        [
            ("Mr M Dell", "Chairman"),
            ("Mrs S Bell", None),
            ("Mr A Cole", None),
            ("Ms J Hawk", None),
            ("Dr L Sully", None),
        ],
    ),
    "with wards": (
        "MEMBERSHIP\n\nCouncillors\n\nB Anders - Adel and Wharf\nN Bucket (Chair) - Little Wood\n\n"
        "Co-opted Members (Non-voting)\n\nMr J Bird - Friends of the River\n",
        [
            ("Councillor B Anders", None),
            ("Councillor N Bucket", "Chair"),
            ("Mr J Bird", "Friends of the River"),
        ],
    ),
    "chair on a line": (
        "Chairman: Councillor Ann Wood\nVice-Chairman: Councillor Joe Tate\n",
        [("Councillor Ann Wood", "Chairman"), ("Councillor Joe Tate", "Vice-Chairman")],
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_members_are_read(form: str) -> None:
    text, expected = FORMS[form]
    document = from_text(text)
    lines = read_lines(document, find_furniture(document))
    assert [(member.name, member.role) for member in read_membership(lines)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Members are asked to declare interests.\n",
        "To: consider the report\n",
        "Members of the public are welcome.\n",
    ],
)
def test_sentences_about_members_list_nobody(text: str) -> None:
    document = from_text(text)
    assert read_membership(read_lines(document, find_furniture(document))) == ()


CUT = "Sue Lamb (Healthwatch), Ann Wood (Wend Council), Joe Tate (Brook Borough Council) and Cllr Kathy Roe"


@pytest.mark.parametrize(
    "last", ["Tate", "Joe", "(Brook", "Borough", "Council) and", "and", "and Cllr", "Kathy"]
)
def test_a_list_that_a_page_cuts_goes_on_overleaf(last: str) -> None:
    above, below = CUT[: CUT.rindex(last)] + last, CUT[CUT.rindex(last) + len(last) :].strip()
    rows = [(72.0, [(72.0, below)]), (100.0, [(72.0, "(a) DECLARATIONS OF INTEREST – Please tell us.")])]
    document = from_rows([(700.0, [(72.0, f"Membership – {above}")])], rows)
    members = read_membership(read_lines(document, find_furniture(document)))
    assert [(member.name, member.role) for member in members] == [
        ("Sue Lamb", "Healthwatch"),
        ("Ann Wood", "Wend Council"),
        ("Joe Tate", "Brook Borough Council"),
        ("Cllr Kathy Roe", None),
    ]


@pytest.mark.parametrize("below", ["(Quorum: 3)", "Substitutions are allowed", "(i) Phones off"])
def test_a_list_that_ends_with_its_page_takes_nothing_from_overleaf(below: str) -> None:
    rows = [(700.0, [(72.0, "Membership – Cllr Ann Wood, Cllr Joe Tate and Cllr Kathy Roe")])]
    document = from_rows(rows, [(72.0, [(72.0, below)])])
    members = read_membership(read_lines(document, find_furniture(document)))
    assert [(m.name, m.role) for m in members][-1] == ("Cllr Kathy Roe", None)
    assert len(members) == 3
