"""Questions as a clerk takes them in: e-mail, Word, Markdown and CSV, chosen by the file's suffix.

Only the question, whom it is for, the quoted evidence and the answer travel; a member's notes never do,
nor words quoted from a page that is not public. What came from a document is data in every format: no
header, formula, link or markup of it takes effect.

What a program may read back, in every format of version 1:

- `.eml`: the headers `X-Scrutiny-Version: 1`, `X-Scrutiny-Committee`, `X-Scrutiny-Meeting` (YYYY-MM-DD), and
  one `X-Scrutiny-Question` a question, a JSON object (see `record`). A mail program that drops
  headers leaves the body: `Question N`, then the lines `Agenda item N: title` and `To whom`, a blank
  line, the words, and `Evidence:` lines.
- `.md`: under each `## Question N` a comment `<!-- scrutiny {JSON} -->` of the same object.
- `.docx`: the core property `category` is `scrutiny 1`, `subject` the committee, `keywords` the day. Each
  `Heading 2` begins a question; paragraphs of the styles `Scrutiny Field`, `Scrutiny Question`, `Scrutiny
  Quote` and `Scrutiny Source` are what their names say.
- `.csv`: UTF-8 with a mark; the columns `committee`, `meeting`, `item`, `title`, `to`, `question`, `words`,
  `state`, `submitted`, `late`, `evidence`, `from`, `email`, `answer`, `supplementary to`, `id`. A cell
  that a spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from scrutiny_tui.services.errors import ExportFailed
from scrutiny_tui.services.export.lines import MemberIdentity, as_text, meeting_name, subject
from scrutiny_tui.services.export.mail import Mailto, as_email, as_mailto
from scrutiny_tui.services.export.markdown import as_markdown, schedule_as_markdown
from scrutiny_tui.services.export.record import record
from scrutiny_tui.services.export.schedule import in_agenda_order
from scrutiny_tui.services.export.table import as_csv
from scrutiny_tui.services.export.word import as_word, schedule_as_word
from scrutiny_tui.services.files import write_whole
from scrutiny_tui.services.models.questions import QuestionDetail

__all__ = [
    "SUFFIXES",
    "Mailto",
    "MemberIdentity",
    "as_csv",
    "as_email",
    "as_mailto",
    "as_markdown",
    "as_text",
    "as_word",
    "files_of_each",
    "meeting_name",
    "record",
    "schedule_as_markdown",
    "schedule_as_word",
    "subject",
    "write_each",
    "write_questions",
]

Writer = Callable[[Sequence[QuestionDetail], MemberIdentity], bytes]

_WRITERS: dict[str, Writer] = {
    ".eml": as_email,
    ".docx": as_word,
    ".md": lambda details, member: as_markdown(details, member).encode(),
    ".csv": as_csv,
}
_SCHEDULES: dict[str, Writer] = {
    **_WRITERS,
    ".docx": schedule_as_word,
    ".md": lambda details, member: schedule_as_markdown(details, member).encode(),
}
SUFFIXES = tuple(_WRITERS)


def write_questions(
    details: Sequence[QuestionDetail], target: Path, member: MemberIdentity, *, schedule: bool = False
) -> None:
    """Write questions to one file: `.eml`, `.docx`, `.md` or `.csv`.

    Args:
        details: the questions.
        target: the file; its suffix says the format.
        member: who asks.
        schedule: as the list a meeting has before it, in the order of its agenda.

    Raises:
        ExportFailed: no questions, an unknown suffix, questions for different clerks in one e-mail,
            or a target that cannot be written.
    """
    if not details:
        raise ExportFailed("There are no questions to export. Draft one first.")
    write = (_SCHEDULES if schedule else _WRITERS).get(target.suffix.lower())
    if write is None:
        raise ExportFailed(f"{target.name}: choose a name that ends in .eml, .docx, .md or .csv.")
    write_whole(target, write(in_agenda_order(details) if schedule else details, member))


def files_of_each(count: int, target: Path) -> tuple[Path, ...]:
    """The files `write_each` writes so many questions to: `target`'s name, numbered."""
    width = len(str(count))
    return tuple(
        target.with_name(f"{target.stem} {place:0{width}d}{target.suffix}") for place in range(1, count + 1)
    )


def write_each(details: Sequence[QuestionDetail], target: Path, member: MemberIdentity) -> tuple[Path, ...]:
    """Write every question to a file of its own beside `target`, its name numbered; give the files.

    Raises:
        ExportFailed: as `write_questions`; the files before the one that failed are whole.
    """
    if not details:
        raise ExportFailed("There are no questions to export. Draft one first.")
    files = files_of_each(len(details), target)
    for detail, file in zip(details, files, strict=True):
        write_questions([detail], file, member)
    return files
