"""Limits that hold for one way of posting or one kind of account, where that is not known.

What is beyond a firm limit in every case that is left is an error, with the mildest limit; what is
beyond one in some of them is a warning that names these.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final, NamedTuple, Protocol, get_args

from channelwise.check.limits import Limit, Terms
from channelwise.check.model import Finding, Fix
from channelwise.check.say import said
from channelwise.networks.model import Network
from channelwise.recommend.model import Said
from channelwise.vocabulary import AccountKind, Format, PostsWith

WAYS: Final[tuple[PostsWith, ...]] = get_args(PostsWith)
KINDS: Final[tuple[AccountKind, ...]] = get_args(AccountKind)


class OfCases(Protocol):
    """Whatever may hold for one way of posting or one kind of account alone; None is any."""

    @property
    def through(self) -> PostsWith | None: ...

    @property
    def account(self) -> AccountKind | None: ...


class Case(NamedTuple):
    """A way of posting, from a kind of account."""

    way: PostsWith
    kind: AccountKind

    def meets(self, limit: OfCases) -> bool:
        """Whether a limit holds in this case."""
        return limit.through in (None, self.way) and limit.account in (None, self.kind)


class Judged(NamedTuple):
    """A finding and the limit behind it, None where it follows from the draft alone."""

    limit: Limit | None
    finding: Finding


def cases(network: Network, name: Format | None, terms: Terms) -> tuple[Case, ...]:
    """All that may be the case for a post in that format, or for an answer in none, in order."""
    only = network.plain["formats"].get(name, {}).get("through")
    ways = [way for way in WAYS if (terms.posts_with or only) in (None, way)]
    kinds = [kind for kind in KINDS if terms.kind in (None, kind)]
    return tuple(Case(way, kind) for way in ways for kind in kinds)


def in_all(some: Iterable[OfCases], among: Iterable[Case]) -> bool:
    """Whether in every case one of these limits holds."""
    limits = tuple(some)
    return all(any(case.meets(limit) for limit in limits) for case in among)


def weighed(found: Sequence[Judged], among: Sequence[Case]) -> Judged:
    """What limits say of one thing in a draft, the firmest of them first, as one finding."""
    first = found[0]
    if first.limit is None or first.finding.state != "found" or not _errors(found[:1]):
        return first
    errors = _errors(found)
    broken = [case for case in among if any(case.meets(limit) for limit, _ in errors)]
    mildest = first if _always(first.limit) else max(errors, key=_room)[1]
    if len(broken) == len(among):
        return mildest
    beyond = [one.limit for one in found if one.limit]
    fine = [case for case in among if not any(case.meets(limit) for limit in beyond)]
    return mildest._replace(finding=_doubtful(mildest.finding, broken, fine, among))


def _always(limit: Limit) -> bool:
    return limit.through is None and limit.account is None


def _errors(found: Iterable[Judged]) -> list[tuple[Limit, Judged]]:
    return [(one.limit, one) for one in found if one.limit and one.finding.level == "error"]


def _room(one: tuple[Limit, Judged]) -> Fraction:
    return one[0].highest or Fraction(0)


def _doubtful(
    finding: Finding, broken: list[Case], fine: list[Case], among: Sequence[Case]
) -> Finding:
    """A finding that holds in some cases: a warning that tells which, and what to write down."""
    values = {"message": finding.message, "broken": in_words(broken, among)}
    message = (
        said("cases", **values, fine=in_words(fine, among)) if fine else said("cases.all", **values)
    )
    asked = "_".join(
        name
        for name, ends in (("posts_with", {one.way for one in among}),
                           ("kind", {one.kind for one in among}))
        if len(ends) > 1 and _tells(broken, among, name)
    )  # fmt: skip
    fix = said(f"cases.{asked}.fix", fix=finding.fix.text) if finding.fix else None
    return finding.model_copy(
        update={"level": "warning", "message": message, "fix": Fix(text=fix) if fix else None}
    )


def _tells(broken: list[Case], among: Sequence[Case], name: str) -> bool:
    """Whether it makes a difference to know the way of posting, or the kind of account."""
    place = 0 if name == "posts_with" else 1
    rest = 1 - place
    some = {one[rest] for one in broken}
    return any(one[rest] in some and one not in broken for one in among)


def in_words(some: Sequence[Case], among: Sequence[Case]) -> Said:
    """Cases in words: by the way of posting or the kind of account where one of them is enough."""
    parts, left = [], list(some)
    for place, ends in ((0, WAYS), (1, KINDS)):
        for end in ends:
            those = [case for case in among if case[place] == end]
            if those and len(those) < len(among) and all(case in some for case in those):
                parts.append(said(f"case.{end}"))
                left = [case for case in left if case not in those]
    parts += [
        said("case.both", way=said(f"case.{one.way}"), kind=said(f"case.{one.kind}"))
        for one in left
    ]
    return _either(parts)


def _either(parts: list[Said]) -> Said:
    found = parts[0]
    for one in parts[1:]:
        found = said("case.or", one=found, other=one)
    return found
