from __future__ import annotations

import pytest

from imports.furniture import find_furniture, read_lines
from imports.membership import read_membership
from tests.importers.sheets import from_text

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
