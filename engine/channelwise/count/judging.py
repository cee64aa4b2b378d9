"""Texts and drafts, each counted on the networks or in the units that are asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from channelwise.check.config import Account, terms_on
from channelwise.check.limits import Terms, tiers_of
from channelwise.check.settings import ConfigOf, Settings
from channelwise.check.suppress import read_exceptions
from channelwise.count.counting import count
from channelwise.count.fit import TEXT, Fit, fit, plain_draft
from channelwise.count.model import Count, Counter, Place
from channelwise.drafts.model import Draft
from channelwise.drafts.place import place_of
from channelwise.errors import UnknownName
from channelwise.files.nearest import nearest
from channelwise.load.rulebook import Rulebook
from channelwise.networks.model import Network


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: networks or a unit, and else every unit; and for whose account.

    `format` decides whatever a draft is, and `tier` stands in place of that of the account.
    """

    networks: tuple[str, ...]
    unit: str | None
    format: str | None
    account: str | None
    tier: str | None
    config_of: ConfigOf

    def __post_init__(self) -> None:
        if self.unit is not None and (self.networks or self.format or self.account or self.tier):
            raise ValueError("a unit is counted in without a network, format, account or tier")
        if not (self.networks or self.account) and (self.format or self.tier):
            raise ValueError("a format or tier needs the network that it is of")


class NoNetwork(ValueError):  # noqa: N818 - the name says what is wrong
    """An account that was asked for, without a network, and of which the settings name none."""

    def __init__(self, account: str) -> None:
        self.account = account
        super().__init__(f"the settings do not say which network the account '{account}' is on")


@dataclass(frozen=True, slots=True)
class Judged:
    """A post, counted; on a network, with its limits (`fit`).

    `named` is the account that it is posted as, and `account` what the settings say of it.
    """

    draft: Draft
    count: Count
    counter: Counter
    fit: Fit | None = None
    named: str | None = None
    account: Account | None = None

    @property
    def here(self) -> Account | None:
        """The account, if it is on the network that the post was counted for."""
        there = self.fit.network.id if self.fit else None
        return self.account if self.account and self.account.network == there else None

    @property
    def given(self) -> bool:
        """True for a text that stands in no file."""
        return self.draft.file == TEXT

    @property
    def line(self) -> int:
        """The line of the file that the draft begins on."""
        return self.draft.begins.line if self.draft.begins else 1

    def place(self, place: Place) -> Place:
        """A place of what was counted, by the text of the draft and its line in the file."""
        if self.given:
            return place
        offset = place.offset + (self.fit.offset if self.fit else 0)
        spot = place_of(self.draft, offset)
        return Place(offset, spot.line, spot.column)


def judged(rulebook: Rulebook, posts: Sequence[str | Draft], asked: Asked) -> Iterator[Judged]:
    """Each post on each network, or in each unit.

    Raises:
        UnknownName: no such network, unit, format, tier or account.
        BadInput: the settings of a draft are wrong.
        CounterFailed: a unit of a plugin failed.
        NoNetwork: an account was asked for without a network, and none is known of it.
    """
    drafts = [plain_draft(post) if isinstance(post, str) else _plain(post) for post in posts]
    networks = [rulebook.network(name) for name in dict.fromkeys(asked.networks)]
    units = (rulebook.counter(asked.unit),) if asked.unit else rulebook.counters
    for draft, account in zip(drafts, _accounts(drafts, asked), strict=True):
        there = networks or _of_account(rulebook, asked, account)
        _refuse_unknown_tier(there, asked.tier)
        for network in there:
            yield _on_network(rulebook, draft, network, account, asked)
        for unit in () if there else units:
            yield Judged(draft, count(draft.text, unit), unit)


def _plain(draft: Draft) -> Draft:
    """A draft without what is no part of the post."""
    return read_exceptions(draft).draft


def _accounts(drafts: Sequence[Draft], asked: Asked) -> Sequence[Account | None]:
    """The account of each draft. Settings are read only where they can matter."""
    named = asked.networks and any(draft.account for draft in drafts)
    if asked.account is None and not named:
        return [None] * len(drafts)
    return Settings(asked.account, asked.config_of).accounts(drafts)


def _of_account(rulebook: Rulebook, asked: Asked, account: Account | None) -> list[Network]:
    if asked.account is None or account is None:
        return []
    if account.network is None:
        raise NoNetwork(account.name)
    return [rulebook.network(account.network)]


def _refuse_unknown_tier(networks: Sequence[Network], tier: str | None) -> None:
    known = [name for network in networks for name in tiers_of(network)]
    if tier is not None and tier not in known:
        raise UnknownName("tier", tier, nearest(tier, known))


def _on_network(
    rulebook: Rulebook, draft: Draft, network: Network, account: Account | None, asked: Asked
) -> Judged:
    on_it = account is not None and account.network == network.id
    terms = terms_on(account, network.id) if on_it else None
    if asked.tier is not None:
        terms = (terms or Terms())._replace(tier=asked.tier)
    found = fit(draft, network, rulebook, asked.format, terms)
    named = asked.account or draft.account
    unit = rulebook.counter(found.count.unit)
    return Judged(draft, found.count, unit, found, named, account)
