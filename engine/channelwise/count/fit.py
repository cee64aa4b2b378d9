"""How a post stands to the limits of a network on its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from channelwise.check.limits import Terms
from channelwise.check.replies import is_comment
from channelwise.count.counting import count
from channelwise.count.limits import (
    MAIN,
    TextLimit,
    Units,
    refusals,
    text_limits,
    unit_names,
)
from channelwise.count.model import Count, Counter, Place
from channelwise.count.posted import counted_text, limits_of_post
from channelwise.drafts.model import Draft
from channelwise.errors import UnknownName
from channelwise.files.nearest import nearest
from channelwise.networks.model import Network
from channelwise.vocabulary import FORMATS, Format

if TYPE_CHECKING:
    from channelwise.check.cases import Case

# The name that stands for a text which is in no file.
TEXT: Final = "<text>"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A text beside one limit. `place` is where it becomes too long, None if it fits.

    `most` is its length in the strictest unit that sources leave open, and `mentioned` the length
    with the mentions at its start, which the network may not count.
    """

    limit: TextLimit
    count: Count
    place: Place | None
    most: int
    mentioned: int

    @property
    def left(self) -> int:
        """Units to spare; below zero, how many are too many."""
        return self.count.left(self.limit.value)

    @property
    def fits(self) -> bool:
        return self.place is None

    @property
    def unsure(self) -> bool:
        """True if it fits as counted, and does not in the strictest unit or with its mentions."""
        return self.fits and max(self.most, self.mentioned) > self.limit.value


@dataclass(frozen=True, slots=True)
class Fit:
    """A post on a network: its length, and the limits on its text.

    `format` is the one that decides: the one asked for, else what the draft is as a check tells
    it, else the first that limits the text of a post, in the order of
    `channelwise.vocabulary.FORMATS`. None if there is no such limit, and for an answer (`reply`),
    which has none. `deciding` are the limits that hold for it, and `others` those on the text of
    the same post for other tiers, and in other formats where nobody said which it is (`guessed`).
    `known` is False where no source tells how the network counts. The text is counted from
    `offset` on. `cases` are the ways of posting and kinds of account that may be meant.
    `not_carried` is the format that a draft declares and the network has not: then nothing decides.
    """

    network: Network
    count: Count
    known: bool
    format: Format | None
    deciding: tuple[Verdict, ...]
    others: tuple[Verdict, ...]
    reply: bool = False
    guessed: bool = False
    offset: int = 0
    cases: tuple["Case", ...] = ()
    not_carried: Format | None = None

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        return self.deciding + self.others

    @property
    def blocked(self) -> bool:
        """True if the network refuses the text: over a hard limit that decides, however it may be
        posted, or with a character that it takes in no text.
        """
        return bool(self.count.refused) or _over(self.deciding, self.cases)


def _over(verdicts: Sequence[Verdict], among: Sequence["Case"]) -> bool:
    from channelwise.check.cases import in_all

    broken = [one.limit for one in verdicts if one.limit.hard and not one.fits]
    return bool(broken) and in_all(broken, among)


def plain_draft(text: str) -> Draft:
    """A post of nothing but its text, of which nothing else is known."""
    return Draft(TEXT, text, text, None)


def fit(
    post: str | Draft, network: Network, units: Units, asked: str | None = None,
    terms: Terms | None = None,
) -> Fit:  # fmt: skip
    """How a text or draft stands on a network.

    Args:
        post: what is counted; of an answer, not the mentions that the network puts there itself.
        network: whose limits are held against it.
        units: what texts are counted in.
        asked: the format that decides, whatever the draft is.
        terms: what is known of the account, such as its tier.

    Raises:
        UnknownName: the network does not carry the format.
        CounterFailed: a unit of a plugin failed.

    Example:
        >>> from channelwise import Engine
        >>> rulebook = Engine.load().rulebook
        >>> fit("Fresh bread at six", rulebook.networks[0], rulebook).blocked
        False
    """
    if asked is not None and asked not in network.carries:
        raise UnknownName("post_format", asked, nearest(asked, network.carries))
    draft = plain_draft(post) if isinstance(post, str) else post
    return _Fitting(draft, network, units, terms).fit(asked)


class _Fitting:
    """A post, counted once in each unit."""

    def __init__(self, draft: Draft, network: Network, units: Units, terms: Terms | None) -> None:
        self.draft, self.network, self.units, self.terms = draft, network, units, terms
        self.text, self.offset = counted_text(draft, network)
        self._made: dict[tuple[str, str], Count] = {}
        limits = text_limits(network, units, terms)
        self.limits = limits + (refusals(network, units, terms) if self.text.strip() else ())

    def fit(self, asked: str | None) -> Fit:
        reply = asked is None and is_comment(self.draft, self.network)
        foreign = None if reply or asked else self._foreign()
        told = () if reply or foreign else self._told(asked)
        name = None if reply or foreign else self._chosen(told)
        deciding = () if foreign else limits_of_post(self.limits, name, reply=reply)
        others = [] if reply else self._others(deciding, name if told else None)
        own = self._count(self.text, self.units.counter(unit_names(self.network)[0]))
        return Fit(
            self.network, own, "counting" in self.network.plain, name,
            tuple(map(self._verdict, deciding)), tuple(map(self._verdict, others)), reply,
            not (reply or told or foreign), self.offset, self._cases(name), foreign,
        )  # fmt: skip

    def _foreign(self) -> Format | None:
        """The format that the draft declares, if the network does not carry it."""
        declared = self.draft.format
        return declared if declared and declared not in self.network.carries else None

    def _told(self, asked: str | None) -> tuple[Format, ...]:
        """The formats that it may be in: the one asked for, or what the draft is made of."""
        from channelwise.check.format_of import possible
        from channelwise.check.subject import Post

        if asked is not None:
            return tuple(name for name in FORMATS if name == asked)
        draft = self.draft
        if not (draft.format or draft.media or draft.poll or draft.title):
            return ()
        names = possible(Post(draft), self.network, self.terms).names
        return tuple(name for name in names if name in self.network.carries)

    def _chosen(self, told: Sequence[Format]) -> Format | None:
        """Of several, the first that takes the text, as a check is content with one of them."""
        if not told:
            return next((limit.format for limit in self.limits if limit.main), None)
        return next((name for name in told if self._takes(name)), told[0])

    def _takes(self, name: Format) -> bool:
        verdicts = [self._verdict(one) for one in limits_of_post(self.limits, name)]
        return not _over(verdicts, self._cases(name))

    def _cases(self, name: Format | None) -> "tuple[Case, ...]":
        from channelwise.check.cases import cases

        return cases(self.network, name, self.terms or Terms())

    def _others(self, deciding: Sequence[TextLimit], name: Format | None) -> list[TextLimit]:
        """For comparison: other limits on the text of the post, all of one format if it is known.

        Of equal ones in several formats the first is enough.
        """
        seen = {_held_to(one) for one in deciding}
        found = list[TextLimit]()
        for one in self.limits:
            of_post = (one.main or one.base in MAIN) and name in (None, one.format)
            if of_post and _held_to(one) not in seen:
                seen.add(_held_to(one))
                found.append(one)
        return found

    def _verdict(self, limit: TextLimit) -> Verdict:
        found = self._count(self.text, limit.counter)
        most = self._count(self.text, limit.strictest).total if limit.strictest else found.total
        whole = self._count(self.draft.text, limit.counter).total
        return Verdict(limit, found, found.too_long(limit.value), most, whole)

    def _count(self, text: str, counter: Counter) -> Count:
        key = (text, counter.name)
        if key not in self._made:
            self._made[key] = count(text, counter)
        return self._made[key]


def _held_to(limit: TextLimit) -> tuple[int, str, str | None]:
    return limit.value, limit.counter.name, limit.tier
