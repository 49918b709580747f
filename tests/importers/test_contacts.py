from __future__ import annotations

import pytest

from imports.layout.joining import Paragraph
from imports.model.agenda import Contact
from imports.people.contacts import read_contacts

FORMS = {
    "name, post, then a lost telephone sign": (
        [
            "(b) INSPECTION OF PAPERS AND GENERAL QUERIES - If you wish to inspect Reports, please contact: "
            "Morwenna Pascoe, Senior Democratic Services Adviser :01234 567203/e-mail: "
            "morwenna.pascoe@wendshire.example"
        ],
        Contact(
            "Morwenna Pascoe",
            "Senior Democratic Services Adviser",
            "01234 567203",
            "morwenna.pascoe@wendshire.example",
        ),
    ),
    "no comma between name and post": (
        [
            "please contact: Morwenna Pascoe Democratic Services Adviser :01234 567206/e-mail: "
            "morwenna.pascoe@wendshire.example"
        ],
        Contact(
            "Morwenna Pascoe",
            "Democratic Services Adviser",
            "01234 567206",
            "morwenna.pascoe@wendshire.example",
        ),
    ),
    "labels": (
        [
            "Contact: Priya Nair, Senior Committee Officer Tel: 01234 567890 Email: "
            "priya.nair@wendshire.example"
        ],
        Contact("Priya Nair", "Senior Committee Officer", "01234 567890", "priya.nair@wendshire.example"),
    ),
    "labels on lines of their own": (
        ["Contact: Lee Park, Governance Officer", "Email: lee.park@wendshire.example Tel: 020 7946 0111"],
        Contact("Lee Park", "Governance Officer", "020 7946 0111", "lee.park@wendshire.example"),
    ),
    "in a sentence": (
        [
            "For further information please contact Kwame Mensah, Scrutiny Officer on 020 7946 0123 or "
            "email kwame.mensah@wendshire.example"
        ],
        Contact("Kwame Mensah", "Scrutiny Officer", "020 7946 0123", "kwame.mensah@wendshire.example"),
    ),
    "a team": (
        ["For enquiries contact democratic.services@wendshire.example"],
        Contact("Democratic Services", None, None, "democratic.services@wendshire.example"),
    ),
    "a parish clerk": (
        ["Clerk: Mrs J Poole, The Old Forge, Lower Wend. Tel 07700 900123 clerk@lowerwend-pc.example"],
        Contact("Mrs J Poole", "Clerk", "07700 900123", "clerk@lowerwend-pc.example"),
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_one_contact(form: str) -> None:
    texts, expected = FORMS[form]
    assert read_contacts([Paragraph(text, 1) for text in texts]) == (expected,)


def test_the_clerk_comes_before_the_monitoring_officer() -> None:
    texts = [
        "Members requiring advice are invited to contact the Monitoring Officer (Rob Elder Tel: 01234 "
        "567506 e-mail: "
        "rob.elder@wendshire.example) prior to the start of the meeting.",
        "If you have any other general queries, please contact: Ann Teale, Democratic Services Officer: "
        "01234 567203 / ann.teale@wendshire.example",
    ]
    found = read_contacts([Paragraph(text, 1) for text in texts])
    assert [(contact.name, contact.role) for contact in found] == [
        ("Ann Teale", "Democratic Services Officer"),
        ("Rob Elder", "Monitoring Officer"),
    ]


def test_the_same_person_is_listed_once() -> None:
    texts = [
        "Contact: Ann Teale, Committee Clerk, ann.teale@wendshire.example",
        "Please send questions for the attention of Ann Teale (email: ann.teale@wendshire.example).",
    ]
    assert [contact.role for contact in read_contacts([Paragraph(text, 1) for text in texts])] == [
        "Committee Clerk"
    ]


def test_addresses_of_links_and_numbers_of_nobody_are_no_contacts() -> None:
    assert (
        read_contacts(
            [Paragraph("mailto:jo.day@wendshire.example", 1), Paragraph("Budget 01234567890 and 2024", 1)]
        )
        == ()
    )
