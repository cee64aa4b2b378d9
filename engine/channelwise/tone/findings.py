"""Runs tone rules over drafts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from channelwise.check.model import Finding
from channelwise.drafts.model import Draft
from channelwise.tone.applies import Aim
from channelwise.tone.context import Context
from channelwise.tone.model import ToneRule
from channelwise.tone.outcome import Missing
from channelwise.tone.reading import Reading
from channelwise.tone.say import Saying
from channelwise.tone.sets import set_rule
from channelwise.tone.singles import Judged, Singles

_Doubt = tuple[int, ToneRule]  # the index of a draft, and a rule that could not judge it


def tone_findings(
    rules: Sequence[ToneRule], drafts: Sequence[Draft], context: Context
) -> list[Finding]:
    """What the rules find, in the order of drafts, places, codes and networks.

    Where a rule would find something if only more were declared, it claims nothing: one
    finding for each missing thing says so (`state: not_evaluated`) and names the rules, at the
    first draft that lacks it.
    A rule is broken at most MOST_PLACES times in a draft.

    Example:
        >>> from channelwise.tone.load import load_tone  # doctest: +SKIP
        >>> tone_findings(load_tone().rules, drafts, Context(networks))  # doctest: +SKIP
    """
    saying = Saying(context.clock)
    aims = [Aim(rule, context) for rule in sorted(rules, key=lambda rule: rule.id)]
    single = Singles([aim for aim in aims if set_rule(aim) is None])
    several = [made for aim in aims if (made := set_rule(aim))]
    found: list[list[Finding]] = []
    doubtful: dict[Missing, list[_Doubt]] = defaultdict(list)
    for index, draft in enumerate(drafts):
        reading = Reading(draft)
        facts = context.facts(reading)
        found.append([*_of_one(single.judged(reading, facts), (index, reading), saying, doubtful)])
        for rule in several:
            rule.note(index, reading, facts)
    for rule in several:
        for index, outcome in rule.told(saying):
            if isinstance(outcome, Finding):
                found[index].append(outcome)
            else:
                doubtful[outcome].append((index, rule.aim.rule))
    for index, finding in _told(doubtful, drafts, saying):
        found[index].append(finding)
    return [finding for one in found for finding in sorted(one, key=_place)]


def _place(finding: Finding) -> tuple[int, int, str, str]:
    span = finding.span
    at = (span.line, span.column) if span else (0, 0)
    return *at, finding.code, finding.network or ""


def _of_one(
    judged: Iterable[Judged], numbered: tuple[int, Reading], saying: Saying,
    doubtful: dict[Missing, list[_Doubt]],
) -> Iterator[Finding]:  # fmt: skip
    """The findings of one draft; what stays in doubt is noted in `doubtful`."""
    index, reading = numbered
    for aim, network, breach, doubts in judged:
        if breach is not None and not doubts:
            yield saying.finding(aim.rule, reading, breach, network)
        for missing in doubts:
            doubtful[missing].append((index, aim.rule))


def _told(
    doubtful: dict[Missing, list[_Doubt]], drafts: Sequence[Draft], saying: Saying
) -> Iterator[tuple[int, Finding]]:
    """What is missing, each thing once: at the first draft that lacks it, for all of them."""
    for missing, doubts in doubtful.items():
        lacking = {index for index, _ in doubts}
        rules = list({rule.id: rule for _, rule in doubts}.values())
        first = min(lacking)
        yield first, saying.not_evaluated(drafts[first], missing, rules, len(lacking))
