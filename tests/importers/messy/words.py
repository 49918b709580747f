"""Councils, people and business that do not exist, for papers we make ourselves."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Council:
    """A council and the words its papers use.

    Attributes:
        name: as printed.
        kind: what sort of council it is.
        committee: the body that meets.
        venue: where it meets.
        chair: what it calls who presides.
        clerk: the clerk's post.
        domain: of its addresses.
        title: what it calls a councillor in lists.
    """

    name: str
    kind: str
    committee: str
    venue: str
    chair: str
    clerk: str
    domain: str
    title: str = "Councillor"


COUNCILS = (
    Council(
        "Wendshire County Council",
        "county",
        "Adult Social Care and Health Overview and Scrutiny Committee",
        "Council Chamber, County Hall, Wendbury",
        "Chairman",
        "Democratic Services Officer",
        "wendshire.gov.uk",
    ),
    Council(
        "North Marle District Council",
        "district",
        "Overview and Scrutiny Committee",
        "Committee Room 2, Civic Centre, Marleton",
        "Chair",
        "Committee Services Officer",
        "northmarle.gov.uk",
        "Cllr",
    ),
    Council(
        "Harrowdene Borough Council",
        "borough",
        "Corporate Overview Group",
        "The Guildhall, Harrowdene",
        "Chairman",
        "Democratic Services Manager",
        "harrowdene.gov.uk",
        "Cllr",
    ),
    Council(
        "Thornmouth City Council",
        "unitary",
        "Place and Environment Scrutiny Commission",
        "City Hall, College Street, Thornmouth",
        "Chair",
        "Scrutiny Advisor",
        "thornmouth.gov.uk",
    ),
    Council(
        "London Borough of Eastmere",
        "london",
        "Children and Education Scrutiny Panel",
        "Room 102, Town Hall, Mere Road, E19",
        "Chair",
        "Governance Officer",
        "eastmere.gov.uk",
    ),
    Council(
        "Nether Pellow Parish Council",
        "parish",
        "Nether Pellow Parish Council",
        "Nether Pellow Village Hall",
        "Chairman",
        "Parish Clerk",
        "netherpellow-pc.gov.uk",
        "Cllr",
    ),
    Council(
        "Great Corve Town Council",
        "town",
        "Planning and Environment Committee",
        "The Old Library, Market Street, Great Corve",
        "Chairman",
        "Town Clerk",
        "greatcorve-tc.gov.uk",
        "Cllr",
    ),
    Council(
        "Three Rivers Valley Combined Authority",
        "combined",
        "Overview and Scrutiny Committee",
        "Conference Room A, Wharf House, Aireby",
        "Chair",
        "Governance and Scrutiny Officer",
        "trvca.gov.uk",
    ),
    Council(
        "Cyngor Sir Dyfrlan / Dyfrlan County Council",
        "welsh",
        "Economy, Residents and Communities Scrutiny Committee",
        "County Hall, Llandyfri",
        "Chair",
        "Scrutiny Officer",
        "dyfrlan.gov.uk",
        "Cllr",
    ),
    Council(
        "Strathorrin Council",
        "scottish",
        "Audit and Scrutiny Panel",
        "Burgh Chambers, Orrin",
        "Convener",
        "Committee Officer",
        "strathorrin.gov.uk",
    ),
)

GIVEN = (
    *("Alan", "Margaret", "Rhiannon", "Olumide", "Sarah", "Imran", "Siân", "Peter", "Jo", "Gwilym", "Helen"),
    *("Priya", "Angus", "Mairi", "Steven", "Kate", "Dominic", "Zahra", "Tom", "Lesley", "Catriona", "Ben"),
)
FAMILY = (
    *("Pascoe", "Adeyemi", "O'Hara", "McBride", "Prys-Jones", "Khan", "Whitlock", "Trent", "Askew", "Dale"),
    *("Vaughan", "Oakes", "Marlowe", "Fenwick", "Singh", "Bassett", "Lightfoot", "Hollis", "Quayle", "Reeve"),
    *("St John", "de Souza", "Ferris", "Galbraith"),
)
WARDS = ("Abbey", "Mere Green", "Castle and Quay", "St. Mary's", "Nether Hill", "Bourne South", "Eastfield")
PARTIES = ("Con", "Lab", "LD", "Green", "Ind")
POSTS = (
    "Head of Planning",
    "Director of Finance",
    "Public Health Consultant",
    "Strategic Lead, Education",
    "Assistant Director - Highways",
    "Section 151 Officer",
)
TOPICS = (
    "Bus Service Improvement Plan",
    "Annual Safeguarding Report 2022/23",
    "Revenue Budget Monitoring - Quarter 2",
    "Air Quality Action Plan",
    "Waste and Recycling Contract: Performance Update",
    "Local Flood Risk Management Strategy",
    "Homelessness and Rough Sleeping",
    "School Place Planning 2023-2028",
    "Leisure Centres Review",
    "Community Safety Partnership Annual Report",
    "Corporate Performance Report (Q3)",
    "Electric Vehicle Charging",
    "Adult Social Care Winter Plan",
    "Libraries Strategy and Next Steps",
    "Town Centre Regeneration Programme",
    "Customer Services Review",
    "Dementia Friendly Communities",
    "Update on the Ofsted Improvement Plan",
    "Climate Emergency Action Plan: Progress Report",
    "Highways Maintenance and Pothole Repairs",
)
LONG_TOPICS = (
    "Proposed Changes to the Home to School Transport Policy and the Outcome of the Public Consultation",
    "Report of the Task and Finish Group on Access to Dental Services in Rural Communities",
)
REMARKS = (
    "Members noted that the number of referrals had fallen since spring and asked for the figures by area.",
    "In response to a question, it was said that the contract ran until March and would then be reviewed.",
    "A member asked whether the savings were realistic. The Director said that most had been delivered.",
    "Concern was expressed about the delay in filling vacancies and about the cost of agency staff.",
    "The Head of Service gave a presentation which set out progress against the plan agreed last year.",
    "It was confirmed that residents would be consulted before any decision was taken on the closures.",
)
DECISIONS = (
    "That the report be noted.",
    "That a further update be brought to the Committee in six months.",
    "That the Cabinet be recommended to adopt the revised policy.",
    "That a task and finish group be set up to consider the matter in more detail.",
)
ACTIONS = (
    "The latest figures to be circulated to members.",
    "A briefing note on staffing to be sent to the Panel.",
    "A site visit to be arranged before the summer.",
)


def pick_people(rng: Random, count: int) -> list[str]:
    """Names of different people, two words or so each."""
    families = rng.sample(FAMILY, min(count, len(FAMILY)))
    return [f"{rng.choice(GIVEN)} {family}" for family in families]


def pick_topics(rng: Random, count: int) -> list[str]:
    """Titles of business, a long one now and then."""
    topics = rng.sample(TOPICS, count)
    if rng.random() < 0.5:
        topics[rng.randrange(count)] = rng.choice(LONG_TOPICS)
    return topics
