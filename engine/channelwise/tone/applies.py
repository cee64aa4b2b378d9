"""Whether a rule is for a draft: yes, no, or not to be told from what is declared."""

from collections.abc import Iterator

from channelwise.drafts.model import Draft
from channelwise.rules.condition import Truth, truth
from channelwise.tone.context import AccountFacts, Context
from channelwise.tone.model import Languages, ToneRule, languages_of
from channelwise.tone.outcome import Missing

Doubts = tuple[Missing, ...]


class Aim:
    """Whom a rule is for: what drafts do not change is worked out once, for all of them."""

    def __init__(self, rule: ToneRule, context: Context) -> None:
        self.rule, self._context = rule, context
        self._languages = languages_of(rule)
        self._truths: dict[str, Truth] = {}  # by network
        want = rule.audience
        self._needs_facts = bool(
            want.formats or want.accounts or want.not_accounts or want.voice or want.outside_topics
        )

    @property
    def everywhere(self) -> bool:
        """True if the rule is for any network."""
        return self.rule.audience.networks is None and self.rule.network is None

    def takes(self, draft: Draft) -> bool:
        """Whether the rule is for posts or replies, whichever the draft is."""
        want = self.rule.audience.drafts
        return not want or ("reply" if draft.reply else "post") in want

    def doubts(self, draft: Draft, facts: AccountFacts, words: int) -> Doubts | None:
        """None if the rule is surely not for the draft; else what would have to be known.

        Networks are left to `networks`, languages to `languages`.
        """
        want, spoken = self.rule.audience, self.rule.languages
        if not self.takes(draft):
            return None
        # A language that nobody knows is left to `languages`.
        if spoken is not None and facts.language is not None and facts.language not in spoken:
            return None
        if want.declared_link and (not draft.link or draft.link in draft.text):
            return None
        if words < want.least_words or (want.most_words is not None and words > want.most_words):
            return None
        return self._unknown(draft, facts) if self._needs_facts else ()

    def _unknown(self, draft: Draft, facts: AccountFacts) -> Doubts | None:
        doubts: list[Missing] = []
        for holds, missing in self._tests(draft, facts):
            if holds is False:
                return None
            if holds is None:
                doubts.append(missing)
        return tuple(doubts)

    def _tests(self, draft: Draft, facts: AccountFacts) -> Iterator[tuple[Truth, Missing]]:
        want = self.rule.audience
        if want.formats:
            yield None if draft.format is None else draft.format in want.formats, "format"
        if want.accounts:
            yield None if facts.kind is None else facts.kind in want.accounts, "account_kind"
        if want.not_accounts:
            yield facts.kind not in want.not_accounts, "account_kind"
        if want.voice:
            yield None if facts.voice is None else facts.voice == want.voice, "voice"
        if want.outside_topics:
            yield None if facts.topics is None else True, "topics"

    def networks(self, draft: Draft) -> list[tuple[str | None, Truth]]:
        """The networks for which the rule judges a draft: None for "wherever it goes"."""
        if self.everywhere:
            return [(None, True)]
        if not draft.networks:
            return [(None, None)]
        own = self.rule.network
        return [(name, self._holds(name)) for name in draft.networks if own in (None, name)]

    def _holds(self, name: str) -> Truth:
        """Whether the rule's condition holds for a network; unknown for one not loaded."""
        if name not in self._truths:
            self._truths[name] = self._truth(name)
        return self._truths[name]

    def _truth(self, name: str) -> Truth:
        condition = self.rule.audience.networks
        if condition is None:
            return True
        known = self._context.networks.get(name)
        return None if known is None else truth(condition, known.values)

    def languages(self, language: str | None) -> tuple[Languages, Missing | None]:
        """The languages whose words count, and what stands against judging by them."""
        known = self._languages
        if known is None:
            return None, None
        if language is None:
            return known, "language"
        return frozenset({language}), None if language in known else "lists"
