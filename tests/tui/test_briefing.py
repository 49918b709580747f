"""The brief of a meeting: looked over, its earlier passages chosen, written to a file."""

from __future__ import annotations

from dataclasses import replace

from tests.tui.driving import opened, see, shown
from tests.tui.fakes import HOSTILE, FakeServices


async def test_a_brief_is_looked_over_chosen_and_written(services: FakeServices) -> None:
    services.briefing.earlier = (
        *services.briefing.earlier,
        replace(services.briefing.earlier[0], text=" ".join(HOSTILE), goes_in=False),
    )
    async with opened(services, (110, 40)) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("enter")
        await see(pilot, "Ferry Timetable")
        await pilot.press("b")
        await see(pilot, "1 earlier passage in it")
        text = shown(pilot)
        assert "That the Committee notes the inspections made since January." in text
        assert "✓ in   Members asked when the wall would be walked." in text
        assert "○ out  It leaks." in text
        assert "[Exempt Appendix]" in text and "\x1b" not in text
        await pilot.press("enter")  # the title can't be chosen
        await see(pilot, "Only what was said earlier")
        await pilot.press("end", "up", "up", "up", "m")  # from the last passage's source to the one before
        await see(pilot, "2 earlier passages in it")
        await pilot.press("u")
        await see(pilot, "1 earlier passage in it")
        await pilot.press("w")
        await see(pilot, "Write the brief")
        await pilot.press("m", "d", "enter")  # over the ending, which is in hand
        await see(pilot, "Written: ")
    written = list(services.home.exports.glob("brief*.md"))
    assert [file.read_bytes()[:2] for file in written] == [b"# "]
    assert services.briefing.calls[-1][1] is None
