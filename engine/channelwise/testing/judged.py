"""How the network fares under the rules, its own and everyone's."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from channelwise.brief.model import Brief
from channelwise.recommend.standing import Judge, Standing
from channelwise.rules.trial import failures
from channelwise.testing.subject import Subject
from channelwise.tone.trial import trial

Briefs = Iterable[Mapping[str, Any]]
FITTING: Final = ("recommended", "possible")


def examples(subject: Subject) -> Iterator[str]:
    """The examples of the network's own rules, tone rules as well, do what they say."""
    for rule in subject.rules:
        yield from (str(failure) for failure in failures(rule))
    for tone_rule in subject.tone:
        yield from (str(failure) for failure in trial(tone_rule))


def ids(subject: Subject) -> Iterator[str]:
    """Nobody else has the network's id, or the id of one of its rules."""
    for network in subject.others.networks:
        if network.id == subject.network.id:
            yield f"the network id '{network.id}' is taken by {network.origin}"
    taken = {rule.id: rule.origin for rule in subject.others.rules}
    for rule in subject.rules:
        if rule.id in taken:
            yield f"the rule id '{rule.id}' is taken by {taken[rule.id]}"


def neighbours(subject: Subject, briefs: Briefs) -> Iterator[str]:
    """With this network or without it, all others score the same, in the same order."""
    alone, joined = Judge(subject.others), Judge(subject.together)
    for plain in briefs:
        brief = Brief.model_validate(plain)
        before = _seen(alone.standing(brief), subject.network.id)
        after = _seen(joined.standing(brief), subject.network.id)
        for old, new in zip(before, after, strict=True):
            if old != new:
                yield f"{brief.business.name}: without it {_say(old)}, with it {_say(new)}"
                break


Seen = tuple[str, str, int, tuple[tuple[str, str, int], ...]]


def _seen(standing: Standing, but: str) -> list[Seen]:
    """Place by place: network, verdict, points and strategies; scores follow from the points."""
    return [
        (
            place.id, place.best.verdict, place.best.total,
            tuple((one.strategy.id, one.verdict, one.total) for one in place.candidates),
        )
        for place in standing.places
        if place.id != but
    ]  # fmt: skip


def _say(seen: Seen) -> str:
    network, verdict, total, _ = seen
    return f"{network} is {verdict} with {total} points"


def fits(subject: Subject, briefs: Briefs) -> Iterator[str]:
    """Some business should be there and some should not: else the network tells nothing."""
    judge = Judge(subject.together)
    found = {
        str(plain["business"]["name"]): judge.standing(Brief.model_validate(plain))
        .place(subject.network.id).best.verdict
        for plain in briefs
    }  # fmt: skip
    fitting = [name for name, verdict in found.items() if verdict in FITTING]
    if not fitting:
        yield f"none of {len(found)} briefs would be there; add one in `briefs` that should be"
    elif len(fitting) == len(found):
        yield f"all of {len(found)} briefs would be there; a network that suits all says nothing"
