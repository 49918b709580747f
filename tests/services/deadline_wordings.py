"""Wordings of councils that do not exist, in the manner of constitutions, front sheets and web pages.

Each stands with the moments, scope and tier it gives for its meeting. Meetings, by their letter:
T Thursday 13 June 2024 at 10:00 · M Monday 10 June 2024 at 14:00 · B Tuesday 28 May 2024 at 18:30, the
day after a bank holiday · J Thursday 9 January 2025 at 10:00 · W Wednesday 18 September 2024 at 17:30.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import NamedTuple

MEETINGS = {
    "T": (date(2024, 6, 13), time(10)),
    "M": (date(2024, 6, 10), time(14)),
    "B": (date(2024, 5, 28), time(18, 30)),
    "J": (date(2025, 1, 9), time(10)),
    "W": (date(2024, 9, 18), time(17, 30)),
}
PUBLIC, MEMBERS = "public questions", "members' questions"
WRITTEN, VERBAL = "guaranteed a written reply", "may get a verbal reply"
OFF, ON = "not about a report on the agenda", "about a report on the agenda"
URGENT, SUPPLEMENTARY = "urgent", "supplementary"


class Case(NamedTuple):
    """A wording and what it gives: moments (`06-10 12:00`), one scope and tier each or one for all."""

    words: str
    due: str
    scope: str = "all"
    tier: str = ""
    meeting: str = "T"
    title: str = "Questions"

    def moments(self) -> list[datetime]:
        """The moments in full, the year being the meeting's where none is given."""
        year = MEETINGS[self.meeting][0].year
        return [
            datetime.fromisoformat(text if len(text) > 11 else f"{year}-{text}")
            for text in self.due.split(", ")
        ]

    def scopes(self) -> list[str]:
        """The scope of each moment."""
        return _each(self.scope, len(self.moments()))

    def tiers(self) -> list[str]:
        """The tier of each moment."""
        return _each(self.tier, len(self.moments()))


def _each(text: str, count: int) -> list[str]:
    parts = text.split(" | ")
    return parts * count if len(parts) == 1 else parts


DATES = (
    Case("Questions must be received by 10.00 a.m. on Thursday 6th June 2024.", "06-06 10:00"),
    Case("The deadline for submitting questions is 12 noon on Monday, 10 June 2024.", "06-10 12:00"),
    Case("Deadline for questions: 5pm, Friday 7 June.", "06-07 17:00"),
    Case("Please submit your questions by 26/05/2024 at 17:00.", "05-26 17:00"),
    Case("Questions to the clerk by 7.6.24 please, no later than 12pm.", "06-07 12:00"),
    Case("Written questions should reach the Committee Officer by 07-Jun-2024 (noon).", "06-07 12:00"),
    Case("Questions must be emailed to the clerk before 5.00pm on Tues June 11 2024.", "06-11 17:00"),
    Case("The last date for questions is 10 June 2024 (Monday) at 1700 hours.", "06-10 17:00"),
    Case("Questions close at midday on the 11th of June.", "06-11 12:00"),
    Case("Please let us have your questions by close of business on Friday 7 June 2024.", "06-07 17:00"),
    Case("Please send questions in by end of day Monday 10th June 2024.", "06-10 23:59"),
    Case("All questions must be with Democratic Services by Monday 10 June 2024.", "06-10 23:59"),
    Case("Questions must be submitted before Monday 10 June 2024.", "06-09 23:59"),
    Case("Questions must be submitted by midnight on Sunday 9 June 2024.", "06-09 23:59"),
    Case("The closing date for receipt of questions is 10am on Thursday,\n6 June 2024.", "06-06 10:00"),
    Case("The closing date and time for questions is 10 June 2024, 4pm.", "06-10 16:00"),
    Case("Questions for this meeting should be with us no later than 4 o’clock on 10 June.", "06-10 16:00"),
    Case("Notice of questions must be given by half past four on Friday 7 June 2024.", "06-07 16:30"),
    Case("Any questions need to be sent to democratic.services@example.gov.uk by 10/06/24.", "06-10 23:59"),
    Case("Deadline for receipt of public questions – 12:00 noon, 10th June 2024", "06-10 12:00", PUBLIC),
    Case("Questions on notice: closing time 5.00 p.m. Wednesday, June 5th, 2024.", "06-05 17:00"),
    Case(
        "If you would like to ask a question at the meeting on 13 June 2024 please email it by "
        "noon on 11 June 2024.",
        "06-11 12:00",
    ),
    Case(
        "For the meeting on Thursday 13 June 2024 questions must have been received by 5pm on "
        "Friday 7 June 2024.",
        "06-07 17:00",
    ),
    Case(
        "Questions must be received by 5pm on Friday 7 June 2024 for the meeting to be held on "
        "Thursday 13 June 2024 at 10.00am.",
        "06-07 17:00",
    ),
    Case(
        "The agenda was published on 5 June 2024 and any questions upon it should be sent to the "
        "Scrutiny Officer by 10 June 2024 at 12.00.",
        "06-10 12:00",
    ),
    Case(
        "Members are asked to forward questions to the Scrutiny Team by 9am Wednesday 12th June so "
        "that officers can prepare.",
        "06-12 09:00",
        MEMBERS,
    ),
    Case("Public questions: submit by Tuesday (11 June) 10am.", "06-11 10:00", PUBLIC),
    Case("Questions to be submitted by 10:00 on 2024-06-11.", "06-11 10:00"),
    Case("We must receive your question by Monday 10 June at the latest.", "06-10 23:59"),
    Case(
        "The deadline for the receipt of questions from the public is 4.30pm on Thursday 6 June 2024.",
        "06-06 16:30",
        PUBLIC,
    ),
    Case("Questions may be submitted up to and including Friday 7 June 2024.", "06-07 23:59"),
    Case("You have until 12 noon on Tuesday 11 June 2024 to submit a question.", "06-11 12:00"),
    Case(
        "Please note that the deadline for public questions at this meeting is 5pm, Thursday 2 January.",
        "2025-01-02 17:00",
        PUBLIC,
        meeting="J",
    ),
    Case("Questions should be received by noon on 31 December.", "2024-12-31 12:00", meeting="J"),
    Case(
        "Questions must be received by no later than 12 noon on Friday 13th September 2024.",
        "09-13 12:00",
        meeting="W",
    ),
    Case("Deadline: questions in writing by 5pm on 12 Sept. 2024", "09-12 17:00", meeting="W"),
    Case(
        "Questions were invited in March; any further question must arrive by 9.30am on 11 June 2024.",
        "06-11 09:30",
    ),
    Case("Questions received after 12 noon on Monday 10 June 2024 will not be accepted.", "06-10 12:00"),
    Case(
        "No question received later than 5pm on Friday 7 June 2024 can be put at the meeting.", "06-07 17:00"
    ),
    Case("Questions received by 5pm on Friday 7 June 2024 will be answered at the meeting.", "06-07 17:00"),
)

CLEAR_WORKING_DAYS = (
    Case("Questions must be received at least three clear working days before the meeting.", "06-07 23:59"),
    Case(
        "A written copy of the question must have been delivered to the Head of Paid Service by 4pm "
        "three clear working days before the date of the meeting.",
        "06-07 16:00",
    ),
    Case(
        "A question may only be asked if notice has been given by delivering it in writing or by "
        "electronic mail to the Proper Officer no later than midday 7 clear working days before the day "
        "of the meeting.",
        "06-03 12:00",
    ),
    Case(
        "No later than noon, 5 clear working days prior to the meeting, a member of the public must "
        "deliver the question in writing.",
        "06-05 12:00",
        PUBLIC,
    ),
    Case(
        "Questions must be submitted in writing at least 2 clear working days before the meeting, i.e. "
        "by noon on Monday 10 June 2024.",
        "06-10 12:00",
    ),
    Case("Please give three (3) clear working days’ notice of questions.", "06-07 23:59"),
    Case(
        "Members of the public wishing to ask a question should give four clear working days' notice, by "
        "10.00 a.m.",
        "06-06 10:00",
        PUBLIC,
    ),
    Case(
        "Notice of a question must be given in writing to the Monitoring Officer by 10.00 a.m., four "
        "clear working days before the meeting.",
        "06-06 10:00",
    ),
    Case(
        "Once the agenda has been published, a written copy of the question can be submitted to the "
        "Democratic Services team by 12 noon, two clear working days before the date of the meeting, "
        "setting out the question and the agenda item to which it relates.",
        "06-10 12:00",
    ),
    Case(
        "Questions to the Chair must be sent in writing to the Monitoring Officer at least 3 clear "
        "working days before the meeting.",
        "06-04 23:59",
        meeting="M",
    ),
    Case(
        "Questions must be submitted at least three clear working days prior to the meeting date.",
        "05-21 23:59",
        meeting="B",
    ),
    Case("Questions must be received two clear working days before the meeting.", "05-22 23:59", meeting="B"),
    Case(
        "A Member may ask a question if five clear working days’ notice has been given to the Clerk.",
        "2024-12-31 23:59",
        MEMBERS,
        meeting="J",
    ),
    Case(
        "Questions to be submitted no later than ten clear working days before the day of the meeting.",
        "05-29 23:59",
    ),
    Case(
        "Not less than three whole working days before the meeting the question must be lodged with "
        "the Chief Executive.",
        "06-07 23:59",
    ),
    Case("Questions need to be with us three working days clear of the meeting.", "06-07 23:59"),
    Case("Questions must be received by 5pm three clear business days before the meeting.", "06-07 17:00"),
    Case(
        "Questions must reach the Proper Officer three working days before the meeting, excluding the "
        "day of receipt and the day of the meeting.",
        "06-07 23:59",
    ),
    Case(
        "Each question must be submitted by 12 noon at least three full working days before the meeting.",
        "06-07 12:00",
    ),
    Case(
        "Notice of the question, in writing, must be received by the Director of Governance by 5.00 pm "
        "not later than six clear working days before the meeting.",
        "06-04 17:00",
    ),
    Case(
        "Questions must be given in writing by 9 a.m. 3 clear working days (not counting the day of the "
        "meeting or the day of receipt) before the meeting.",
        "06-07 09:00",
    ),
)

WORKING_DAYS = (
    Case(
        "If you want to submit a question, you must email it to us by midday two working days before the "
        "meeting.",
        "06-11 12:00",
    ),
    Case("Questions must be received at least 2 working days before the meeting.", "06-11 23:59"),
    Case(
        "Questions must be submitted no later than 5.00 p.m. on the working day before the day of the "
        "meeting.",
        "06-12 17:00",
    ),
    Case(
        "Questions should be submitted by noon on the second working day before the meeting.", "06-11 12:00"
    ),
    Case(
        "Public questions must be sent in by 5pm on the third working day prior to the meeting.",
        "06-10 17:00",
        PUBLIC,
    ),
    Case(
        "Your question or questions must be received by the Chief Executive by 12pm, 8 working days "
        "before the day of the meeting.",
        "06-03 12:00",
    ),
    Case(
        "Questions must be asked no later than midday six working days before the day of the meeting.",
        "06-05 12:00",
    ),
    Case(
        "A Member may, if three working days’ notice in writing has been given to the Clerk and Chief "
        "Executive, ask the person presiding any question.",
        "06-10 23:59",
        MEMBERS,
    ),
    Case("Questions by 10am on the last working day before the meeting.", "05-24 10:00", meeting="B"),
    Case(
        "Questions must be received two working days before the meeting by 4.30 p.m.",
        "05-23 16:30",
        meeting="B",
    ),
    Case("Please e-mail questions by noon, 3 working days in advance of the meeting.", "06-10 12:00"),
    Case("Questions require five working days' notice.", "06-06 23:59"),
    Case("Questions must be submitted 5 working days ahead of the meeting.", "06-06 23:59"),
    Case(
        "Questions should be sent to the Governance Team at least one working day before the meeting.",
        "06-12 23:59",
    ),
    Case(
        "By 12.00pm on the working day prior to the meeting residents must e-mail their question.",
        "06-07 12:00",
        PUBLIC,
        meeting="M",
    ),
    Case(
        "Questions must be received by 5pm three working days before the meeting, not including the day "
        "of the meeting.",
        "06-10 17:00",
    ),
    Case(
        "Questions must be in the hands of the Chief Officer two business days before the meeting.",
        "06-11 23:59",
    ),
    Case(
        "Any elector may ask a question provided that it has been received by 10.00 hours on the fourth "
        "working day preceding the meeting.",
        "06-07 10:00",
        PUBLIC,
    ),
    Case(
        "Questions must be supplied, in writing, before noon on the 3rd working day before the meeting.",
        "06-10 12:00",
    ),
    Case("Questions should be received a minimum of three working days before the meeting.", "06-10 23:59"),
    Case("A minimum of two clear working days’ notice is required for questions.", "06-10 23:59"),
    Case(
        "Questions to be received by 12 noon on the day which is three working days before the day of the "
        "meeting.",
        "06-10 12:00",
    ),
    Case("The deadline for questions is 2 working days before each meeting at 9am.", "06-11 09:00"),
    Case(
        "At least five working days before the meeting, give notice in writing of the question to the "
        "Town Clerk.",
        "06-06 23:59",
    ),
)

OTHER_DAYS = (
    Case("Questions must be submitted three days in advance of the committee meeting.", "06-10 23:59"),
    Case("Questions must be received at least three clear days before the meeting.", "06-09 23:59"),
    Case(
        "A councillor may seek an answer to a question concerning any business of the Council provided 5 "
        "clear days’ notice of the question has been given to the Proper Officer.",
        "06-07 23:59",
        MEMBERS,
    ),
    Case("Questions must be received by noon on the day before the meeting.", "06-12 12:00"),
    Case("Questions by 4pm the day before the meeting, please.", "06-12 16:00"),
    Case(
        "Your question must be received by the Chief Executive by 12pm, 7 calendar days before the day of "
        "the meeting.",
        "06-06 12:00",
    ),
    Case(
        "Any person wishing to ask a question shall notify the Senior Officer not later than 1.00 p.m. two "
        "days preceding the day of the meeting at which the question is to be asked, and shall provide a "
        "written copy of the question.",
        "06-11 13:00",
        PUBLIC,
    ),
    Case("Questions must be given to the Clerk at least seven days before the meeting.", "06-06 23:59"),
    Case("Questions must be submitted at least one week before the meeting.", "06-06 23:59"),
    Case("Questions must be submitted two weeks before the date of the meeting.", "05-30 23:59"),
    Case("Not less than 10 days’ notice of a question is required.", "06-03 23:59"),
    Case("A minimum of 7 days notice is needed for questions.", "06-06 23:59"),
    Case(
        "Questions must be handed in no later than noon on the day of the meeting.",
        "09-18 12:00",
        meeting="W",
    ),
    Case("Questions must be received by 9.00 am on the morning of the meeting.", "06-13 09:00"),
    Case("Questions should be submitted not later than fourteen days before the meeting.", "05-30 23:59"),
    Case("Questions must be received by 10am 48 hours before the meeting.", "06-11 10:00"),
)

HOURS = (
    Case("Twenty-four hours’ notice must be given of any question.", "06-12 10:00"),
    Case("A question may be put if 24 hours' notice has been given to the Clerk.", "06-12 10:00"),
    Case(
        "The Member must give the question in writing to the Executive Director not later than 48 hours "
        "before the start of the meeting.",
        "06-11 10:00",
        MEMBERS,
    ),
    Case(
        "Questions must be handed to the clerk at least half an hour before the scheduled start of the "
        "meeting.",
        "06-13 09:30",
    ),
    Case(
        "Public questions should be submitted at least 30 minutes before the meeting begins.",
        "06-13 09:30",
        PUBLIC,
    ),
    Case(
        "Questions must be given to the Committee Clerk one hour before the start of the meeting.",
        "05-28 17:30",
        meeting="B",
    ),
    Case(
        "Please submit questions no later than 15 minutes prior to the commencement of the meeting.",
        "06-13 09:45",
    ),
    Case("Questions should be lodged with the Chair 72 hours in advance of the meeting.", "06-10 10:00"),
    Case(
        "Questions must be put in writing at least two hours before the meeting is due to start.",
        "06-13 08:00",
    ),
    Case(
        "A question may only be asked if 24 hours’ notice has been given by delivering the question in "
        "writing or by e-mail to Democratic Services no later than 6 p.m. on the day before the day of "
        "the meeting.",
        "06-12 18:00",
    ),
    Case("Questions need one hour’s notice to the Chair.", "06-13 09:00"),
    Case("Questions to be given to the Chair an hour before the meeting.", "06-13 09:00"),
)

WEEKDAYS = (
    Case(
        "Questions should be submitted by 5.00pm on the Monday prior to the Executive meeting.", "06-10 17:00"
    ),
    Case(
        "Questions should be sent to Democratic Services by 1.00pm on the Monday before the meeting (the "
        "deadline will be brought forward by a working day if affected by a bank holiday).",
        "06-10 13:00",
    ),
    Case(
        "An issue or question may only be raised by a member of the public provided that they have given "
        "written notice by email to the Senior Specialist by 5.00 p.m. on the Thursday prior to the "
        "Meeting.",
        "06-06 17:00",
        PUBLIC,
    ),
    Case(
        "Questions must be submitted in writing to the Chief Executive by noon on the Monday of the week "
        "prior to the meeting.",
        "06-03 12:00",
    ),
    Case("Questions by noon on the Friday of the week before the meeting.", "06-07 12:00"),
    Case("Questions must be received by 9am on the preceding Friday.", "06-07 09:00"),
    Case(
        "Questions must be received by midday on the Wednesday immediately preceding the meeting.",
        "06-12 12:00",
    ),
    Case("Questions must be received by 5pm on the Friday before the meeting.", "06-07 17:00", meeting="M"),
    Case("Questions must be received by 5pm on the Tuesday before the meeting.", "05-21 17:00", meeting="B"),
    Case("Questions must be lodged by noon on Wednesday in the week preceding the meeting.", "06-05 12:00"),
    Case(
        "Questions must be received by 12 noon on the Friday in the week before the week of the meeting.",
        "06-07 12:00",
    ),
    Case("Please submit questions by 12 noon on the Thursday one week before the meeting.", "06-06 12:00"),
    Case("Questions must be received by 10am on the Monday of the week of the meeting.", "06-10 10:00"),
    Case("Questions have to be in by the Friday preceding the meeting at 4pm.", "06-07 16:00"),
    Case(
        "Questions shall be received by 12 noon on the Tuesday of the week in which the meeting is held.",
        "06-11 12:00",
    ),
    Case("Questions must be submitted by 5 pm on the previous Thursday.", "06-06 17:00"),
    Case("Questions must arrive by noon on the Friday two weeks before the meeting.", "05-31 12:00"),
)

TIERS = (
    Case(
        "Those wishing to ask questions are required to give notice in writing no later than 5pm on Tuesday "
        "4 June 2024 in order to be guaranteed a written response.",
        "06-04 17:00",
        tier=WRITTEN,
    ),
    Case(
        "In order to receive only a verbal response, questions must be submitted no later than 5pm on "
        "Thursday 6 June 2024.",
        "06-06 17:00",
        tier=VERBAL,
    ),
    Case(
        "An urgent written question may be asked by a member of the public provided that they give notice of "
        "the question to the Chief Executive by 12 noon the day before the meeting.",
        "06-12 12:00",
        PUBLIC,
        URGENT,
    ),
    Case(
        "Urgent questions must be with the Chair by 9.00am on the day of the meeting.",
        "06-13 09:00",
        tier=URGENT,
    ),
    Case(
        "A question that does not relate to a report on the agenda must be received six clear working days "
        "before the meeting.",
        "06-04 23:59",
        tier=OFF,
    ),
    Case(
        "Questions on matters not on the agenda must be received by noon, ten working days before the "
        "meeting.",
        "05-30 12:00",
        tier=OFF,
    ),
    Case(
        "Questions relating to an item on the agenda must be received by noon, two working days before the "
        "meeting.",
        "06-11 12:00",
        tier=ON,
    ),
    Case(
        "Supplementary questions must be submitted by noon on the day before the meeting.",
        "06-12 12:00",
        tier=SUPPLEMENTARY,
    ),
    Case(
        "Questions about items on the agenda must be received by 5pm two working days before the meeting; "
        "other questions by 5pm ten working days before the meeting.",
        "06-11 17:00, 05-30 17:00",
        tier=f"{ON} | {OFF}",
    ),
    Case(
        "Public questions must be received by 10am on Thursday 6 June and members' questions by 10am on "
        "Monday 10 June.",
        "06-06 10:00, 06-10 10:00",
        f"{PUBLIC} | {MEMBERS}",
    ),
    Case(
        "Questions received by noon on 5 June 2024 will be guaranteed a written answer and those received by "
        "noon on 10 June 2024 may be answered verbally.",
        "06-05 12:00, 06-10 12:00",
        tier=f"{WRITTEN} | {VERBAL}",
    ),
    Case(
        "Questions must be received by 5pm on Friday 7 June 2024 and petitions by 5pm on Monday 3 June 2024.",
        "06-07 17:00",
    ),
    Case(
        "Petitions must be received ten working days before the meeting and questions three working days "
        "before the meeting.",
        "06-10 23:59",
    ),
    Case(
        "Written questions must be submitted by 12 noon on 6 June 2024, but urgent questions may be "
        "submitted up to 10am on 12 June 2024.",
        "06-06 12:00, 06-12 10:00",
        tier=f" | {URGENT}",
    ),
    Case("Members’ questions on notice: five clear working days before the meeting.", "06-05 23:59", MEMBERS),
    Case(
        "Questions from Councillors must be received by the Head of Law by 4pm on Friday 7 June 2024.",
        "06-07 16:00",
        MEMBERS,
    ),
    Case("Residents may put questions if they send them by noon on 11 June 2024.", "06-11 12:00", PUBLIC),
    Case(
        "Questions will be guaranteed a reply at the meeting if received by noon on Friday 7 June.",
        "06-07 12:00",
        tier="",
    ),
    Case(
        "To be sure of a written reply at the meeting, questions should be received by 9.30am on Monday 10 "
        "June.",
        "06-10 09:30",
        tier=WRITTEN,
    ),
    Case(
        "Where a question is urgent, it may be accepted if the Chair has been given notice by 8.30am on the "
        "day of the meeting.",
        "06-13 08:30",
        tier=URGENT,
    ),
)

SCOPES = (
    Case("Questions on items 3 and 4 must be received by noon on 10 June 2024.", "06-10 12:00", "3, 4"),
    Case("Any questions on item 3 to be sent to the Director by Friday 7 June at 1pm.", "06-07 13:00", "3"),
    Case(
        "Please submit questions on agenda items 3-5 by 5pm on Monday 10 June 2024.", "06-10 17:00", "3, 4, 5"
    ),
    Case(
        "Questions for written answer on items 3, 4 and 5 need to be in by noon on 6 June.",
        "06-06 12:00",
        "3, 4, 5",
    ),
    Case(
        "Please send questions on this report by noon on 10 June.", "06-10 12:00", "2", title="Weir Repairs"
    ),
    Case("The deadline is noon on 10 June 2024.", "06-10 12:00", PUBLIC, title="Public Question Time"),
    Case(
        "Notice must be received by 10am on 10 June 2024.",
        "06-10 10:00",
        MEMBERS,
        title="Questions from Members of the Council",
    ),
    Case(
        "To receive questions, notice of which has been given by noon three working days before the meeting.",
        "06-10 12:00",
        MEMBERS,
        title="Questions by Members under Standing Order 12",
    ),
    Case(
        "To deal with questions from the public. Notice must be given by 5pm, four working days before "
        "the meeting.",
        "06-07 17:00",
        PUBLIC,
        title="Public Participation",
    ),
    Case(
        "Members of the public may ask questions at this meeting. Questions must be submitted in writing by "
        "midday two working days before the meeting.",
        "06-11 12:00",
        PUBLIC,
        title="Public Participation",
    ),
    Case(
        "Councillors may ask written questions. These must be received by noon on Friday 7 June.",
        "06-07 12:00",
        MEMBERS,
        title="Questions",
    ),
    Case(
        "A period of up to 30 minutes is set aside for questions from electors. Written notice must be "
        "provided by 10 June 2024 at noon.",
        "06-10 12:00",
        PUBLIC,
    ),
    Case(
        "Questions from members of the public and councillors must be received by noon on 10 June 2024.",
        "06-10 12:00",
        "all",
    ),
    Case(
        "A County Councillor or any person who lives or works in the county may ask a written question, "
        "which "
        "must be delivered by 4pm three clear working days before the date of the meeting.",
        "06-07 16:00",
    ),
    Case(
        "Any member of the public who lives, works or studies in the borough can ask a question if it "
        "reaches us by 10am on the working day before the meeting.",
        "06-12 10:00",
        PUBLIC,
    ),
)

CLUTTER = (
    Case(
        "Public Participation: If you wish to ask a question or make a statement at this meeting, please "
        "contact the Democratic Services Officer named on the front of this agenda, by 12 noon two working "
        "days before the meeting, giving your name, address and telephone number.",
        "06-11 12:00",
        PUBLIC,
        title="Public Participation",
    ),
    Case(
        "Members of the public are welcome to attend. Questions (limited to 50 words) must be received by "
        "the "
        "Head of Legal and Democratic Services (tel. 01234 567890) by 5pm on Monday 10 June 2024, and a copy "
        "of each will be displayed at the meeting from 9.30am.",
        "06-10 17:00",
        "all",
    ),
    Case(
        "Questions must be no longer than 100 words, must be about a matter for which the Council is "
        "responsible, and must be received by 12 noon on Friday, 7th June, 2024.",
        "06-07 12:00",
    ),
    Case(
        "Under Standing Order 27.3, a question shall be submitted in writing to the Chief Executive not "
        "later "
        "than 12 noon on the Friday before the meeting and shall be answered at the meeting without "
        "discussion.",
        "06-07 12:00",
    ),
    Case(
        "(a) a question must be given in writing, signed, to the Proper Officer at least three clear working "
        "days before the meeting; (b) no person may ask more than two questions.",
        "06-07 23:59",
    ),
    Case(
        "15 minutes has been set aside for questions. Any member of the public who wishes to ask one is "
        "asked "
        "to let the Clerk know by 10am on Wednesday 12 June.",
        "06-12 10:00",
        PUBLIC,
    ),
    Case(
        "Public Question Time (15 minutes): questions, of which notice must be given at least two clear "
        "working days before the meeting.",
        "06-10 23:59",
        PUBLIC,
    ),
    Case(
        "• Questions must be submitted at least 3 working days before the meeting • One question only per "
        "person • Two minutes are allowed for each question",
        "06-10 23:59",
    ),
    Case(
        "The meeting will start at 10.00am; questions are to be with the clerk by 9.00am on Tuesday 11 June.",
        "06-11 09:00",
    ),
    Case(
        "Question deadline | 12 noon, Monday 10 June 2024 | democratic.services@example.gov.uk", "06-10 12:00"
    ),
    Case(
        "Questions must be submitted to the Committee Team at committees@example.gov.uk or by post to County "
        "Hall, Castle Street, Wendham WN1 2AB so as to arrive not later than 10.00 am on Monday, 10th June, "
        "2024",
        "06-10 10:00",
    ),
    Case(
        "In accordance with Rule 11.2 of the Council Procedure Rules, questions in writing shall be "
        "delivered "
        "to the office of the Chief Executive before 12 noon at least three working days before the meeting.",
        "06-10 12:00",
    ),
    Case(
        "The Council allows one supplementary question; the original question must be received by noon on "
        "Monday 10 June 2024.",
        "06-10 12:00",
    ),
    Case(
        "Questions can be asked by residents for up to three minutes and must be received in writing by "
        "5.00pm on the Thursday before the meeting.",
        "06-06 17:00",
        PUBLIC,
    ),
    Case(
        "You can ask a question in Welsh or English. If you wish to ask a question in Welsh, please submit "
        "your question by noon, 5 working days before the meeting.",
        "06-06 12:00",
    ),
    Case(
        "To ask a question please complete the form on our website by 12 noon on the Monday before the "
        "meeting.",
        "06-10 12:00",
    ),
    Case(
        "Anyone who would like to ask a question is required to register with the Clerk by 4 p.m. on the "
        "last "
        "working day before the meeting.",
        "06-12 16:00",
        PUBLIC,
    ),
    Case(
        "Questions must be received by the Chief Executive, Municipal Buildings, by 17.00 hrs on Thursday 6 "
        "June 2024 and will be circulated by 12 June 2024.",
        "06-06 17:00",
    ),
    Case(
        "Please note the deadline for questions to be included in the supplementary agenda is 5pm on 7 June "
        "2024.",
        "06-07 17:00",
    ),
    Case(
        "Community councils may put questions, provided that these have been lodged with the Clerk at least "
        "ten days before the meeting.",
        "06-03 23:59",
    ),
)

# Written without a look at the code, when all above held.
LATER = (
    Case(
        "Members of the public who wish to put questions to the Committee should notify Democratic "
        "Services of the wording by no later than 9.30am on the Tuesday immediately before the meeting.",
        "06-11 09:30",
        PUBLIC,
    ),
    Case(
        "Questions under Council Procedure Rule 14 need to be handed to the Proper Officer by 10am, six "
        "clear working days before the Council meets.",
        "06-04 10:00",
    ),
    Case(
        "Written notice of any public question should be emailed to committee.services@example.gov.uk and "
        "received by 12 midday on the working day immediately preceding the meeting.",
        "06-12 12:00",
        PUBLIC,
    ),
    Case(
        "Public Questions - the deadline for the submission of questions for this meeting was extended to "
        "5.00 pm on Monday, 10 June 2024.",
        "06-10 17:00",
        PUBLIC,
    ),
    Case(
        "A question shall not be put unless a copy of it has been sent to the Chief Executive at least "
        "forty-eight hours before the meeting is due to commence.",
        "06-11 10:00",
    ),
    Case(
        "Any councillor wishing to ask a question of the Leader must submit it to the Assembly Clerk by 5 "
        "p.m. at least five working days prior to the meeting.",
        "06-06 17:00",
        MEMBERS,
    ),
    Case(
        "Residents of the borough may submit one question each; these should be sent to us at least ten "
        "(10) clear working days in advance.",
        "05-29 23:59",
        PUBLIC,
    ),
    Case(
        "Deadline for public questions: noon on Tuesday 11th June 2024; deadline for members' questions: "
        "noon on Wednesday 12th June 2024.",
        "06-11 12:00, 06-12 12:00",
        f"{PUBLIC} | {MEMBERS}",
    ),
    Case(
        "Questions from the public should have been lodged with the Monitoring Officer before 12.00 noon "
        "on Thursday 6 June 2024.",
        "06-06 12:00",
        PUBLIC,
    ),
    Case(
        "If you would like your question to receive a written answer at the meeting, it must arrive by "
        "10am on Thursday 6 June 2024.",
        "06-06 10:00",
        "all",
        WRITTEN,
    ),
    Case(
        "Late questions on urgent matters will only be accepted with the Chair's agreement and if received "
        "by 10.00am on the day prior to the meeting.",
        "06-12 10:00",
        "all",
        URGENT,
    ),
    Case(
        "Please provide questions to the Scrutiny Team two full working days before the meeting by 1pm.",
        "06-10 13:00",
    ),
    Case(
        "Question Time: Members may ask questions of which they have given notice in writing to the Chief "
        "Executive not later than 10.00 am on the seventh working day before the date of the Council "
        "meeting.",
        "06-04 10:00",
        MEMBERS,
    ),
    Case(
        "Notice of questions must reach the City Solicitor no later than 3 p.m. on the third day before "
        "the meeting.",
        "06-10 15:00",
    ),
    Case(
        "You may ask a question about any matter on this agenda as long as you tell us what it is by 4pm "
        "on Wednesday, 12 June 2024.",
        "06-12 16:00",
        "all",
        ON,
    ),
    Case("Questions can be submitted until 11.59pm on Sunday 9 June 2024.", "06-09 23:59"),
    Case(
        "The closing date for public questions is three working days before the date of the Committee "
        "(5:00pm).",
        "06-10 17:00",
        PUBLIC,
    ),
    Case(
        "To allow time for a full response please ensure that questions reach the Committee Manager by "
        "close of play on Friday 7 June 2024.",
        "06-07 17:00",
    ),
    Case(
        "Any member of the public may submit a question by giving not less than four clear days' notice in "
        "writing to the Town Clerk.",
        "06-08 23:59",
        PUBLIC,
    ),
    Case(
        "Questions must be delivered by hand, post or e-mail no later than 4.30pm on the Wednesday of the "
        "week preceding that in which the meeting is to be held.",
        "06-05 16:30",
    ),
    Case(
        "A Councillor may ask a question at a meeting only if he or she has given at least seven clear "
        "days notice in writing of the question to the Clerk.",
        "06-05 23:59",
        MEMBERS,
    ),
    Case(
        "Members of the public can ask questions at the meeting provided these are received 2 clear "
        "working days in advance (by 5pm on Monday 10th June 2024).",
        "06-10 17:00",
        PUBLIC,
    ),
    Case(
        "Public Question Time. Anyone living or working in the district may ask a question. Please email "
        "yours to us by 9 am on Monday 10 June.",
        "06-10 09:00",
        PUBLIC,
    ),
    Case(
        "Questions received after this deadline will not be taken. The deadline is 5pm on the Friday "
        "before the meeting.",
        "06-07 17:00",
    ),
    Case(
        "Any questions relating to the reports on this agenda should be forwarded to the author by 10 a.m. "
        "on Wednesday 12 June 2024.",
        "06-12 10:00",
        "all",
        ON,
    ),
    Case("Advance notice of questions is required by midday on Friday 7th June.", "06-07 12:00"),
    Case(
        "Questions submitted by electors under Standing Order 36 must be received by 12 noon on 10/6/2024.",
        "06-10 12:00",
        PUBLIC,
    ),
    Case(
        "The Mayor will accept questions notified to her office one clear day before the meeting.",
        "06-11 23:59",
    ),
    Case(
        "No question may be asked unless notice has been received by the Director by 12 noon three clear "
        "working days before the day of the meeting.",
        "06-07 12:00",
    ),
    Case(
        "Notice of a supplementary question has to reach the clerk by 9am on the morning of the meeting.",
        "06-13 09:00",
        "all",
        SUPPLEMENTARY,
    ),
    Case(
        "Questions about matters that are not on this agenda must be given to the Democratic Services "
        "Manager by 5pm on Monday 3 June 2024.",
        "06-03 17:00",
        "all",
        OFF,
    ),
    Case(
        "We ask that technical questions on items 3 and 5 be sent to the report author by 10am the day "
        "before the meeting.",
        "06-12 10:00",
        "3, 5",
    ),
    Case(
        "Scrutiny Members are requested to submit written questions on the Performance Report by Friday, "
        "7th June 2024 at 12:00.",
        "06-07 12:00",
        MEMBERS,
    ),
    Case(
        "Questions to be with the Business Manager by 5pm 5 working days before the meeting and statements "
        "by noon the day before.",
        "06-06 17:00",
    ),
    Case(
        "The question must be received by the Council not later than 10am on the Monday in the week of the "
        "meeting.",
        "06-10 10:00",
    ),
    Case("Submit your question by 5pm on the Monday ten days before the meeting.", "06-03 17:00"),
    Case("Questions should be submitted at least 24 hours in advance.", "06-12 10:00"),
    Case(
        "Should you wish to ask a question, you must inform the Clerk at least 1 hour before the start of "
        "the meeting.",
        "06-13 09:00",
    ),
    Case(
        "In accordance with the Scheme, questions had to be received no later than 5pm on Friday 7 June "
        "2024.",
        "06-07 17:00",
    ),
    Case(
        "Public speaking and questions: to register a question, telephone 01234 567890 by noon, two clear "
        "days before the meeting.",
        "06-10 12:00",
        PUBLIC,
    ),
    Case(
        "If you want to submit a question, you must email it to us by midday two working days before the "
        "meeting. If the meeting is on a Tuesday, you must submit the question by midday on the Friday "
        "before the meeting.",
        "06-11 12:00",
    ),
    Case(
        "Questions must be submitted at least three clear working days prior to the meeting date. For a "
        "Cabinet meeting due to be held on a Monday, this means we must receive the question on or before "
        "the Tuesday before the meeting.",
        "06-07 23:59",
    ),
    Case(
        "Questions must be received by 12 noon, two clear working days before the date of the meeting. "
        "That means if Cabinet meets on a Thursday, as is usually the case, questions must be submitted by "
        "12 noon on the Monday.",
        "06-10 12:00",
    ),
    Case(
        "Any person wishing to ask a question shall notify the clerk not later than 1.00 p.m. two days "
        "preceding the day of the meeting (i.e. by 1pm on the Monday for a Council meeting on Wednesday).",
        "06-11 13:00",
        PUBLIC,
    ),
    Case(
        "Full Council meeting   Public questions deadline (5pm)   21 May 2024 7 May 2024   13 June 2024 30 "
        "May 2024   24 July 2024 9 July 2024",
        "05-30 17:00",
        PUBLIC,
    ),
    Case(
        "A member of the public may ask a question if it has been submitted to the Proper Officer in "
        "writing at least 5 clear working days before the meeting, that is, excluding the day of the "
        "meeting and the day on which the question is received.",
        "06-05 23:59",
        PUBLIC,
    ),
    Case(
        "Questions must be received by the Head of Democratic Services no later than 5pm, three working "
        "days before the meeting (Monday 10 June).",
        "06-10 17:00",
    ),
    Case(
        "The deadline for the submission of written questions to this meeting is Friday 7th at noon.",
        "06-07 12:00",
    ),
    Case(
        "Public questions must be in writing and reach us 10 working days before the meeting, unless they "
        "relate to an item on the agenda, in which case 2 working days' notice is enough.",
        "05-30 23:59, 06-11 23:59",
        PUBLIC,
        f" | {ON}",
    ),
    Case(
        "Councillors' written questions: received by 10 am on Friday 7 June. Public written questions: "
        "received by 10 am on Wednesday 5 June.",
        "06-07 10:00, 06-05 10:00",
        f"{MEMBERS} | {PUBLIC}",
    ),
    Case(
        "Elected members who want to put a question should let the Governance Officer have it, in writing, "
        "no later than noon on the day but one before the meeting.",
        "06-11 12:00",
        MEMBERS,
    ),
    Case(
        "Residents can email questions any time before 4 p.m. on Tuesday 11 June 2024.", "06-11 16:00", PUBLIC
    ),
    Case("Notice of your question must arrive on or before Thursday 6 June 2024.", "06-06 23:59"),
    Case(
        "At the start of the meeting there will be 15 minutes for public questions which must be notified "
        "to the Clerk 24 hours in advance of the meeting.",
        "06-12 10:00",
        PUBLIC,
    ),
    Case(
        "Submit questions via the online form, by no later than midday on the 2nd working day before the "
        "Committee sits.",
        "06-11 12:00",
    ),
    Case("The deadline for questions is 12 noon on the Friday of the preceding week.", "06-07 12:00"),
    Case(
        "The Chair has agreed that questions may be sent in until 10.00 on Tuesday 11.06.2024.", "06-11 10:00"
    ),
    Case(
        "Written questions: 5 clear working days. Urgent questions: by 10am on the day of the meeting.",
        "06-05 23:59, 06-13 10:00",
        "all",
        f" | {URGENT}",
    ),
    Case(
        "Any member of the committee may, on giving seven days' notice to the Proper Officer, ask a "
        "question at the meeting.",
        "06-06 23:59",
        MEMBERS,
    ),
    Case(
        "Questions on the Cabinet report (item 4) must be sent to the Clerk by 9 a.m. on 12 June 2024.",
        "06-12 09:00",
        "4",
    ),
    Case(
        "A question from a member of the public must be submitted so as to be received by the Democratic "
        "Services Manager by midnight on the fourth working day before the day of the meeting.",
        "06-07 23:59",
        PUBLIC,
    ),
    Case(
        "To be answered in writing, your question needs to be with us by Thursday 6 June 2024 (5pm).",
        "06-06 17:00",
    ),
    Case("The deadline to send in a question has been set at 3.00pm, Monday 10 June 2024.", "06-10 15:00"),
    Case("The period for submitting questions ends at noon on 10 June 2024.", "06-10 12:00"),
    Case(
        "Scrutiny questions to be e-mailed to scrutiny@example.gov.uk, at the latest by 17:00 on 07/06/24.",
        "06-07 17:00",
    ),
    Case(
        "A question must be presented in writing to the Secretary at least 14 days prior to the meeting at "
        "which it is to be asked.",
        "05-30 23:59",
    ),
    Case(
        "Questions must be given to the clerk not later than 12 noon on the Wednesday before a Thursday "
        "meeting.",
        "06-12 12:00",
    ),
    Case(
        "Questions from backbench councillors are due by 10.00am on the third clear working day before the "
        "meeting.",
        "06-10 10:00",
        MEMBERS,
    ),
    Case(
        "Questions can be asked in person provided that they are registered by emailing the clerk before "
        "5pm on the Wednesday before the meeting.",
        "06-12 17:00",
    ),
    Case("Please make sure questions are in by 9 o'clock on Monday morning, 10 June.", "06-10 09:00"),
    Case(
        "Questions from the public must be lodged with the Democratic Services Manager no less than five "
        "clear working days before the meeting and be no more than 75 words.",
        "06-05 23:59",
        PUBLIC,
    ),
    Case(
        "Members of the public who live or work in Wendshire can put a question to the Committee by "
        "sending it to us by 12pm on the Friday before the meeting.",
        "06-07 12:00",
        PUBLIC,
    ),
    Case(
        "Please give the Chair prior notice of any questions by 4 p.m. on Wednesday 12 June 2024.",
        "06-12 16:00",
    ),
    Case(
        "Under Rule 9, questions on notice must be provided in writing to the Chief Executive at least "
        "five working days before the date of the meeting, not including the day of the meeting.",
        "06-06 23:59",
    ),
    Case(
        "Questions can be put by any Councillor provided that notice in writing is received by the Head of "
        "Paid Service not later than noon on the working day before the meeting.",
        "06-12 12:00",
        MEMBERS,
    ),
    Case(
        "The cut-off for public questions is 10.00am three working days before the meeting.",
        "06-10 10:00",
        PUBLIC,
    ),
    Case("Questions have to be with the Committee Clerk by Thursday, 6th June 2024, 12 noon.", "06-06 12:00"),
    Case(
        "Any member of the public wishing to submit a question must do so in writing, to be received no "
        "later than 5.00 p.m. on Monday, 3 June 2024.",
        "06-03 17:00",
        PUBLIC,
    ),
    Case(
        "If a member wishes to ask a question, written notice should be given to the Solicitor to the "
        "Council by 10.00 hours on the second working day before the meeting.",
        "06-11 10:00",
        MEMBERS,
    ),
    Case("Questions sent by email should arrive before 9am on the day of the meeting.", "06-13 09:00"),
    Case(
        "The Committee will consider written questions submitted by local residents at least 7 days in "
        "advance of the meeting.",
        "06-06 23:59",
        PUBLIC,
    ),
    Case(
        "Where the question is urgent the Chair may allow it provided notice is given by 12 noon on the "
        "day of the meeting.",
        "09-18 12:00",
        "all",
        URGENT,
        "W",
    ),
    Case(
        "Urgent questions which could not have been submitted in time may be accepted up to 2 hours before "
        "the start of the meeting.",
        "09-18 15:30",
        "all",
        URGENT,
        "W",
    ),
    Case("Questions to the Executive Member: notice of 3 clear days is needed.", "06-09 23:59"),
    Case(
        "Public Participation (to be received by 5 pm on Tuesday 4 June 2024): questions and statements "
        "from residents.",
        "06-04 17:00",
        PUBLIC,
    ),
    Case(
        "Please let the Scrutiny Officer have any questions you wish to ask by noon on Monday 10th so that "
        "answers can be prepared.",
        "06-10 12:00",
    ),
    Case(
        "Questions (with the questioner's name and address) must reach County Hall by first post or by "
        "e-mail by 9.30 a.m. on Thursday 6 June 2024.",
        "06-06 09:30",
    ),
    Case(
        "Questions must be submitted four clear working days prior to the meeting, i.e. no later than 5pm "
        "on Thursday, 6 June 2024.",
        "06-06 17:00",
    ),
    Case(
        "Written questions from members of the Council must be delivered to the Monitoring Officer by 5pm "
        "at least seven clear working days before the meeting.",
        "06-03 17:00",
        MEMBERS,
    ),
    Case(
        "A maximum of three questions may be asked, and they should be received by the Clerk two clear "
        "days before the meeting.",
        "06-10 23:59",
    ),
    Case("Deadline for receipt of questions is midnight on Sunday 9th June 2024.", "06-09 23:59"),
    Case(
        "A response will be provided at the meeting to questions received by 5pm on Wednesday 5 June; "
        "questions received after that time and up to 10am on Tuesday 11 June will get a verbal reply only.",
        "06-05 17:00, 06-11 10:00",
        "all",
        f" | {VERBAL}",
    ),
    Case(
        "To guarantee a written reply, questions must be in by 10 am on 5 June 2024.",
        "06-05 10:00",
        "all",
        WRITTEN,
    ),
    Case("The Council welcomes questions. Please email them to us by Wednesday 5 June.", "06-05 23:59"),
    Case(
        "Questions on the reports listed on this agenda can be sent in up to midday on the day before the "
        "meeting.",
        "06-12 12:00",
        "all",
        ON,
    ),
)

POSITIVES = (
    *DATES,
    *CLEAR_WORKING_DAYS,
    *WORKING_DAYS,
    *OTHER_DAYS,
    *HOURS,
    *WEEKDAYS,
    *TIERS,
    *SCOPES,
    *CLUTTER,
    *LATER,
)

NEGATIVES = (
    "The strategy will be published by 26th October.",
    "Petitions must be received by 12 noon on 7 June 2024.",
    "Petitions should be submitted at least ten working days before the meeting.",
    "Public statements must be received by 12 noon on the working day before the meeting.",
    "Statements must be received no later than noon on 10 June 2024.",
    "If you wish to make a statement, please email it by 5pm on 10 June 2024.",
    "To register to speak please contact the clerk by 12 noon on 11 June 2024.",
    "The deadline for registering to speak is 12 noon two working days before the meeting.",
    "Requests to speak must be made by 10am on Monday 10 June 2024.",
    "Members of the public wishing to address the Committee must notify the clerk by noon on 11 June.",
    "Deputations require five clear working days' notice.",
    "Requests to bring a deputation must be received three working days before the meeting.",
    "Nominations for the post of Vice-Chair must be received by 5pm on 10 June 2024.",
    "Nominations close at noon on Friday 7 June 2024.",
    "The call-in deadline for these decisions is 5pm on 20 June 2024.",
    "Any decision not called in by 5pm on Thursday 20 June 2024 may be implemented.",
    "Decisions may be called in within five working days of publication.",
    "The consultation closes at midnight on 30 June 2024.",
    "Responses to the consultation should be sent by 21 June 2024.",
    "The consultation asked twelve questions and closes on 5 July 2024.",
    "Comments on planning application 24/0123 must be submitted by 14 June 2024.",
    "Representations on the licensing application must be received by 24 June 2024.",
    "Objections must be lodged no later than 5pm on 12 June 2024.",
    "Requests for reports should be sent to the Scrutiny Officer by 1 July 2024.",
    "Members are asked to send requests for items on the next agenda by 28 June 2024.",
    "Please RSVP by Friday 7 June 2024.",
    "Please confirm your attendance by noon on Monday 10 June 2024.",
    "Apologies should be sent to the clerk by 9am on the day of the meeting.",
    "Members are reminded to send declarations of interest to the Monitoring Officer before the meeting on "
    "13 June 2024.",
    "Substitutions must be notified by 10am on the day of the meeting.",
    "Motions must be delivered to the Chief Executive by noon, seven clear working days before the meeting.",
    "Notice of motion must be given at least nine clear days before the meeting.",
    "Amendments to the budget must be submitted by 12 noon on 10 June 2024.",
    "Agendas are published five clear working days before the meeting.",
    "Copies of the agenda will be available at least five clear working days before the meeting.",
    "Answers to questions will be published on the website by 5pm on 12 June 2024.",
    "Written responses to questions will be provided within ten working days of the meeting.",
    "A written reply will be sent to the questioner within 5 working days after the meeting.",
    "Replies to public questions will be circulated by noon on the day of the meeting.",
    "Three questions had been received by the deadline of noon on 10 June 2024.",
    "No public questions were received by the deadline of 5pm on 7 June 2024.",
    "In response to a question, the Director confirmed that the work would be finished by 1 July 2024.",
    "Members asked questions and officers agreed to report back by 12 July 2024.",
    "A member questioned whether the target would be met by 31 March 2025.",
    "Following questions, it was agreed that the report should be circulated by 14 June 2024.",
    "The survey questions will be live until 21 June 2024.",
    "The questionnaire should be returned by 5pm on 7 June 2024.",
    "The Council must respond to the Ombudsman by 28 June 2024.",
    "Bids must be received by noon on 17 June 2024.",
    "Tenders must be returned not later than 12 noon on 17 June 2024.",
    "Expressions of interest should be submitted by 30 June 2024.",
    "Applications for the grant close at 5pm on 28 June 2024.",
    "The vacancy closes on 16 June 2024.",
    "Members of the press wishing to film should notify the clerk 24 hours before the meeting.",
    "If you require a hearing loop please tell us at least two working days before the meeting.",
    "If you need this agenda in another format please contact us three working days before the meeting.",
    "To book a seat in the public gallery please email us by 4pm on the working day before the meeting.",
    "Please reserve your place by 4pm on the working day prior to the meeting.",
    "Members are asked to arrive 15 minutes before the meeting.",
    "A pre-meeting for members will be held half an hour before the start of the meeting.",
    "The live stream will begin five minutes before the meeting.",
    "Please raise technical questions on the report with the author before the meeting.",
    "For questions about this agenda please contact Una Reed on 01234 567890.",
    "If you have any questions about the arrangements, please contact the clerk, who works until 5pm on "
    "Thursdays.",
    "Urgent items must be agreed by the Chair at least two hours before the meeting.",
    "Late items will be circulated by noon on the day before the meeting.",
    "Any other business must be notified to the Chair 24 hours before the meeting.",
    "The recommendations should be implemented by 30 September 2024.",
    "The minutes of the meeting held on 7 June 2024 were signed.",
    "The Cabinet will answer the questions raised at its meeting on 19 June 2024.",
    "The question of the bridge's funding will be settled by 30 June 2024.",
    "The funding in question must be spent by 31 March 2025.",
    "There is no question that the works will be complete by 1 August 2024.",
    "Members of the public may ask questions at the meeting without notice.",
    "One supplementary question may be asked without notice.",
    "Questions will be taken in the order in which they were received, for no more than 30 minutes.",
    "Each questioner will have two minutes to put the question.",
    "A question must not be the same as one put in the past six months.",
    "If your question is rejected, you will be told within three working days.",
    "Questions not answered at the meeting will be answered in writing within five working days.",
    "Answers will be sent to the questioner no later than three working days after the meeting.",
    "If your question is accepted you will be told by noon on the day before the meeting.",
    "The Chair may take questions for up to 15 minutes before the meeting closes.",
    "Appeals must be submitted by 5pm on 21 June 2024.",
    "School admission applications close on 31 October 2024.",
    "Complaints must be made within 28 days.",
    "Freedom of information questions are answered within 20 working days.",
    "Evidence should be submitted to the Task Group by noon on 21 June 2024.",
    "The call for evidence closes on 12 July 2024.",
    "Presentations must be sent to the clerk by noon on the day before the meeting.",
    "Papers for the next meeting are due by 1 July 2024.",
    "The deadline for reports is 24 June 2024.",
    "Councillors wishing to substitute must tell the Monitoring Officer by noon on the day of the meeting.",
    "Comments or objections in respect of any traffic order must arrive before 5pm on 28 June 2024.",
    "Feedback on the draft plan is welcome until Friday 21 June 2024.",
    "Questions submitted to the last meeting on 7 March 2024 are attached at Appendix A.",
    "Members noted that public questions would be answered in writing by 28 June 2024.",
    "The Task Group will put its questions to the Cabinet Member on 20 June 2024.",
    "Registered speakers must arrive by 9.45am on the day of the meeting.",
    "The committee agreed a list of questions to be sent to the NHS Trust by 30 June 2024.",
    "Please submit evidence to the inquiry by 5pm on 21 June 2024.",
    "Any Member wishing to call in a decision must do so by 5pm on 18 June 2024.",
    "Requests for the webcast to be paused must be made before the meeting.",
    "The Director will respond to outstanding questions by the end of June 2024.",
    "Those intending to record the meeting should give 24 hours' notice.",
    "Representations about why the meeting should be open must be received by 5 June 2024.",
    "Parents have until 15 January 2025 to apply for a primary place.",
    "The closing date for the survey is 5pm on 5 July 2024.",
    "A briefing for members to ask questions about the budget will be held on 10 June 2024 at 5pm.",
    "Officers will be available to answer questions from 9.30am on the day of the meeting.",
    "The auditor's questions must be answered before 31 July 2024.",
    "Petitioners must give the clerk five clear working days' notice.",
    "The Council's response to the question must be published within 10 working days of the meeting.",
    "Deadline for items for the next agenda: 28 June 2024.",
    "Papers to follow by 5pm on 11 June 2024.",
    "Members of the public may attend and ask questions on the day of the meeting.",
    "The next meeting will take questions on 11 July 2024.",
    "The deadline for questions for the next meeting, on 11 July 2024, is 5pm on 5 July 2024.",
    "Public question time will last no more than 30 minutes before the meeting moves on.",
    "Submissions to the Local Plan examination close on 28 June 2024.",
    "Any queries on the accounts must be raised by 5 July 2024.",
    "The Inspector's questions will be available two weeks before the hearing.",
    "The Chair thanked officers for replying to questions three days in advance of the meeting.",
    "Councillors should complete the questionnaire on training by 20 June 2024.",
    "Please return your ballot by 20 June 2024.",
    "Answers to written questions are tabled one hour before the meeting.",
    "Questions and answers are available half an hour before the start of the meeting.",
    "Copies of questions received will be placed on the seats 30 minutes before the meeting.",
    "The reply to a question shall be sent within seven days.",
    "Registration to speak closes at 12 noon on the last working day before the meeting.",
    "If your question is ruled out of order you may appeal by 10 June 2024.",
    "Members' interests must be registered within 28 days.",
    "The panel interviewed the Director and asked questions until 12 noon on 3 June 2024.",
    "Tickets for the gallery must be requested by noon on 12 June 2024.",
    "Please switch off phones 5 minutes before the meeting.",
    "Comments on the minutes should reach the clerk by 10 June 2024.",
    "The decision will come into force on 20 June 2024 unless called in.",
    "The report answers questions raised before the meeting on 7 March 2024.",
    "Councillors are invited to a tour of the site at 9am on the day before the meeting.",
    "Responses to the questions in the consultation paper are due by 28 June 2024.",
)
