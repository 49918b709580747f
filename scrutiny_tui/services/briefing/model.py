"""A member's brief for a meeting, before it has a form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from scrutiny_tui.services.models.meeting import ItemDetail, MeetingDetail
    from scrutiny_tui.services.models.promises import TrackedPromise
    from scrutiny_tui.services.models.questions import QuestionDetail

EarlierChoice = Literal["chosen", "kept", "best", "none"]
"""Which earlier passages go in: those chosen for an item, else its best; only chosen; only best; none."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Words on a paper, the member's note on them ("" for a bare mark), and where they stand."""

    quote: str
    note: str
    citation: str


@dataclass(frozen=True, slots=True)
class EarlierPassage:
    """Words said earlier on an item's topic that may go into the brief.

    Attributes:
        text: the words, whole.
        citation: where they stand.
        document_sha256: the paper's hash.
        source: the paper's name.
        page: the file's page.
        goes_in: whether they go in.
        by_hand: whether the member chose so for this item.
    """

    text: str
    citation: str
    document_sha256: str
    source: str
    page: int
    goes_in: bool
    by_hand: bool


@dataclass(frozen=True, slots=True)
class BriefItem:
    """An agenda item as a brief tells it.

    Attributes:
        detail: as the meeting's screen shows it.
        recommendations: word for word, those that are public.
        remarks: notes and marks on its papers.
        earlier: what was said before on its topic, what goes in and what may.
        questions: the member's own on it.
        tells_deadline: whether its deadline is another than the meeting's.
    """

    detail: ItemDetail
    recommendations: tuple[str, ...]
    remarks: tuple[Remark, ...]
    earlier: tuple[EarlierPassage, ...]
    questions: tuple[QuestionDetail, ...]
    tells_deadline: bool


@dataclass(frozen=True, slots=True)
class Brief:
    """All that goes into a brief.

    Attributes:
        meeting: with its deadlines, papers and clerk.
        items: in the agenda's order.
        remarks: notes and marks that stand on no item's pages.
        questions: the member's own on no item.
        promised: for this meeting, and not on its agenda.
        withheld: how many quotations, notes and recommendations were left out as not public.
        made_at: when, by the app's clock.
        member: whose brief it is, or "".
    """

    meeting: MeetingDetail
    items: tuple[BriefItem, ...]
    remarks: tuple[Remark, ...]
    questions: tuple[QuestionDetail, ...]
    promised: tuple[TrackedPromise, ...]
    withheld: int
    made_at: datetime
    member: str
