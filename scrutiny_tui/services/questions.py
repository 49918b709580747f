"""The member's questions, from the first word beside the evidence to the answer."""

from __future__ import annotations

from scrutiny_tui.services.answers import Answering
from scrutiny_tui.services.asking_again import AskingAgain
from scrutiny_tui.services.drafting import Drafting
from scrutiny_tui.services.submitting import Submitting


class Questions(Drafting, Submitting, Answering, AskingAgain):
    """Drafting, submitting and following questions; every change is on the desk when its call returns."""
