"""What a tone rule looks for, as one sentence."""

from channelwise.reference.say import both, listed
from channelwise.reference.things import things
from channelwise.text import Text
from channelwise.texts import load
from channelwise.tone.metrics import MetricName
from channelwise.tone.model import (
    Conditional,
    Consistency,
    Existence,
    Find,
    Metric,
    Occurrence,
    Quiet,
    SameText,
    Share,
    Substitution,
    ToneRule,
)


def looks_for(rule: ToneRule) -> Text:
    """The kind of a rule and its numbers in plain words, or the sentence that it brings.

    Example:
        >>> from channelwise.tone.load import load_tone
        >>> looks_for(load_tone().rule("core.signs.emoji-row")).en
        'Finds more than 3 emoji in a row in the post.'

    """
    return rule.looks_for or _told(rule)


def _told(rule: ToneRule) -> Text:  # noqa: PLR0911 - one a kind
    scope, check = both(f"rules.scope.{rule.scope}"), rule.check
    match check:
        case Existence(find, whole, begins):
            key = "whole" if whole else "begins" if begins else "existence"
            return both(f"rules.find.{key}", scope=scope, things=things(find))
        case Substitution(find):
            return both("rules.find.substitution", scope=scope, things=things(find))
        case Occurrence():
            return _occurrence(check, scope)
        case Conditional(first, second, must):
            key = "without" if must else "together"
            return _two(key, scope, things(first), things(second))
        case Consistency(one, other):
            return _two("both", scope, things(one), things(other))
        case Metric():
            return _metric(check, scope)
        case Share():
            return _share(check)
        case SameText(least, percent):
            key = "rules.find.same_text" if percent == 100 else "rules.find.alike"
            return both(key, count=least, percent=percent)
        case Quiet(days):
            return both("rules.find.quiet", count=days)


def finds_of(rule: ToneRule) -> tuple[Find, ...]:
    """The words and patterns of a rule, in the order in which they are told."""
    match rule.check:
        case Existence(find) | Substitution(find) | Occurrence(find):
            return (find,)
        case Conditional(one, other) | Consistency(one, other):
            return one, other
        case Share(find):
            return (find,) if find else ()
        case _:
            return ()


def _two(key: str, scope: Text, first: Text, second: Text) -> Text:
    return both(f"rules.find.{key}", scope=scope, first=first, second=second)


def _occurrence(check: Occurrence, scope: Text) -> Text:
    amount, found = check.amount, things(check.find)
    times = _times(amount.times)
    if not check.more:
        key = "none" if amount.times == 1 else "fewer"
        return both(f"rules.find.{key}", scope=scope, times=times, things=found)
    if amount.per_100_words is None:
        return both("rules.find.more", scope=scope, times=times, things=found)
    dense = _times(amount.per_100_words)
    return both("rules.find.dense", scope=scope, times=times, dense=dense, things=found)


def _times(count: int) -> Text:
    return both("rules.once") if count == 1 else both("rules.times", times=count)


def _metric(check: Metric, scope: Text) -> Text:
    if not check.more and check.limit == 1:
        return both("rules.find.metric_none", amount=_amount(check.metric, 1), scope=scope)
    return both("rules.find.metric", amount=_beyond(check), scope=scope)


def _beyond(check: Metric) -> Text:
    """The numbers that are found: "more than 3 emoji in a row"."""
    if check.metric == "longest_sentence":
        way = "more" if check.more else "fewer"
        return both(f"rules.longest_sentence.{way}", count=check.limit)
    if check.more and check.limit == 0:
        return both("rules.least", amount=_amount(check.metric, 1))
    key = "rules.more_than" if check.more else "rules.fewer_than"
    return both(key, amount=_amount(check.metric, check.limit))


def _amount(metric: MetricName, count: int) -> Text:
    texts = load()
    key = f"tone.metric.{metric}"
    return Text(texts.ui(key, "en", count=count), texts.ui(key, "fa", count=count))


def _share(check: Share) -> Text:
    words = [things(check.find)] if check.find else []
    numbers = [both("rules.least", amount=_amount(check.metric, 1))] if check.metric else []
    key = "rules.find.share_more" if check.more else "rules.find.share_fewer"
    found = listed([*words, *numbers])
    return both(key, percent=check.percent, least=check.least, things=found)
