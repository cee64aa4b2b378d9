"""The sources of an answer, numbered in the order in which a reader meets them."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from channelwise.recommend.model import Explanation, Ground, Reason, Recommendation
from channelwise.render.digest import decisive, fitting, rest

_LINK: Final = re.compile(r"https?://[^\s;,<>\"']+")


class Source(NamedTuple):
    """One entry of the list. Facts that came from the same place share it."""

    number: int
    ground: Ground

    @property
    def link(self) -> str:
        """The first web address, or ''. No other scheme ever becomes a link."""
        found = _LINK.search(self.ground.address)
        return found[0] if found else ""

    @property
    def place(self) -> str:
        """An address that is no link but still says where to look, such as `host.org 4711`."""
        known = not self.link and ("." in self.ground.address or ":" in self.ground.address)
        return self.ground.address if known else ""

    @property
    def why(self) -> str:
        """The reason of a judgement; it is written in English only."""
        name, _, why = self.ground.id.partition(":")
        return why.strip() if name == "judgement" else ""


class Sources:
    """A numbered list without doubles."""

    def __init__(self, grounds: Iterable[Ground]) -> None:
        self._by_key: dict[tuple[str, ...], Source] = {}
        for ground in grounds:
            self._by_key.setdefault(_key(ground), Source(len(self._by_key) + 1, ground))

    def __iter__(self) -> Iterator[Source]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)

    @property
    def some_old(self) -> bool:
        return any(source.ground.old for source in self)

    def of(self, grounds: Iterable[Ground]) -> list[Source]:
        """The entries of a reason's grounds, each once, by number."""
        return sorted({source.number: source for source in map(self._entry, grounds)}.values())

    def _entry(self, ground: Ground) -> Source:
        return self._by_key[_key(ground)]


def _key(ground: Ground) -> tuple[str, ...]:
    if not ground.title:
        return (ground.id,)
    return (ground.title, ground.address, ground.date, ground.confidence)


def of_recommendation(answer: Recommendation) -> Sources:
    """All that a report on a recommendation shows."""
    return Sources(_shown(answer))


def _shown(answer: Recommendation) -> Iterator[Ground]:
    for network in fitting(answer):
        yield from _grounds([*network.reasons_for, *network.reasons_against])
    for network in rest(answer):
        told = [*decisive(network), *network.reasons_for, *network.reasons_against]
        yield from _grounds(told)
    for advice in answer.advice:
        yield from advice.grounds
    for network in fitting(answer):
        yield from (metric.ground for metric in network.metrics if metric.ground)


def of_explanation(proof: Explanation) -> Sources:
    """All that a proof shows."""
    lines = (line for part in proof.criteria for line in part.lines)
    return Sources([*_grounds(proof.exclusions), *(g for line in lines for g in line.grounds)])


def _grounds(reasons: Iterable[Reason]) -> Iterator[Ground]:
    for reason in reasons:
        yield from reason.grounds
