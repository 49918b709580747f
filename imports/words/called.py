"""What a paper calls itself above its committee's name: an agenda, a document pack, a supplement to one."""

from __future__ import annotations

_WHICH = (
    r"(?:(?:public|private|restricted|first|second|third|1st|2nd|3rd"
    r"|further|revised|amended|updated)\s++){0,3}+"
)
_LATE = r"(?:supplementa(?:ry|l)|additional|late|urgent|to\s+follow)"
_PAPERS = r"(?:agenda|documents?|reports?|papers?|items?|information|pack)"
SUPPLEMENT = (
    rf"{_WHICH}(?:{_LATE}\s+{_WHICH}{_PAPERS}(?:\s+{_PAPERS}){{0,3}}|(?:agenda\s+)?(?:supplement|addend(?:um|a))"
    rf"|update\s+sheet|{_PAPERS}\s+to\s+follow)\b(?:\s+pack)?(?:\s+\(?(?:no\.?\s*|number\s+)?\d\d?\)?)?"
    r"(?:\s+to\s+(?:the\s+)?(?:\w+\s+)?agenda\b)?"
)
"""A paper that brings more for a meeting whose agenda came before."""
PACK = rf"{_WHICH}(?:agenda(?:\s+(?:pack|front\s?sheet))?|(?:agenda|documents?|reports?)\s+pack)\b"
FOR_THE = r"(?:\s+(?:for|of)\b(?:\s+the\b)?)?"
