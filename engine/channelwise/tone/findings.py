"""Runs tone rules over drafts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from channelwise.check.model import Finding
from channelwise.drafts.model import Draft
from channelwise.tone import applies, kinds, sets
from channelwise.tone.context import Context, Topics
from channelwise.tone.model import Quiet, SameText, Share, ToneRule
from channelwise.tone.outcome import Breach, Missing
from channelwise.tone.reading import Reading
from channelwise.tone.say import Saying

_SETS: Final = (Share, SameText, Quiet)
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
    readings = [Reading(draft) for draft in drafts]
    ordered = sorted(rules, key=lambda rule: rule.id)
    single = [rule for rule in ordered if not isinstance(rule.check, _SETS)]
    found: list[list[Finding]] = []
    doubtful: dict[Missing, list[_Doubt]] = defaultdict(list)
    for index, reading in enumerate(readings):
        found.append(list(_of_one(single, (index, reading), context, saying, doubtful)))
    for rule in ordered:
        if isinstance(rule.check, _SETS):
            for index, outcome in sets.outcomes(rule, readings, context, saying):
                if isinstance(outcome, Finding):
                    found[index].append(outcome)
                else:
                    doubtful[outcome].append((index, rule))
    for index, finding in _told(doubtful, readings, saying):
        found[index].append(finding)
    return [finding for one in found for finding in sorted(one, key=_place)]


def _place(finding: Finding) -> tuple[int, int, str, str]:
    span = finding.span
    at = (span.line, span.column) if span else (0, 0)
    return *at, finding.code, finding.network or ""


def _of_one(
    rules: Iterable[ToneRule], numbered: tuple[int, Reading], context: Context, saying: Saying,
    doubtful: dict[Missing, list[_Doubt]],
) -> Iterator[Finding]:  # fmt: skip
    """The findings of one draft; what stays in doubt is noted in `doubtful`."""
    index, reading = numbered
    for rule in rules:
        for network, breach, doubts in _judged(rule, reading, context):
            if breach is not None and not doubts:
                yield saying.finding(rule, reading, breach, network)
            for missing in doubts:
                doubtful[missing].append((index, rule))


def _told(
    doubtful: dict[Missing, list[_Doubt]], readings: Sequence[Reading], saying: Saying
) -> Iterator[tuple[int, Finding]]:
    """What is missing, each thing once: at the first draft that lacks it, for all of them."""
    for missing, doubts in doubtful.items():
        drafts = sorted({index for index, _ in doubts})
        rules = list({rule.id: rule for _, rule in doubts}.values())
        draft = readings[drafts[0]].draft
        yield drafts[0], saying.not_evaluated(draft, missing, rules, len(drafts))


def _judged(
    rule: ToneRule, reading: Reading, context: Context
) -> Iterator[tuple[str | None, Breach | None, tuple[Missing, ...]]]:
    """Each breach with its network; with doubts, it would be one if they were settled."""
    draft, facts = reading.draft, context.facts(reading)
    doubts = applies.applies(rule, draft, facts, reading.words)
    if doubts is None:
        return
    where = [one for one in applies.networks(rule, draft, context) if one[1] is not False]
    languages, against = applies.languages(rule, facts.language)
    if against == "lists" and where:
        yield None, None, ("lists",)
    if against == "lists" or not where:
        return
    topics = Topics(facts.topics) if rule.audience.outside_topics and facts.topics else None
    try:
        breaches = kinds.breaches(kinds.View(rule, reading, languages, topics))
    except TimeoutError:
        yield None, None, ("time",)
        return
    if against:
        doubts = (*doubts, against)
    for (network, sure), breach in ((one, breach) for one in where for breach in breaches):
        yield network, breach, doubts if sure else (*doubts, "network")
