"""Tone rules as they are run: frozen, checked, with their lexicons compiled."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from channelwise.check.model import Level
from channelwise.evidence import Evidence
from channelwise.rules.condition import Condition
from channelwise.text import Text
from channelwise.tone.denial import Denial
from channelwise.tone.literals import may_match
from channelwise.tone.metrics import MetricName
from channelwise.tone.patterns import SECONDS, compiled
from channelwise.tone.reading import Region
from channelwise.tone.words import Entry, Hit, Matcher
from channelwise.vocabulary import AccountKind, Format, Status

Languages = frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a stretch, and the entry it comes from; None for a pattern."""

    region: Region
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Find:
    """Words and patterns to look for. `languages` are those it has something for."""

    matcher: Matcher
    patterns: tuple[tuple[str, str], ...]
    languages: frozenset[str]
    denial: Denial | None = None

    def found(self, region: Region, languages: Languages) -> list[Found]:
        """What is found in a stretch, in order; None for languages means in any of them.

        Raises:
            TimeoutError: a pattern took longer than any text of sensible length needs.
        """
        piece = region.piece
        first, end = piece.atoms.range(region.start, region.end)
        words = list(self.matcher.hits(piece.atoms, languages, first, end, exempt=True))
        spared = [hit for hit in words if hit.entry.exempt]
        hits = [
            Found(Region(piece, hit.start, hit.end), hit.entry)
            for hit in words
            if not hit.entry.exempt
        ]
        hits += [one for one in self._patterns(region, languages) if not _meets(one, spared)]
        known = self.languages if languages is None else languages
        return [one for one in _apart(hits) if not self._denied(one.region, known)]

    def _denied(self, region: Region, languages: frozenset[str]) -> bool:
        atoms = region.piece.atoms
        first, end = atoms.range(region.start, region.end)
        return self.denial is not None and self.denial.takes_back(atoms, first, end, languages)

    def _patterns(self, region: Region, languages: Languages) -> Iterator[Found]:
        for language, pattern in self.patterns:
            stretch = region.piece.text, region.start, region.end
            if (languages is None or language in languages) and may_match(pattern, *stretch):
                found = compiled(pattern).finditer(*stretch, timeout=SECONDS)
                yield from (
                    Found(Region(region.piece, *match.span())) for match in found if match[0]
                )


def _meets(found: Found, spared: Sequence[Hit]) -> bool:
    """True if a place shares a sign with one of the exempt phrases, which are in order."""
    index = bisect_left(spared, found.region.end, key=_start) - 1
    return index >= 0 and found.region.start < spared[index].end


def _start(hit: Hit) -> int:
    return hit.start


def _apart(hits: list[Found]) -> list[Found]:
    """The hits in order; of two that overlap, the one that begins first or is longer."""
    kept: list[Found] = []
    for hit in sorted(hits, key=lambda one: (one.region.start, -one.region.end)):
        if not kept or hit.region.start >= kept[-1].region.end:
            kept.append(hit)
    return kept


@dataclass(frozen=True, slots=True)
class Amount:
    times: int
    per_100_words: int | None = None


@dataclass(frozen=True, slots=True)
class Existence:
    find: Find
    whole: bool
    begins: bool


@dataclass(frozen=True, slots=True)
class Substitution:
    find: Find


@dataclass(frozen=True, slots=True)
class Occurrence:
    find: Find
    amount: Amount
    more: bool


@dataclass(frozen=True, slots=True)
class Conditional:
    first: Find
    second: Find
    must: bool


@dataclass(frozen=True, slots=True)
class Metric:
    metric: MetricName
    limit: int
    more: bool


@dataclass(frozen=True, slots=True)
class Consistency:
    one: Find
    other: Find


@dataclass(frozen=True, slots=True)
class Share:
    find: Find | None
    metric: MetricName | None
    percent: int
    more: bool
    least: int


@dataclass(frozen=True, slots=True)
class SameText:
    least_words: int
    least_percent: int = 100


@dataclass(frozen=True, slots=True)
class Quiet:
    days: int


SingleCheck = Existence | Substitution | Occurrence | Conditional | Metric | Consistency
SetCheck = Share | SameText | Quiet


@dataclass(frozen=True, slots=True)
class Audience:
    """Which drafts a rule is for; None or empty for "does not matter"."""

    networks: Condition | None = None
    accounts: frozenset[AccountKind] = frozenset()
    not_accounts: frozenset[AccountKind] = frozenset()
    drafts: frozenset[str] = frozenset()
    formats: frozenset[Format] = frozenset()
    voice: Literal["i", "we"] | None = None
    least_words: int = 0
    most_words: int | None = None
    declared_link: bool = False
    outside_topics: bool = False
    outside_quotes: bool = False


@dataclass(frozen=True, slots=True)
class ToneRule:
    """One tone rule. `network` is set for a network's own rules, which judge drafts for it.

    `looks_for` says in a sentence what its patterns cannot show; None where its words do.
    `yields_to` are codes that say the same more exactly, `NETWORK.END` for any network's.
    """

    id: str
    status: Status
    level: Level
    title: Text
    because: Text
    instead: Text
    scope: str
    languages: frozenset[str] | None
    audience: Audience
    check: SingleCheck | SetCheck
    sources: tuple[Evidence, ...]
    examples: Mapping[str, Any] = field(repr=False)
    origin: str
    place: str
    network: str | None = None
    yields_to: tuple[str, ...] = ()
    looks_for: Text | None = None


def languages_of(rule: ToneRule) -> frozenset[str] | None:
    """The languages that a rule can judge; None if it judges any text."""
    if rule.languages is not None:
        return rule.languages
    check = rule.check
    if isinstance(check, Existence | Substitution | Occurrence):
        return check.find.languages
    if isinstance(check, Conditional):
        return check.first.languages & check.second.languages
    if isinstance(check, Consistency):
        return check.one.languages & check.other.languages
    if isinstance(check, Share) and check.find is not None:
        return check.find.languages
    return None
