"""Rules over several drafts: the share of some posts, the same text twice, weeks without a post.

Each takes note of one draft at a time and tells at the end, so that no more of a draft has to be
kept than its note.
"""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise
from typing import Any, Final, NamedTuple

from channelwise.check.model import Finding
from channelwise.drafts.model import Draft
from channelwise.tone.alike import WHOLE, Shelf, Tokens, tokens
from channelwise.tone.applies import Aim, Doubts
from channelwise.tone.atoms import atoms
from channelwise.tone.context import AccountFacts
from channelwise.tone.metrics import measured
from channelwise.tone.model import Quiet, SameText, Share
from channelwise.tone.outcome import Missing
from channelwise.tone.reading import Reading
from channelwise.tone.say import Saying, named
from channelwise.vocabulary import AccountKind

Told = tuple[int, Finding | Missing]  # with the index of the draft that it is told of
_Key = tuple[str, str]  # account or kind, and network


class _Shown(NamedTuple):
    """A draft that a rule is for, its number, and what would have to be known of it."""

    number: int
    reading: Reading
    facts: AccountFacts
    doubts: Doubts


@dataclass(frozen=True, slots=True)
class _Noted:
    """What is kept of a draft: `doubt` is what is not known of it, `counts` is for shares."""

    index: int
    draft: Draft
    doubt: Missing | None
    counts: bool = False


class SetRule(ABC):
    """A rule over several drafts, which it is shown one by one."""

    def __init__(self, aim: Aim) -> None:
        self.aim = aim

    def note(self, index: int, reading: Reading, facts: AccountFacts) -> None:
        """Take note of a draft, if the rule is for it."""
        doubts = self.aim.doubts(reading.draft, facts, reading.words)
        if doubts is not None:
            self._note(_Shown(index, reading, facts, doubts))

    @abstractmethod
    def _note(self, shown: _Shown) -> None: ...

    @abstractmethod
    def told(self, saying: Saying) -> Iterator[Told]:
        """What the rule finds in all drafts together, or lacks."""

    def _keys(self, draft: Draft) -> Iterator[_Key]:
        """The groups that a draft belongs to, by account and network.

        Without an account, drafts of one kind for one network are taken together.
        """
        owner = draft.account or draft.kind or ""
        if self.aim.everywhere:
            yield from ((owner, name) for name in draft.networks or ("",))
        else:
            where = self.aim.networks(draft)
            yield from ((owner, name or "") for name, holds in where if holds is not False)


class _ShareRule(SetRule):
    def __init__(self, aim: Aim, check: Share) -> None:
        super().__init__(aim)
        self._check = check
        self._groups: dict[_Key, list[_Noted]] = defaultdict(list)

    def _note(self, shown: _Shown) -> None:
        draft = shown.reading.draft
        keys = tuple(self._keys(draft))
        if keys:
            languages, against = self.aim.languages(shown.facts.language)
            doubt = against or (shown.doubts[0] if shown.doubts else None)
            noted = _Noted(shown.number, draft, doubt, self._counts(shown.reading, languages))
            for key in keys:
                self._groups[key].append(noted)

    def _counts(self, reading: Reading, languages: frozenset[str] | None) -> bool:
        check, whole = self._check, reading.body.whole()
        if check.metric is not None and (measured(check.metric, reading, whole).value or 0) >= 1:
            return True
        return check.find is not None and bool(check.find.found(whole, languages))

    def told(self, saying: Saying) -> Iterator[Told]:
        check = self._check
        key = "tone.set.share.more" if check.more else "tone.set.share.fewer"
        for (account, network), group in self._groups.items():
            some, limit = sum(one.counts for one in group), check.percent * len(group)
            beyond = 100 * some > limit if check.more else 100 * some < limit
            if len(group) < check.least or not beyond:
                continue
            if doubt := _doubt(group, account, network):
                yield group[0].index, doubt
                continue
            those = [one for one in group if one.counts == check.more]
            first = those[0]
            yield (
                first.index,
                saying.of_set(
                    self.aim.rule, first.draft, network or None, key, some=some,
                    all=len(group), limit=_allowed(check, len(group)),
                    names=saying.names([one.draft for one in those], first.draft),
                ),
            )  # fmt: skip


def _allowed(check: Share, posts: int) -> int:
    """The most or the least number of posts that is within the limit."""
    return check.percent * posts // 100 if check.more else -(-check.percent * posts // 100)


def _doubt(group: list[_Noted], account: str, network: str) -> Missing | None:
    """What is not known of these drafts, so that their share says nothing."""
    if not account and not network:
        return "account"
    return next((one.doubt for one in group if one.doubt), None)


@dataclass(frozen=True, slots=True)
class _Text:
    """What is kept of a draft to compare it with others."""

    index: int
    draft: Draft
    kind: AccountKind | None
    tokens: Tokens


class _SameTextRule(SetRule):
    """It is told of the personal account's draft, as that is the one to be written anew."""

    def __init__(self, aim: Aim, check: SameText) -> None:
        super().__init__(aim)
        self._check = check
        self._texts: list[_Text] = []

    def _note(self, shown: _Shown) -> None:
        if not shown.facts.kind and not shown.reading.draft.account:
            return  # nothing tells that it is on another account than any other
        words = tokens(_bare_words(shown.reading))
        if len(words) >= self._check.least_words:
            reading = shown.reading
            self._texts.append(_Text(shown.number, reading.draft, shown.facts.kind, words))

    def told(self, saying: Saying) -> Iterator[Told]:
        told = set[int]()
        for one, other, percent in self._pairs():
            if not one.kind or not other.kind:
                yield one.index, "account_kind"
                continue
            mine, firm = (one, other) if one.kind == "personal" else (other, one)
            if mine.index not in told:
                told.add(mine.index)
                key = "same" if percent == WHOLE else "alike"
                yield (
                    mine.index,
                    saying.of_set(
                        self.aim.rule, mine.draft, None, f"tone.set.{key}", percent=percent,
                        other=named(firm.draft, mine.draft),
                    ),
                )  # fmt: skip

    def _pairs(self) -> Iterator[tuple[_Text, _Text, int]]:
        """Each text with one before it that is alike, on an account of another or no known kind."""
        texts, shelves = self._texts, dict[AccountKind | None, Shelf]()
        alike = [text.tokens for text in texts]
        for number, text in enumerate(texts):
            pairs = (
                (text, texts[found], percent)
                for kind, shelf in sorted(shelves.items(), key=lambda one: one[0] is None)
                if kind is None or kind != text.kind
                for found, percent in shelf.alike(number)
                if _other_accounts(text, texts[found])
            )
            yield from islice(pairs, 1)
            if text.kind not in shelves:
                shelves[text.kind] = Shelf(alike, self._check.least_percent)
            shelves[text.kind].put(number)


def _other_accounts(one: _Text, other: _Text) -> bool:
    """True if two drafts are surely, or where a kind is not known perhaps, of different kinds."""
    if one.kind and other.kind:
        return True
    return None not in (a := one.draft.account, b := other.draft.account) and a != b


def _bare_words(reading: Reading) -> Iterator[str]:
    """The words of a text without its hashtags; links, mentions and emoji have none."""
    text, kept, at = reading.body.text, list[str](), 0
    for region in reading.regions("hashtags"):
        kept.append(text[at : region.start])
        at = max(at, region.end)
    return atoms("\n\n".join([*kept, text[at:]])).whole_words()


class _QuietRule(SetRule):
    def __init__(self, aim: Aim, check: Quiet) -> None:
        super().__init__(aim)
        self._check = check
        self._groups: dict[_Key, list[tuple[date | None, int, Draft]]] = defaultdict(list)

    def _note(self, shown: _Shown) -> None:
        draft = shown.reading.draft
        day = draft.day
        for key in self._keys(draft):
            self._groups[key].append((day, shown.number, draft))

    def told(self, saying: Saying) -> Iterator[Told]:
        for (_, network), group in self._groups.items():
            known = sorted((day, index) for day, index, _ in group if day)
            drafts = {index: draft for _, index, draft in group}
            if _is_rhythm([day for day, _ in known], self._check.days):
                continue
            for (before, _), (after, index) in pairwise(known):
                days = (after - before).days
                if days <= self._check.days:
                    continue
                if len(known) < len(group):  # one of those without a date may fall into the gap
                    yield index, "schedule"
                else:
                    yield (
                        index,
                        saying.of_set(
                            self.aim.rule, drafts[index], network or None, "tone.set.quiet",
                            days=days,
                        ),
                    )  # fmt: skip


def _is_rhythm(days: list[date], limit: int) -> bool:
    """Whether posts come evenly, if slowly: three or more gaps of the same length, give or take a
    day, none of them longer than twice the limit. Nobody takes that for a silence.
    """
    gaps = [(after - before).days for before, after in pairwise(days)]
    return len(gaps) >= _EVEN and max(gaps) - min(gaps) <= 1 and max(gaps) <= 2 * limit


_EVEN: Final = 3
_KINDS: Final[dict[type, Any]] = {
    Share: _ShareRule,
    SameText: _SameTextRule,
    Quiet: _QuietRule,
}


def set_rule(aim: Aim) -> SetRule | None:
    """The rule, ready to take note of drafts; None if it judges each draft alone."""
    kind = _KINDS.get(type(aim.rule.check))
    made: SetRule | None = kind(aim, aim.rule.check) if kind else None
    return made
