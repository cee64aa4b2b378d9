"""Findings that say again what another one says more exactly: they are marked, and not told."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from channelwise.check.model import LEVELS, Finding
from channelwise.tone.model import ToneRule

_NETWORK: Final = "NETWORK"


def covered(
    found: Sequence[Finding], rules: Mapping[str, ToneRule], draft_of: Callable[[Finding], int]
) -> list[Finding]:
    """The findings; `covered_by` is set where the rule yields to another found in the draft.

    That other one is for the same network, or for any, and no lower in level: nothing grave is
    covered by something slight. One that somebody accepts covers as well, so that the same
    matter needs no second exception.
    """
    by_draft: dict[int, dict[str, Finding]] = defaultdict(dict)
    for one in found:
        if one.state == "found":
            by_draft[draft_of(one)].setdefault(one.code, one)
    return [_marked(one, rules, by_draft[draft_of(one)]) for one in found]


def _marked(one: Finding, rules: Mapping[str, ToneRule], beside: Mapping[str, Finding]) -> Finding:
    rule = rules.get(one.code)
    for rival in rule.yields_to if rule and one.state == "found" else ():
        other = beside.get(rival.replace(_NETWORK, one.network or _NETWORK, 1))
        if other and _covers(other, one):
            return one.model_copy(update={"covered_by": other.code})
    return one


def _covers(other: Finding, one: Finding) -> bool:
    networks = {other.network, one.network} - {None}
    return len(networks) < 2 and LEVELS.index(other.level) <= LEVELS.index(one.level)
