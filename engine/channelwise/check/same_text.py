"""The same text in several posts, where a network refuses that.

One network takes no text again from the same account within a short time, another none on several
accounts. Whole texts are compared, whatever their spaces and line ends; answers to somebody are
left in peace, since many of them are alike.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Final

from channelwise.check.limits import Limit, limits_of
from channelwise.check.model import Finding
from channelwise.check.say import joined, said, span_of
from channelwise.check.subject import Post, Subject
from channelwise.count.limits import Units
from channelwise.drafts.model import Draft
from channelwise.networks.model import Network
from channelwise.recommend.grounds import Clock
from channelwise.tone.say import named
from channelwise.vocabulary import FORMATS, Format

# What "a short time" is taken to be; no source tells.
SHORT: Final = timedelta(days=1)
_MEASURES: Final = ("same_again", "same_elsewhere")


@dataclass(frozen=True, slots=True)
class Around:
    """What is needed beside the drafts: counting units, which no length is counted in here, and
    the day that facts age by.
    """

    units: Units
    clock: Clock


def same_text_findings(
    drafts: Sequence[Draft], networks: Mapping[str, Network], around: Around
) -> Iterator[Finding]:
    """What networks refuse of drafts with the same text, in the order of networks and drafts."""
    for network_id, network in networks.items():
        there = [one for one in drafts if network_id in one.networks and not one.reply]
        rules = _rules(network, around) if len(there) > 1 else {}
        for alike in _alike(there) if rules else ():
            if "same_again" in rules:
                yield from _again(alike, rules["same_again"])
            if "same_elsewhere" in rules:
                yield from _elsewhere(alike, rules["same_elsewhere"])


@dataclass(frozen=True, slots=True)
class _Rule:
    """A limit of a network on texts that are the same, and the format that names it."""

    network: Network
    format: Format
    limit: Limit
    around: Around


def _rules(network: Network, around: Around) -> dict[str, _Rule]:
    """The limits of a network on texts that are the same, by what they are about."""
    found: dict[str, _Rule] = {}
    for name in FORMATS:
        for limit in limits_of(network, name).known if name in network.carries else ():
            if limit.row.measure in _MEASURES:
                found.setdefault(limit.row.measure, _Rule(network, name, limit, around))
    return found


def _alike(drafts: Iterable[Draft]) -> list[list[Draft]]:
    by_text: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_text[" ".join(draft.text.split())].append(draft)
    return [group for text, group in by_text.items() if text and len(group) > 1]


def _again(alike: list[Draft], rule: _Rule) -> Iterator[Finding]:
    """Each draft whose text went out from the same account shortly before."""
    by_account: dict[tuple[str | None, str | None], list[Draft]] = defaultdict(list)
    for draft in alike:
        by_account[draft.account, draft.kind].append(draft)
    for group in by_account.values():
        ordered = sorted(group, key=lambda one: (one.schedule is not None, _moment(one)))
        for before, draft in pairwise(ordered):
            if not (before.schedule and draft.schedule):
                yield _found("undated", draft, before, rule)
            elif _is_short(before, draft):
                yield _found("again", draft, before, rule)


def _is_short(before: Draft, draft: Draft) -> bool:
    """Whether it is surely less than a day: of two plain days, if they are the same."""
    timed = isinstance(before.schedule, datetime) and isinstance(draft.schedule, datetime)
    return _moment(draft) - _moment(before) < SHORT if timed else before.day == draft.day


def _moment(draft: Draft) -> datetime:
    """When it is to be posted, by the clock of its place; times without a zone stand as such, and
    a plain day as its beginning.
    """
    if isinstance(draft.schedule, datetime):
        return draft.schedule.replace(tzinfo=None)
    return datetime.combine(draft.schedule or date.min, time.min)


def _elsewhere(alike: list[Draft], rule: _Rule) -> Iterator[Finding]:
    """Each draft whose text is also that of another account."""
    for number, draft in enumerate(alike):
        others = (one for one in alike[:number] if one.account and one.account != draft.account)
        other = next(others, None) if draft.account else None
        if other:
            yield _found("elsewhere", draft, other, rule)


def _found(key: str, draft: Draft, other: Draft, rule: _Rule) -> Finding:
    limit, around, name = rule.limit, rule.around, rule.network.name
    subject = Subject(Post(draft), rule.network, rule.format, (), around.units, around.clock)
    start = len(draft.text) - len(draft.text.lstrip())
    message = said(f"same_text.{key}", other=named(other, draft), account=other.account or "")
    matter = "elsewhere" if key == "elsewhere" else "again"
    found = subject.finding(
        limit, message, span=span_of(draft, start, len(draft.text.rstrip())),
        fix=said(f"same_text.{matter}.fix"),
        level=None if key == "elsewhere" or not limit.hard else "warning",
    )  # fmt: skip
    because = joined(said(f"same_text.{matter}.because", network=name), limit.when)
    return found.model_copy(update={"because": because})
