"""An answer put in the order of a report: no words and no markup, only what goes where."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from channelwise.recommend.model import (
    Advice,
    CriterionResult,
    NetworkAnswer,
    Question,
    Reason,
    Recommendation,
    Said,
    StrategyAnswer,
)
from channelwise.rules.model import Topic

_FITTING: Final = ("recommended", "possible")
# The best strategy and the next two stand open; a reader opens the others if they want more.
OPEN_STRATEGIES: Final = 3
_MEASURING: Final = ("measuring", "patience")


def fitting(answer: Recommendation) -> list[NetworkAnswer]:
    """Networks that get a card of their own."""
    return [network for network in answer.ranking if network.verdict in _FITTING]


def rest(answer: Recommendation) -> list[NetworkAnswer]:
    """Networks that are told in short."""
    return [network for network in answer.ranking if network.verdict not in _FITTING]


def names(answer: Recommendation) -> dict[str, Said]:
    """The networks' names by id."""
    return {network.id: network.name for network in answer.ranking}


def below_floor(network: NetworkAnswer) -> list[CriterionResult]:
    return [result for result in network.criteria if result.below_floor]


def decisive(network: NetworkAnswer) -> list[Reason]:
    """What decided against a network: its exclusions; else the weightiest reason against it.

    Where a criterion is under its floor, a reason on that criterion says more than any other.
    """
    if network.exclusions:
        return network.exclusions
    low = {result.criterion for result in below_floor(network)}
    on_floor = [reason for reason in network.reasons_against if reason.criterion in low]
    return (on_floor or network.reasons_against)[:1]


def fitting_strategies(network: NetworkAnswer) -> list[StrategyAnswer]:
    """Strategies to post by, the one that the network is judged by first."""
    found = [strategy for strategy in network.strategies if strategy.verdict in _FITTING]
    return sorted(found, key=lambda strategy: strategy.id != network.strategy)


def other_strategies(network: NetworkAnswer) -> list[StrategyAnswer]:
    return [strategy for strategy in network.strategies if strategy.verdict not in _FITTING]


class Share(NamedTuple):
    """One network's minutes in the week."""

    network: NetworkAnswer
    minutes: int


def shares(answer: Recommendation) -> list[Share]:
    """What the networks that fit together take at their least pace, in rank order."""
    found = (answer.network(name) for name in answer.together.networks)
    return [Share(network, _least(network)) for network in found]


def _least(network: NetworkAnswer) -> int:
    found = (s.cadence for s in network.strategies if s.id == network.strategy and s.cadence)
    return next((cadence.least_minutes for cadence in found), 0)


class Told(NamedTuple):
    """One rule's advice. Its texts differ by network only in names and numbers."""

    first: Advice
    items: list[Advice]


def separation(answer: Recommendation) -> list[Told]:
    """What keeps the owner's presence and the firm's apart."""
    return _told(advice for advice in answer.advice if advice.topic == "separation")


def measuring(answer: Recommendation) -> list[Told]:
    """What to measure and how long to wait."""
    return _told(advice for advice in answer.advice if advice.topic in _MEASURING)


def by_topic(answer: Recommendation) -> list[tuple[Topic, list[Told]]]:
    """All other advice, topic by topic."""
    found: dict[Topic, list[Advice]] = {}
    for advice in answer.advice:
        if advice.topic != "separation" and advice.topic not in _MEASURING:
            found.setdefault(advice.topic, []).append(advice)
    return [(topic, _told(found[topic])) for topic in sorted(found)]


def _told(advice: Iterable[Advice]) -> list[Told]:
    by_rule: dict[str, list[Advice]] = {}
    for one in advice:
        by_rule.setdefault(one.rule, []).append(one)
    return [Told(items[0], items) for items in by_rule.values()]


class Outcome(NamedTuple):
    """Answers to the open question that lead to the same networks."""

    answers: list[Said]
    ranking: list[str]


def outcomes(question: Question) -> list[Outcome]:
    """The possible answers, joined where they lead to the same."""
    found: dict[tuple[str, ...], list[Said]] = {}
    for change in question.changes:
        found.setdefault(tuple(change.ranking), []).append(change.answer)
    return [Outcome(answers, list(ranking)) for ranking, answers in found.items()]
