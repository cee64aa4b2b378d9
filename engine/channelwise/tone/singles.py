"""Rules that judge each draft alone: those that are for it and have a chance are run."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from channelwise.drafts.model import Draft
from channelwise.rules.condition import Truth
from channelwise.tone import kinds
from channelwise.tone.applies import Aim, Doubts
from channelwise.tone.chances import Chances
from channelwise.tone.context import AccountFacts, Topics, topics_of
from channelwise.tone.outcome import Breach
from channelwise.tone.reading import Reading


class Judged(NamedTuple):
    """A breach on a network; with doubts, it would be one if they were settled.

    Without a breach, the rule could not judge the draft at all.
    """

    aim: Aim
    network: str | None
    breach: Breach | None
    doubts: Doubts


class _Aimed(NamedTuple):
    """A rule, its number, and the networks for which it judges a draft, surely or perhaps."""

    number: int
    aim: Aim
    where: list[tuple[str | None, Truth]]


class Singles:
    """The rules for single drafts, in order."""

    def __init__(self, aims: Sequence[Aim]) -> None:
        self._aims = aims
        self._chances = Chances([aim.rule for aim in aims])
        self._known: dict[tuple[bool, tuple[str, ...]], list[_Aimed]] = {}

    def judged(self, reading: Reading, facts: AccountFacts) -> Iterator[Judged]:
        """What the rules find in a draft, or cannot tell, in the order of rules."""
        likely = self._chances.of(reading.body.text, reading.body.atoms.places)
        for number, aim, where in self._aimed(reading.draft):
            doubts = aim.doubts(reading.draft, facts, reading.words)
            if doubts is None:
                continue
            languages, against = aim.languages(facts.language)
            if against == "lists":
                yield Judged(aim, None, None, ("lists",))
            elif likely >> number & 1:
                view = kinds.View(aim.rule, reading, languages, _topics(aim, facts))
                doubts = (*doubts, against) if against else doubts
                yield from _breaches(aim, view, where, doubts)

    def _aimed(self, draft: Draft) -> list[_Aimed]:
        """The rules that its networks do not rule out; the same for many drafts."""
        key = draft.reply, draft.networks
        if key not in self._known:
            self._known[key] = list(self._sought(draft))
        return self._known[key]

    def _sought(self, draft: Draft) -> Iterator[_Aimed]:
        for number, aim in enumerate(self._aims):
            where = [one for one in aim.networks(draft) if one[1] is not False]
            if where and aim.takes(draft):
                yield _Aimed(number, aim, where)


def _topics(aim: Aim, facts: AccountFacts) -> Topics | None:
    return topics_of(facts.topics) if aim.rule.audience.outside_topics and facts.topics else None


def _breaches(
    aim: Aim, view: kinds.View, where: list[tuple[str | None, Truth]], doubts: Doubts
) -> Iterator[Judged]:
    try:
        breaches = kinds.breaches(view)
    except TimeoutError:
        yield Judged(aim, None, None, ("time",))
        return
    if breaches:
        for network, sure in where:
            unsure: Doubts = doubts if sure else (*doubts, "network")
            yield from (Judged(aim, network, breach, unsure) for breach in breaches)
