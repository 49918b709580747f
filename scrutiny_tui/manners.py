"""How the app looks and behaves for this person: what the settings say of theme, keys, glyphs and motion."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import constants, events, on
from textual.app import App
from textual.reactive import reactive
from textual.widget import Widget

from scrutiny_tui.glyphs import AsciiOnly, wants_ascii
from scrutiny_tui.literal import say
from scrutiny_tui.theme import THEMES, for_colours, theme_name

if TYPE_CHECKING:
    from scrutiny_tui.config import Settings


class MannersApp(App[None]):
    """An app that does as the settings say; screens watch `own_keys` and `measure`."""

    own_keys: reactive[dict[str, str]] = reactive(dict)
    measure: reactive[int] = reactive(76)

    def __init__(self, *args: Any, **more: Any) -> None:
        """Know the themes."""
        super().__init__(*args, **more)
        self._ascii = AsciiOnly(enabled=False)
        self._filters.append(self._ascii)
        self.still = False
        self._said = "", 0.0
        for theme in THEMES:
            self.register_theme(for_colours(theme, self.console.color_system))

    @property
    def plain_letters(self) -> bool:
        """Whether everything is drawn in ASCII."""
        return self._ascii.enabled

    def keep_manners(self, settings: Settings) -> list[str]:
        """Let the settings hold; what is wrong with the keys in them comes back, a sentence each."""
        if not self.is_running:
            self._begin_in(theme_name(settings.theme))
        self.theme = theme_name(settings.theme)
        self.measure = settings.measure
        self.still = settings.reduced_motion or constants.TEXTUAL_ANIMATIONS == "none"
        self.animation_level = "none" if self.still else constants.TEXTUAL_ANIMATIONS
        if self._ascii.enabled != wants_ascii(settings.glyphs):
            self._ascii.enabled = not self._ascii.enabled
            self._draw_anew()
        if not settings.keys and settings.key_style == "both":
            self._take_keys({}, {})
            return []
        from scrutiny_tui.keymap import read_keymap  # late: few people have keys of their own

        keymap = read_keymap(settings.keys, settings.key_style)
        self._take_keys(keymap.own, keymap.bindings())
        return keymap.troubles

    def _begin_in(self, theme: str) -> None:
        """Wear a theme from the start: a change of theme has every style sheet read once more."""
        self.set_reactive(MannersApp.theme, theme)
        dark = self.current_theme.dark
        for name, holds in {"-dark-mode": dark, "-light-mode": not dark, f"-theme-{theme}": True}.items():
            self.set_class(holds, name, update=False)
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def _take_keys(self, own: dict[str, str], told: dict[str, str]) -> None:
        self.own_keys = own
        self.set_keymap(told)

    def _draw_anew(self) -> None:
        """Nothing drawn before counts: the glyphs changed."""
        for stack in self._screen_stacks.values():
            for screen in stack:
                for node in screen.walk_children(Widget, with_self=True):
                    node.notify_style_update()
                    node.refresh()

    @on(events.DescendantFocus)
    def _calm(self, event: events.DescendantFocus) -> None:
        """Let no cursor blink where nothing shall move."""
        if hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = not self.still

    def notify(self, message: str, *, timeout: float | None = None, **how: Any) -> None:
        """Show a notification; the same words are not shown twice at a time."""
        now, lasts = monotonic(), self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        said, until = self._said
        if said == message and now < until:
            return
        self._said = message, now + lasts
        super().notify(message, timeout=timeout, **how)

    def tell(self, troubles: list[str]) -> None:
        """Say what is wrong with the settings, one after the other."""
        for trouble in troubles:
            say(self, trouble, "warning")
