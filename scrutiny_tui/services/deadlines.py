"""Question deadlines of meetings: what the papers print, what the clerk configured, what was set by hand.

What was set by hand holds; else the dates and rules its papers print; else the rule configured for the
committee; else none. Nothing is corrected in silence: what is doubtful carries a warning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from db import desk, library
from db.committee import committee_key
from db.models.questions import MeetingRef
from db.models.settled import CommitteeRule, DeadlineOverride
from imports.deadlines.wording import read_wording
from imports.model.deadlines import OTHER_BUSINESS, DeadlineWording
from imports.model.warning import Warning
from scrutiny_tui.services.doctor import check_rule, disagreements, tier_of
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.kept_wording import read_wording as read_stored
from scrutiny_tui.services.left_over import look_for_left_over
from scrutiny_tui.services.models.deadlines import Deadline, DeadlineOrigin, DeadlineState
from scrutiny_tui.services.reckoning import work_out_wording

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.papers import AgendaItem, Meeting, StoredDeadline
    from db.store import Store
    from scrutiny_tui.services.calendars import WorkingCalendar
    from scrutiny_tui.services.clock import Clock


class Deadlines:
    """Every meeting's question deadlines, by the app's clock and the council's calendar."""

    def __init__(
        self, store: Store, clock: Clock, calendar: WorkingCalendar, rules: Sequence[CommitteeRule] = ()
    ) -> None:
        """Read deadlines from a store.

        Args:
            store: the library and the desk.
            clock: the app's.
            calendar: which days the council works.
            rules: committees' rules from the settings; one kept on the desk comes before them.
        """
        self._rules = tuple(rules)
        self._store = store
        self._clock = clock
        self._calendar = calendar

    @property
    def calendar(self) -> WorkingCalendar:
        """Which days the council works."""
        return self._calendar

    def keep_to(self, calendar: WorkingCalendar, rules: Sequence[CommitteeRule]) -> None:
        """Count by another calendar and other rules from now on: the settings were changed."""
        self._calendar, self._rules = calendar, tuple(rules)

    async def board(self, past: bool = False) -> tuple[Deadline, ...]:
        """Give the deadlines not yet past, soonest first; with `past`, every one that was ever printed."""
        today = self._clock.now().date()
        found = await self._store.read(library.meetings)
        wanted = [m for m in found if past or m.date is None or m.date >= today]
        deadlines = [d for each in (await self.of_meetings(wanted)).values() for d in each]
        return tuple(sorted((d for d in deadlines if past or d.state in ("open", "today")), key=_when))

    async def of_meetings(self, meetings: Sequence[Meeting]) -> dict[int, tuple[Deadline, ...]]:
        """Give the deadlines of several meetings by the meeting's id, read at one moment."""
        now = self._clock.now()

        def work(db: Database) -> dict[int, tuple[Deadline, ...]]:
            stored: defaultdict[int, list[StoredDeadline]] = defaultdict(list)
            for row in library.deadlines(db, [meeting.id for meeting in meetings]):
                stored[row.meeting_id].append(row)
            rules = {
                committee_key(rule.committee): rule for rule in (*self._rules, *desk.committee_rules(db))
            }
            overrides: defaultdict[tuple[str, date | None], list[DeadlineOverride]] = defaultdict(list)
            for override in desk.deadline_overrides(db):
                overrides[committee_key(override.meeting.committee), override.meeting.date].append(override)
            found = {}
            for meeting in meetings:
                key = committee_key(meeting.committee)
                set_by_hand = overrides[key, meeting.date]
                found[meeting.id] = self._of(meeting, stored[meeting.id], rules.get(key), set_by_hand, now)
            return look_for_left_over(db, found, self._calendar)

        return await self._store.read(work)

    async def override(self, meeting: Meeting, applies_to: str, due: datetime, reason: str) -> None:
        """Set a deadline by hand; what was set before stays in the history.

        Raises:
            ServiceError: no reason is given.
        """
        if not reason.strip():
            raise ServiceError(
                "Give a reason, so that others can see why the printed deadline does not hold."
            )
        ref, now = _ref(meeting), self._clock.now()
        await self._store.write(
            lambda db: desk.override_deadline(db, ref, tidy_scope(applies_to), due, reason.strip(), now)
        )

    async def withdraw(self, meeting: Meeting, applies_to: str) -> None:
        """Let what the papers print hold again; the history keeps what was set."""
        ref, now = _ref(meeting), self._clock.now()
        await self._store.write(lambda db: desk.withdraw_override(db, ref, tidy_scope(applies_to), now))

    async def history(self, meeting: Meeting) -> tuple[DeadlineOverride, ...]:
        """Give every deadline ever set by hand for a meeting, the newest first."""
        return await self._store.read(lambda db: desk.override_history(db, _ref(meeting)))

    async def set_rule(self, committee: str, wording: str, standing_order: str) -> None:
        """Keep a committee's standing rule in words, with the standing order it cites.

        Raises:
            ServiceError: the words are not understood as a rule that holds for every meeting.
        """
        rule = read_wording(wording, None)
        if rule is None or rule.basis == "date":
            example = '"by 10.00am, four clear working days before the meeting"'
            raise ServiceError(f"{wording!r} is not understood as a rule. Say, for example, {example}.")
        kept = CommitteeRule(committee, wording, standing_order)
        await self._store.write(lambda db: desk.save_rule(db, kept))

    async def rule(self, committee: str) -> CommitteeRule | None:
        """Give a committee's standing rule, however its name is spelt."""
        kept = await self._store.read(lambda db: desk.committee_rule(db, committee))
        key = committee_key(committee)
        return kept or next((rule for rule in self._rules if committee_key(rule.committee) == key), None)

    async def keep_rule(self, named: str, wording: str, standing_order: str) -> str:
        """Keep a rule for the committee a person names by words of its name, or take it back.

        Args:
            named: words of its name; where no single committee has them, the name as it shall be.
            wording: the rule in words; "" takes back the one kept.
            standing_order: where it stands, or "".

        Returns:
            The committee's name.

        Raises:
            ServiceError: the words are not understood as a rule that holds for every meeting.
        """
        meetings = await self._store.read(library.meetings)
        known = {m.committee for m in meetings if named.casefold() in m.committee.casefold()}
        committee = known.pop() if len(known) == 1 else named
        if wording.strip():
            await self.set_rule(committee, wording, standing_order)
        else:
            await self._store.write(lambda db: desk.forget_rule(db, committee))
        return committee

    def _of(
        self,
        meeting: Meeting,
        stored: Iterable[StoredDeadline],
        rule: CommitteeRule | None,
        overrides: Iterable[DeadlineOverride],
        now: datetime,
    ) -> tuple[Deadline, ...]:
        printed = [self._printed(meeting, row, now) for row in stored]
        quoted = [d for d in printed if d.state == "quoted"]
        live = disagreements(_without_repeats(d for d in printed if d.state != "quoted"))
        kept_rule = self._configured(meeting, rule, now) if rule is not None else None
        live = check_rule(live, kept_rule) if live or kept_rule is None else [kept_rule]
        set_by_hand = [_set_by_hand(meeting, override, now) for override in overrides]
        replaced = {d.applies_to for d in set_by_hand}
        kept = [d for d in live if "all" not in replaced and d.applies_to not in replaced]
        return (*kept, *set_by_hand, *quoted)

    def _printed(self, meeting: Meeting, row: StoredDeadline, now: datetime) -> Deadline:
        wording = read_stored(row)
        is_date = wording.rule is not None and wording.rule.basis == "date"
        bare = _in_words(meeting, wording, "printed" if is_date else "printed rule", row.document_id)
        return self._worked(bare, wording, now)

    def _configured(self, meeting: Meeting, rule: CommitteeRule, now: datetime) -> Deadline:
        understood = read_wording(rule.wording, None)
        source = f" ({rule.standing_order})" if rule.standing_order else ""
        wording = DeadlineWording(rule.wording + source, understood, "all", "notes", 0)
        return self._worked(_in_words(meeting, wording, "committee rule"), wording, now)

    def _worked(self, bare: Deadline, wording: DeadlineWording, now: datetime) -> Deadline:
        """Put the moment, its working and its doubts to a deadline known by its words."""
        meeting = bare.meeting
        worked = work_out_wording(wording, meeting.date, meeting.start_time, self._calendar)
        if worked is None:
            if bare.state == "quoted":
                return bare
            text = "The words set a deadline, but no moment can be worked out from them. Ask the clerk."
            return replace(bare, warnings=(Warning("deadline-without-moment", text, bare.page),))
        timed = replace(
            bare,
            due=worked.due,
            safe=worked.safe,
            working=worked.working,
            warnings=worked.warnings,
            left=(worked.due - now).total_seconds(),
        )
        return timed if bare.state == "quoted" else replace(timed, state=_state(timed, now))


def leading(deadlines: Iterable[Deadline]) -> Deadline | None:
    """The deadline to show for a meeting: the next open one, else the last closed one, else one in words.

    Of two at the same minute the one for members' questions, for it is members who look.
    """
    live = [d for d in deadlines if d.state != "quoted"]
    timed = [d for d in live if d.due is not None]
    still_open = [d for d in timed if d.state != "closed"]
    if still_open:
        return min(still_open, key=lambda d: (d.due or datetime.max, not _for_members(d)))
    if timed:
        return max(timed, key=lambda d: (d.due or datetime.min, _for_members(d)))
    return live[0] if live else None


def _for_members(deadline: Deadline) -> bool:
    return isinstance(deadline.applies_to, str) and "member" in deadline.applies_to


def covering(deadlines: Iterable[Deadline], item: AgendaItem) -> Deadline | None:
    """The deadline that covers an agenda item: its own, that of its kind of questions, else everybody's."""
    live = [d for d in deadlines if d.state != "quoted" and tier_of(d) != OTHER_BUSINESS]
    own = [d for d in live if isinstance(d.applies_to, tuple) and item.number in d.applies_to]
    title = item.title.casefold().replace("’", "'")
    kind = [d for d in live if isinstance(d.applies_to, str) and d.applies_to in title]
    return leading(own) or leading(kind) or leading(d for d in live if d.applies_to == "all")


def last_moment(deadline: Deadline) -> datetime | None:
    """The last second in time: "by" and "no later than" include the minute, "before" excludes it."""
    if deadline.due is None:
        return None
    rule = deadline.wording.rule if deadline.wording else None
    before = rule is not None and rule.before and rule.time is not None  # "before Monday" ends the day before
    return deadline.due - timedelta(seconds=1) if before else deadline.due.replace(second=59)


def tidy_scope(covers: str) -> str:
    """What a deadline set by hand covers, evenly set: "8,9" and "8, 9" are one; nothing means all."""
    return ", ".join(part.strip() for part in covers.split(",") if part.strip()) or "all"


def _ref(meeting: Meeting) -> MeetingRef:
    return MeetingRef(meeting.committee, meeting.date)


def _when(deadline: Deadline) -> tuple[datetime, int]:
    return deadline.due or datetime.max, deadline.meeting.id


def _state(deadline: Deadline, now: datetime) -> DeadlineState:
    last = last_moment(deadline)
    if last is None or now <= last:
        return "today" if last and last.date() == now.date() else "open"
    return "closed"


def _in_words(
    meeting: Meeting, wording: DeadlineWording, origin: DeadlineOrigin, document_id: int | None = None
) -> Deadline:
    """A deadline as its words stand, before it is worked out."""
    return Deadline(
        meeting=meeting,
        due=None,
        safe=None,
        state="quoted" if wording.source == "minutes" else "open",
        origin=origin,
        wording=wording,
        applies_to=wording.applies_to,
        text=wording.text,
        page=wording.page or None,
        document_id=document_id,
        working=(),
        warnings=(),
        left=None,
    )


def _set_by_hand(meeting: Meeting, override: DeadlineOverride, now: datetime) -> Deadline:
    scope = override.applies_to
    numbered = tuple(part.strip() for part in scope.split(",")) if any(map(str.isdigit, scope)) else scope
    deadline = Deadline(
        meeting=meeting,
        due=override.due,
        safe=None,
        state="open",
        origin="set by hand",
        wording=None,
        applies_to=numbered,
        text=override.reason,
        page=None,
        document_id=None,
        working=(),
        warnings=(),
        left=(override.due - now).total_seconds(),
    )
    return replace(deadline, state=_state(deadline, now))


def _without_repeats(deadlines: Iterable[Deadline]) -> list[Deadline]:
    """The same moment for the same questions once, the first printed: agenda and notes often both say it."""
    once: dict[tuple[object, ...], Deadline] = {}
    for deadline in deadlines:
        said = "" if deadline.due else deadline.text
        once.setdefault((deadline.due, deadline.applies_to, said), deadline)
    return list(once.values())
