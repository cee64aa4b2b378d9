"""Rules over several drafts: the share of some posts, the same text twice, weeks without a post."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from channelwise.check.model import Finding
from channelwise.tone import applies
from channelwise.tone.atoms import words
from channelwise.tone.context import Context
from channelwise.tone.metrics import measured
from channelwise.tone.model import Quiet, SameText, Share, ToneRule
from channelwise.tone.outcome import Missing
from channelwise.tone.reading import MASK, Reading
from channelwise.tone.say import Saying

Readings = Sequence[Reading]
Told = tuple[int, Finding | Missing]


def outcomes(
    rule: ToneRule, readings: Readings, context: Context, saying: Saying
) -> Iterator[Told]:
    """What a rule finds in a set, or lacks, with the index of the draft that it is told of."""
    check = rule.check
    if isinstance(check, Share):
        yield from _share(rule, check, readings, context, saying)
    elif isinstance(check, SameText):
        yield from _same_text(rule, check, readings, context, saying)
    elif isinstance(check, Quiet):
        yield from _quiet(rule, check, readings, context, saying)


def _doubts(rule: ToneRule, reading: Reading, context: Context) -> tuple[Missing, ...] | None:
    facts = context.facts(reading)
    return applies.applies(rule, reading.draft, facts, reading.words)


def _groups(
    rule: ToneRule, readings: Readings, context: Context
) -> dict[tuple[str, str], list[int]]:
    """Indexes of the drafts that a rule is for, by account and network, in order.

    Without an account, drafts of one kind for one network are taken together.
    """
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, reading in enumerate(readings):
        if _doubts(rule, reading, context) is None:
            continue
        draft = reading.draft
        for network, holds in _networks(rule, reading, context):
            if holds is not False:
                groups[draft.account or draft.kind or "", network].append(index)
    return groups


def _networks(
    rule: ToneRule, reading: Reading, context: Context
) -> Iterator[tuple[str, bool | None]]:
    conditional = rule.audience.networks is not None or rule.network is not None
    if conditional:
        yield from (
            (name or "", holds) for name, holds in applies.networks(rule, reading.draft, context)
        )
    else:
        yield from ((name, True) for name in reading.draft.networks or ("",))


def _share(
    rule: ToneRule, check: Share, readings: Readings, context: Context, saying: Saying
) -> Iterator[Told]:
    for (account, network), group in _groups(rule, readings, context).items():
        if len(group) < check.least:
            continue
        some = sum(1 for index in group if _counts(rule, check, readings[index], context))
        limit = check.percent * len(group)
        if not (100 * some > limit if check.more else 100 * some < limit):
            continue
        first = group[0]
        doubt = _share_doubt(rule, [readings[index] for index in group], context, account, network)
        if doubt:
            yield first, doubt
        else:
            key = "tone.set.share.more" if check.more else "tone.set.share.fewer"
            yield first, saying.of_set(
                rule, readings[first].draft, network or None, key, some=some, all=len(group),
                limit=check.percent,
            )  # fmt: skip


def _counts(rule: ToneRule, check: Share, reading: Reading, context: Context) -> bool:
    whole = reading.body.whole()
    if check.metric is not None and (measured(check.metric, reading, whole).value or 0) >= 1:
        return True
    languages, _ = applies.languages(rule, context.facts(reading).language)
    return check.find is not None and bool(check.find.found(whole, languages))


def _share_doubt(
    rule: ToneRule, readings: Readings, context: Context, account: str, network: str
) -> Missing | None:
    """What is not known of these drafts, so that their share says nothing."""
    if not account and not network:
        return "account"
    for reading in readings:
        _, against = applies.languages(rule, context.facts(reading).language)
        doubts = _doubts(rule, reading, context) or ()
        if against or doubts:
            return against or doubts[0]
    return None


def _same_text(
    rule: ToneRule, check: SameText, readings: Readings, context: Context, saying: Saying
) -> Iterator[Told]:
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, reading in enumerate(readings):
        key = tuple(words(reading.body.text.replace(MASK, " ")))
        if len(key) >= check.least_words and _doubts(rule, reading, context) is not None:
            same[key].append(index)
    for group in same.values():
        first = group[0]
        for index in group[1:]:
            kinds = [context.facts(readings[one]).kind for one in (first, index)]
            accounts = {readings[one].draft.account for one in (first, index)}
            if None not in kinds and kinds[0] != kinds[1]:
                other = readings[first].draft.file
                yield (
                    index,
                    saying.of_set(rule, readings[index].draft, None, "tone.set.same", other=other),
                )
                break
            if None in kinds and len(accounts - {None}) == 2:
                yield index, "account_kind"
                break


def _quiet(
    rule: ToneRule, check: Quiet, readings: Readings, context: Context, saying: Saying
) -> Iterator[Told]:
    for (_, network), group in _groups(rule, readings, context).items():
        known = sorted(
            (when.date(), index) for index in group if (when := readings[index].draft.schedule)
        )
        for (before, _), (after, index) in pairwise(known):
            days = (after - before).days
            if days <= check.days:
                continue
            if len(known) < len(group):  # one of those without a date may fall into the gap
                yield index, "schedule"
            else:
                draft = readings[index].draft
                yield (
                    index,
                    saying.of_set(rule, draft, network or None, "tone.set.quiet", days=days),
                )
