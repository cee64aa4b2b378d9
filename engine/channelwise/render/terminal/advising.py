"""What to do and what to mind: keeping accounts apart first, then warnings, then advice."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from channelwise.recommend.model import Advice
from channelwise.render.terminal.page import Page

MOST: Final = 4

Names = Mapping[str, str]


def advising(page: Page, advice: Sequence[Advice], names: Names, *, full: bool) -> None:
    """All of it, or what matters most with a word on how much more there is."""
    apart = [one for one in advice if one.topic == "separation"]
    others = [one for one in advice if one.topic != "separation"]
    groups = (
        ("presence.apart", apart),
        ("warnings", [one for one in others if one.level == "warning"]),
        ("advice", [one for one in others if one.level == "advice"]),
    )
    for title, group in groups:
        shown = group if full else most_important(group)
        if shown:
            page.heading(page.ui(title))
            for one in shown:
                _advice(page, one, names)
        if len(shown) < len(group):
            page.say((page.ui("terminal.more", count=len(group) - len(shown)), "dim"), indent=2)


def most_important(group: Sequence[Advice]) -> list[Advice]:
    """A rule once, the topics in turn, warnings and what holds for the whole business first."""
    once = {one.rule: one for one in reversed(group)}
    left = sorted(once.values(), key=lambda one: (one.level != "warning", bool(one.networks)))
    return list(_in_turn(left))[:MOST]


def _in_turn(left: Iterable[Advice]) -> Iterable[Advice]:
    """The first of each topic, then the second of each, and so on."""
    seen: dict[str, int] = {}
    turns: list[tuple[int, Advice]] = []
    for one in left:
        turns.append((seen.get(one.topic, 0), one))
        seen[one.topic] = seen.get(one.topic, 0) + 1
    return (one for _, one in sorted(turns, key=lambda turn: turn[0]))


def _advice(page: Page, advice: Advice, names: Names) -> None:
    networks = page.listed(names.get(name, name) for name in advice.networks)
    where = f"{networks}: " if networks else ""
    page.items([page.line((where, "bold"), page.text(advice.text))])
    page.say((page.text(advice.because), "dim"), indent=4)
