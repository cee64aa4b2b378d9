"""The one door to the tone rules, and to what networks refuse of several drafts together."""

from collections.abc import Sequence
from functools import lru_cache

from channelwise.check.config import Config
from channelwise.check.model import Finding
from channelwise.check.same_text import Around, same_text_findings
from channelwise.drafts.model import Draft
from channelwise.load.rulebook import Rulebook
from channelwise.recommend.grounds import Clock
from channelwise.tone.bundle import ToneBundle
from channelwise.tone.context import AccountFacts, Context
from channelwise.tone.findings import tone_findings
from channelwise.tone.load import ToneBook, tone_book


class Tone:
    """The tone rules of the core and of a rulebook's plugins, read once."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._networks = {network.id: network for network in rulebook.networks}
        self._units = rulebook
        self.book = _book(rulebook.fingerprint, rulebook.tone)

    def findings(self, drafts: Sequence[Draft], config: Config, clock: Clock) -> list[Finding]:
        """What is found in drafts that share their settings: by the rules, in the order of drafts,
        and of texts that a network takes only once.
        """
        accounts = {
            one.name: AccountFacts(
                kind=one.kind, topics=None if one.topics is None else tuple(one.topics),
                voice=one.voice, language=one.language,
            )
            for one in config.accounts
        }  # fmt: skip
        context = Context(self._networks, accounts, clock)
        same = same_text_findings(drafts, self._networks, Around(self._units, clock))
        return [*tone_findings(self.book.rules, drafts, context), *same]


@lru_cache(maxsize=4)
def _book(fingerprint: str, bundles: tuple[ToneBundle, ...]) -> ToneBook:  # noqa: ARG001 - part of the key
    return tone_book(bundles)
