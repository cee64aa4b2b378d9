"""Whether a rule is for a draft: yes, no, or not to be told from what is declared."""

from collections.abc import Iterator

from channelwise.drafts.model import Draft
from channelwise.rules.condition import Truth, truth
from channelwise.tone.context import AccountFacts, Context
from channelwise.tone.model import Languages, ToneRule, languages_of
from channelwise.tone.outcome import Missing

Doubts = tuple[Missing, ...]


def applies(rule: ToneRule, draft: Draft, facts: AccountFacts, words: int) -> Doubts | None:
    """None if the rule is surely not for the draft; else what would have to be known.

    Networks are left to `networks`, languages to `languages`.
    """
    doubts: list[Missing] = []
    for holds, missing in _tests(rule, draft, facts, words):
        if holds is False:
            return None
        if holds is None:
            doubts.append(missing)
    return tuple(doubts)


def _tests(
    rule: ToneRule, draft: Draft, facts: AccountFacts, words: int
) -> Iterator[tuple[Truth, Missing]]:
    want = rule.audience
    if rule.languages is not None:
        # A language that nobody knows is left to `languages`.
        yield facts.language is None or facts.language in rule.languages, "language"
    if want.drafts:
        yield ("reply" if draft.reply else "post") in want.drafts, "format"
    most = want.most_words
    yield want.least_words <= words and (most is None or words <= most), "format"
    if want.formats:
        yield None if draft.format is None else draft.format in want.formats, "format"
    if want.accounts:
        yield None if facts.kind is None else facts.kind in want.accounts, "account_kind"
    if want.voice:
        yield None if facts.voice is None else facts.voice == want.voice, "voice"
    if want.outside_topics:
        yield None if facts.topics is None else True, "topics"


def networks(rule: ToneRule, draft: Draft, context: Context) -> Iterator[tuple[str | None, Truth]]:
    """The networks for which a rule judges a draft: None for "wherever it goes"."""
    if rule.audience.networks is None and rule.network is None:
        yield None, True
        return
    if not draft.networks:
        yield None, None
    for name in draft.networks:
        if rule.network in (None, name):
            yield name, _holds(rule, name, context)


def _holds(rule: ToneRule, name: str, context: Context) -> Truth:
    """Whether a rule's condition holds for a network; unknown for one that is not loaded."""
    if rule.audience.networks is None:
        return True
    known = context.networks.get(name)
    return None if known is None else truth(rule.audience.networks, known.values)


def languages(rule: ToneRule, language: str | None) -> tuple[Languages, Missing | None]:
    """The languages whose words count, and what stands against judging by them."""
    known = languages_of(rule)
    if known is None:
        return None, None
    if language is None:
        return known, "language"
    return frozenset({language}), None if language in known else "lists"
