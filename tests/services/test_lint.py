"""Each rule on texts that break it and on texts that only look so: advice that cries wolf is not read."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_tui.services.lint import advise, count_words
from scrutiny_tui.services.lint.manner import officer_name
from scrutiny_tui.services.question_rules import CouncilRules, QuestionRules
from scrutiny_tui.services.templates import TEMPLATES, blanks

OFFICERS = ("Ivo Penn", "Mary-Anne O’Dowd", "Will Young")

BREAKS = {
    "question-in-parts": (
        "Why did audits fall? And when will they rise?",
        "What did the scheme cost, and when will it be finished?",
        "How many places were lost and what is being done about it?",
        "(a) What was spent on agency staff (b) What is planned for next year",
        "1. Who was consulted\n2. What did they say",
        "- How many children wait\n- How long do they wait",
        "Why was the route cut? Secondly, who decided it.",
        "Please explain how the money was spent and what was achieved with it.",
        "Is the bridge safe? Is it insured? Who pays?",
        "What is the current vacancy rate and how does it compare with last year?",
    ),
    "question-exempt": (
        "What does the exempt appendix say of the price?",
        "Why is Appendix B marked confidential?",
        "What was decided in the private session last month?",
        "Which figures in the pink papers were changed?",
        "Under which paragraph of Schedule 12A was this withheld?",
        "What did the Part 2 report recommend?",
        "Will the council share the commercially sensitive bid of the winner?",
        "What was said after the press and public were excluded?",
        "Does the confidential annex name the bidder?",
        "Why was the report not for publication?",
    ),
    "question-individual-case": (
        "Why was my constituent's son refused a place at his school?",
        "When will a constituent of mine, who has waited a year, be seen?",
        "Why did Mrs Hargreaves lose her care package?",
        "What went wrong in the case of Child B?",
        "Why has nothing been done about damp at 14 Elm Road?",
        "My mother waited nine hours for an assessment. Why?",
        "When will the pothole outside GL50 4QT be filled?",
        "Why was this particular family not visited for six months?",
        "What became of case number 44781?",
        "Why was Mr Okafor's complaint not answered in time?",
    ),
    "question-application": (
        "Why was planning application 22/01234/FUL refused?",
        "When will the planning application for the quarry be decided?",
        "Why was the premises licence for the Bell Inn revoked?",
        "Has the council considered the effect of 23/4567/OUT on the school?",
        "Why did officers support the licensing application by Harbour Events?",
        "Will the council refuse planning permission for the Tesco at Quedgeley?",
        "What weight was given to objections to this planning application?",
        "When was the listed building application for Shire Hall made?",
        "Why was an application for a taxi licence by my cousin turned down?",
    ),
    "question-names-officer": (
        "Why did Ivo Penn leave?",
        "What did Ivo Penn’s review find?",
        "Who advised Mary-Anne O’Dowd on the contract?",
        "Does Will Young still lead the programme?",
        "On what evidence did Ivo Penn say that audits had risen?",
        "Will the council thank Mary-Anne O’Dowd?",
        "Ivo Penn told this committee in May that all was well. Was it?",
        "Did Will Young and Ivo Penn agree the figure?",
    ),
    "question-not-council-business": (
        "Does the leader agree that the Prime Minister should resign?",
        "What is the committee's view of the war in Ukraine?",
        "Who will win the next general election?",
        "Should income tax rise?",
        "What does the council think of the Labour Party manifesto?",
        "Will the leader congratulate the Royal Family?",
        "Does the committee support the government's foreign policy?",
        "What should the Bank of England do next?",
    ),
    "question-tone": (
        "Why did the leader lie to residents about the bridge?",
        "Are officers corrupt or is it only that they are incompetent?",
        "Why is the chair such a disgrace?",
        "When will this total shambles end?",
        "Who are the idiots that closed the library?",
        "Why does the cabinet member lie whenever she is asked?",
        "How many councillors took bribes from the developer?",
        "Is this a cover-up?",
        "WHY WILL NOBODY LISTEN TO US about the bus",
        "Why on earth was it closed?!?!",
        "When will the bloody road be mended?",
    ),
}

KEEPS = {
    "question-in-parts": (
        "Why did re-audits fall in the fourth quarter?",
        "What is being done to find out how and why audits fell?",
        "How are children who live alone and who need care found?",
        "What is planned for nights and for times when schools are closed?",
        "The report asks “what works? and for whom?” Which of its answers will be acted on?",
        "In 2024 the figure was 3.2%. What is it now?",
        "What will be done about delays, by whom and by when?",
        "Does the service know when and where the works begin?",
        "What is the cost of items 1. and 2. of the plan?",
        "How will the council measure what the scheme has achieved?",
        "Which of options (a) and (b) did residents prefer?",
    ),
    "question-exempt": (
        "How many people are exempt from council tax?",
        "What has the exemption for care leavers cost?",
        "How does the council protect confidential information of children?",
        "When will the restricted parking in the High Street be reviewed?",
        "How many calls did the confidential helpline take?",
        "What share of care is bought from private providers?",
        "What was said of private rented homes in the report?",
        "How does the school appeals panel keep what parents say in confidence?",
        "Which part of the plan is funded?",
        "What did part two of the strategy achieve?",
    ),
    "question-individual-case": (
        "How many individual cases were reviewed last year?",
        "How is each individual case weighed by the panel?",
        "How many of my constituents wait for an assessment?",
        "What do residents' complaints say of the service?",
        "Will Mr Chairman say when the plan is due?",
        "How many children in care live outside the county?",
        "What was spent on roads in 2024 in Elm Road and beyond?",
        "How many constituents' homes were flooded?",
        "What does the child poverty strategy promise?",
        "How does the council help families in need of a home?",
    ),
    "question-application": (
        "How many planning applications were decided in time?",
        "What does the planning application process cost?",
        "How does the policy on planning permission treat flood plains?",
        "What was spent in 2023/24 on planning appeals?",
        "How many licensing applications were refused last year?",
        "What is the backlog of the planning service?",
        "How will the council license shops that sell vapes?",
        "When was the application for levelling up money made?",
        "What changed between 05/2023 and 12/2023?",
        "How many schools applied for a place on the scheme, out of 24/25 asked?",
    ),
    "question-names-officer": (
        "Why did the head of quality leave?",
        "What will young people be asked?",
        "How many posts in the penn of the service are vacant?",
        "What did the director's review find?",
        "Who is accountable for the audit programme?",
        "Will Youngsters' Voice be funded again?",
        "What did Cllr Ivor Pennington's working group find?",
        "Does the Ivo Pennant bridge need repair?",
    ),
    "question-not-council-business": (
        "How has the cost-of-living crisis changed demand for food banks?",
        "What has the council lost on investments since rates rose?",
        "How many asylum-seeking children are in the council's care?",
        "How are Ukrainian guests housed after their sponsors leave?",
        "What did the election of school governors cost?",
        "How many pensioners get council tax support?",
        "Who speaks for the council at the labour market board?",
        "How will green spaces be kept?",
        "What is the political balance of the fire authority?",
        "How does conflict in families affect referrals?",
    ),
    "question-tone": (
        "What is done against the criminal exploitation of children?",
        "How many racist incidents did schools report?",
        "What has the fraud prevention team saved?",
        "How does the anti-corruption policy cover contractors?",
        "When was the rubbish last collected?",
        "How many stolen bicycles were found?",
        "What is the council doing about bullying in schools?",
        "Why is land lying unused behind the depot?",
        "What do SEND, EHCP, ICB, CAMHS and NHS partners say?",
        "How many pupils have lied about vaping, by the survey?",
        "Are officers content that the criteria are met?",
        "How is the gap in the service being covered up to March?",
    ),
}

WHOLE = QuestionRules(word_limit=0)


def codes(text: str, rules: QuestionRules = WHOLE) -> set[str]:
    return {warning.code for warning in advise(text, rules, OFFICERS)}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in BREAKS.items() for text in texts])
def test_a_text_that_breaks_a_rule_is_told(code: str, text: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in KEEPS.items() for text in texts])
def test_a_text_that_only_looks_so_is_not(code: str, text: str) -> None:
    assert code not in codes(text)


def test_texts_that_keep_one_rule_mostly_keep_all() -> None:
    texts = [text for texts in KEEPS.values() for text in texts]
    warned = {text: codes(text) for text in texts if codes(text)}
    assert len(warned) <= len(texts) // 20, warned


def test_every_rule_has_enough_texts() -> None:
    assert BREAKS.keys() == KEEPS.keys()
    assert all(len(texts) >= 8 for texts in (*BREAKS.values(), *KEEPS.values()))


SWITCHES = {
    "question-in-parts": "parts",
    "question-exempt": "exempt",
    "question-individual-case": "case",
    "question-application": "application",
    "question-names-officer": "officer",
    "question-not-council-business": "business",
    "question-tone": "tone",
}


@pytest.mark.parametrize("code", SWITCHES)
def test_each_rule_is_switched_off_by_itself(code: str) -> None:
    off = replace(WHOLE, **{SWITCHES[code]: False})
    for text in BREAKS[code]:
        assert codes(text, off) == codes(text) - {code}


def test_no_switch_is_forgotten() -> None:
    assert {one.name for one in fields(QuestionRules) if one.type == "bool"} == set(SWITCHES.values())


@pytest.mark.parametrize(
    ("words", "limit", "told"),
    [(50, 50, False), (51, 50, True), (100, 100, False), (101, 100, True), (175, 150, True), (900, 0, False),
     (0, 50, False), (99, 100, False), (52, 50, True), (250, 250, False), (251, 250, True), (1, 1, False),
     (2, 1, True), (300, 200, True), (60, 100, False), (120, 100, True)],
)  # fmt: skip
def test_words_are_held_against_the_limit_in_force(words: int, limit: int, told: bool) -> None:
    found = advise("word " * words, QuestionRules(word_limit=limit))
    assert ("question-too-long" in [warning.code for warning in found]) is told
    assert not told or f"the limit is {limit}: cut {words - limit}" in found[0].text


def test_words_are_counted_as_a_clerk_would() -> None:
    assert count_words("Why – in 2024/25 – did £4.62m go?  It's re-audits.") == 8


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_a_template_is_one_question_whose_blanks_are_named(template: object) -> None:
    text = template.text  # type: ignore[attr-defined]
    assert codes(text) == {"question-blank"}
    assert blanks(text) and text.endswith("?")
    filled = text.replace("‹", "").replace("›", "")
    assert "question-blank" not in codes(filled)


def test_evidence_from_a_paper_that_is_not_public_is_told() -> None:
    (told,) = advise("What does it cost?", WHOLE, exempt_quoted=True)
    assert told.code == "question-exempt" and "left out" in told.text


@given(st.text(max_size=300))
def test_any_text_gets_advice_and_no_crash(text: str) -> None:
    for warning in advise(text, QuestionRules(word_limit=3), OFFICERS):
        assert warning.code.startswith("question-") and warning.text.endswith((".", "?"))


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Rob England, Head of Quality", "Rob England"),
        ("Dr. Siân Price (Public Health)", "Siân Price"),
        ("Mary-Anne O’Dowd", "Mary-Anne O’Dowd"),
        ("Ann Hall - Assistant Director", "Ann Hall"),
        ("Head of Quality", None),
        ("Director of Public Health", None),
        ("Cllr Ada Moss", None),
        ("Councillor Ben Evans", None),
        ("All", None),
        ("Penn", None),
        ("Democratic Services", None),
        ("Chief Fire Officer", None),
    ],
)
def test_an_officers_name_is_told_from_a_post(printed: str, name: str | None) -> None:
    assert officer_name(printed) == name


def test_a_committee_may_have_rules_of_its_own() -> None:
    usual, own, longer = QuestionRules(), QuestionRules(word_limit=50), QuestionRules(per_member=1)
    rules = CouncilRules(usual, {"Health": own, "Health and Wellbeing": longer})
    assert rules.of("Adult Care Committee") is usual
    assert rules.of("HEALTH  Scrutiny") is own
    assert rules.of("The Health & Wellbeing Board") is longer
