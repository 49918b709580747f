"""Three themes whose every text colour stands at least 4.5 to 1 against every ground it is set on.

`$success`, `$warning`, `$error`, `$accent` and `$text-muted` are text colours here (Textual's own
`$text-success` tints cannot be set, and fail on light grounds). A test works the contrasts out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from textual.theme import Theme

DEFAULT = "scrutiny-light"


def _theme(
    name: str, *, dark: bool, muted: str, line: str, cursor: str, on_cursor: str, **colours: str
) -> Theme:
    """Make a theme; `line` is for edges only, `cursor` the ground of a highlighted row."""
    return Theme(
        name=name,
        dark=dark,
        variables={
            "text": colours["foreground"],
            "text-muted": muted,
            "text-disabled": muted,
            "foreground-muted": muted,
            "foreground-disabled": muted,
            "line": line,
            "border": colours["primary"],
            "border-blurred": line,
            "block-cursor-background": cursor,
            "block-cursor-foreground": on_cursor,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": colours["panel"],
            "block-cursor-blurred-foreground": colours["foreground"],
            "block-hover-background": colours["panel"],
            "footer-background": colours["background"],
            "footer-foreground": colours["foreground"],
            "footer-key-foreground": colours["primary"],
            "footer-description-foreground": muted,
            "input-selection-background": cursor,
            "input-selection-foreground": on_cursor,
            "link-color": colours["primary"],
            "link-color-hover": on_cursor,
            "link-background-hover": cursor,
            "scrollbar": line,
            "scrollbar-hover": muted,
            "scrollbar-active": colours["primary"],
            "scrollbar-background": colours["background"],
            "scrollbar-background-hover": colours["background"],
            "scrollbar-background-active": colours["background"],
            "scrollbar-corner-color": colours["background"],
            "button-color-foreground": on_cursor,
        },
        primary=colours["primary"],
        secondary=colours["secondary"],
        accent=colours["accent"],
        success=colours["success"],
        warning=colours["warning"],
        error=colours["error"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
    )


THEMES = (
    _theme(
        "scrutiny-light",
        dark=False,
        background="#faf9f5",
        surface="#f3f1ea",
        panel="#e9e6dc",
        foreground="#1c1e22",
        primary="#0b4a82",
        secondary="#3b566e",
        accent="#6b3d8f",
        success="#17602f",
        warning="#7d4300",
        error="#9c1520",
        muted="#54575e",
        line="#c9c5b8",
        cursor="#cfe1f3",
        on_cursor="#0f1216",
    ),
    _theme(
        "scrutiny-dark",
        dark=True,
        background="#14171c",
        surface="#1b1f26",
        panel="#262c36",
        foreground="#e7e5df",
        primary="#86bdf0",
        secondary="#a9bfd3",
        accent="#cfaaf0",
        success="#8fd69e",
        warning="#f2bd66",
        error="#ff9c9c",
        muted="#a9afba",
        line="#3a424f",
        cursor="#24405e",
        on_cursor="#ffffff",
    ),
    _theme(
        "scrutiny-contrast",
        dark=True,
        background="#000000",
        surface="#000000",
        panel="#1a1a1a",
        foreground="#ffffff",
        primary="#7cd3ff",
        secondary="#ffffff",
        accent="#ffb3ff",
        success="#7dffa0",
        warning="#ffe14d",
        error="#ffb0b0",
        muted="#e0e0e0",
        line="#ffffff",
        cursor="#00308f",
        on_cursor="#ffffff",
    ),
)


_NEAR = {
    "scrutiny-light": {
        "accent": "#5f0087",
        "warning": "#5f5f00",
        "secondary": "#005f5f",
        "background": "#ffffff",
        "surface": "#eeeeee",
        "panel": "#e4e4e4",
    },
    "scrutiny-dark": {"block-cursor-background": "#000087"},
    "scrutiny-contrast": {"block-cursor-background": "#0000af"},
}
"""What a terminal of 256 colours would set too near its ground, or tinge (its light grounds turn yellow), in
colours such a terminal has."""


def for_colours(theme: Theme, system: str | None) -> Theme:
    """Give a theme as a terminal of a colour system (`256`, `truecolor` ...) can show it."""
    if system != "256":
        return theme
    near = _NEAR[theme.name]
    inks: dict[str, Any] = {name: colour for name, colour in near.items() if not name.startswith("block")}
    cursor = near.get("block-cursor-background", theme.variables["block-cursor-background"])
    grounds = ("block-cursor-background", "input-selection-background", "link-background-hover")
    return replace(theme, **inks, variables={**theme.variables, **dict.fromkeys(grounds, cursor)})


def theme_name(setting: str) -> str:
    """The theme a setting means: `dark` and `scrutiny-dark` alike; anything unknown is the light one."""
    names = {theme.name for theme in THEMES}
    full = setting if setting.startswith("scrutiny-") else f"scrutiny-{setting}"
    return full if full in names else DEFAULT
