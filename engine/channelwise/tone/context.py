"""What is known around the drafts: their networks, and what each account declares."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Literal, Protocol

from channelwise.brief.answers import Value
from channelwise.drafts.model import Draft
from channelwise.recommend.grounds import Clock
from channelwise.tone.atoms import Atoms
from channelwise.tone.words import Entry, Matcher
from channelwise.vocabulary import AccountKind

# Sources older than this are called old where nobody says otherwise.
SHELF_LIFE_MONTHS: Final = 24
_PLURAL: Final = re.compile(r"(?<=\w\w\w)s\Z|[\u200c ]?ها\Z")


class Judged(Protocol):
    """A network, as far as tone rules read it; `channelwise.networks.model.Network` is one."""

    @property
    def values(self) -> Mapping[str, Value]: ...


class Read(Protocol):
    """A draft that was read, and the language that its words tell."""

    @property
    def draft(self) -> Draft: ...
    @property
    def spoken(self) -> str | None: ...


@dataclass(frozen=True)
class AccountFacts:
    """What an account declares. None is "not said", and no topics is not the same as ()."""

    kind: AccountKind | None = None
    topics: tuple[str, ...] | None = None
    voice: Literal["i", "we"] | None = None
    language: str | None = None


@dataclass(frozen=True)
class Context:
    """Networks by id, accounts by the name that drafts give, and the day that facts age by."""

    networks: Mapping[str, Judged]
    accounts: Mapping[str, AccountFacts] = field(default_factory=lambda: MappingProxyType({}))
    clock: Clock = field(default_factory=lambda: Clock(date.today(), SHELF_LIFE_MONTHS))

    def facts(self, reading: Read) -> AccountFacts:
        """What holds for a draft: what it says itself, and else what its account declares.

        A language that neither says is told by the words, where they leave no doubt.
        """
        draft = reading.draft
        known = self.accounts.get(draft.account or "", AccountFacts())
        language = draft.language or known.language or reading.spoken
        return AccountFacts(
            kind=draft.kind or known.kind, topics=known.topics, voice=known.voice,
            language=language.partition("-")[0].lower() if language else None,
        )  # fmt: skip


@lru_cache(maxsize=128)
def topics_of(names: tuple[str, ...]) -> "Topics":
    """The topics of an account, made ready once for all its drafts."""
    return Topics(names)


class Topics:
    """The topics that an account declares, to be found in sentences."""

    def __init__(self, topics: tuple[str, ...]) -> None:
        usable = [topic for topic in topics if any(sign.isalnum() for sign in topic)]
        self._matcher = Matcher(_entry(word) for topic in usable for word in _numbers(topic))

    def named_in(self, text: Atoms, start: int, end: int) -> bool:
        """True if a topic stands between two folded offsets."""
        return any(True for _ in self._matcher.hits(text, None, *text.range(start, end)))


def _entry(topic: str) -> Entry:
    persian = any("\u0600" <= sign <= "\u06ff" for sign in topic)
    forms = ("plural", "ending") if persian else ("plural", "verb")
    return Entry(topic, "fa" if persian else "en", "topics", forms)


def _numbers(topic: str) -> tuple[str, ...]:
    """The topic, and what may be its singular: of `books` also `book` counts."""
    single = _PLURAL.sub("", topic.strip())
    return (topic, single) if single and single != topic else (topic,)
