"""Takes the marks of Markdown out of a text that a converter wrote them into."""

from __future__ import annotations

import re

from imports.patterns import regex

_FRONT = regex(r"\A\s*---\n(?P<keys>(?:[^\n]*\n){1,40}?)---\n")
_TITLE = regex(r"^title:\s*[\"']?(?P<title>.*?)[\"']?\s*$", re.MULTILINE)
_NUMBER = regex(r"^\s*\d{1,4}\\[.)]", re.MULTILINE)
_HEADING = regex(r"^(\s*)#{1,6}\s+(?=\S)", re.MULTILINE)
_STRONG = regex(r"\*\*(?=[^\s*])([^*\n]*[^\s*])\*\*")
_ITALIC = regex(r"(?<!\w)_(?=\S)([^_\n]*[^\s_])_(?!\w)|_([,.;:])_")
_ESCAPED = regex(r"\\([\\.()\[\]_*#>+-])")


def without_marks(text: str) -> str:
    """A text without the marks of Markdown; as it is where it bears none.

    Stars at names and underlined blanks are no marks: a text counts as Markdown by numbers with a stroke
    before their stop, words in bold, headings, or the keys it begins with, of which the title is kept.
    """
    if front := _FRONT.match(text):
        title = _TITLE.search(front["keys"])
        text = f"{title['title'] if title else ''}\n\n{text[front.end() :]}"
    marked = (
        front
        or ("\\" in text and _NUMBER.search(text))
        or ("**" in text and _STRONG.search(text))
        or ("\n# " in f"\n{text}" or "\n## " in text)
    )
    if not marked:
        return text
    for pattern, kept in ((_STRONG, r"\1"), (_ITALIC, r"\1\2"), (_HEADING, r"\1"), (_ESCAPED, r"\1")):
        text = pattern.sub(kept, text)
    return text
