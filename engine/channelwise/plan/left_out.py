"""What has no place in the plan, and why; and what to do where nothing has one."""

from collections.abc import Iterable, Iterator
from typing import Literal

from channelwise.networks.model import Network
from channelwise.plan.choices import Fit, account, fits
from channelwise.plan.items import Account, Option
from channelwise.plan.model import LeftOut, Shortfall
from channelwise.plan.planner import Planned
from channelwise.plan.wording import phrase
from channelwise.recommend.model import Said
from channelwise.recommend.reasons import Teller
from channelwise.recommend.saying import said
from channelwise.vocabulary import AccountKind, Pace

Reason = Literal["excluded", "unfit", "material", "hours", "worth"]


def least_minutes(plan: Planned, options: Iterable[Option]) -> int | None:
    """Minutes of the cheapest of these options by itself that is worth having; None without one."""
    costs = plan.choices.pieces
    found = [
        option.account.minutes + option.posts * costs[option.format].make
        for option in options
        if option.main and option.value + option.account.points > 0
    ]
    return min(found, default=None)


class LeftOuts:
    """Tells why networks and accounts are not in a plan."""

    def __init__(self, teller: Teller, plan: Planned) -> None:
        self._teller, self._plan = teller, plan
        self._brief = teller.standing.brief
        # What somebody keeps for private life alone is no business of a plan.
        self._ours = [a for a in self._brief.accounts or () if a.used_for != "personal"]
        self._fits: dict[str, list[Fit]] = {}
        for fit in fits(teller.judge, teller.standing):
            self._fits.setdefault(fit.scored.network.id, []).append(fit)

    def all(self) -> list[LeftOut]:
        """Networks without any account in the plan, then accounts that the plan leaves; by id."""
        planned = {account.id for account in self._plan.accounts}
        networks = {account.network.id for account in self._plan.accounts}
        out = [n for n in self._teller.judge.networks if n.id not in networks]
        return [*map(self._network, out), *self._accounts(planned, networks)]

    def _network(self, network: Network) -> LeftOut:
        reason, text = self.why(network, None)
        here = [a for a in self._ours if a.network == network.id]
        known = [a.followers for a in here if a.followers is not None]
        return LeftOut.model_construct(
            network=network.id, name=said(network.name), kind=None, reason=reason, text=text,
            followers=sum(known) if known else None, exists=bool(here),
        )  # fmt: skip

    def _accounts(self, planned: set[str], networks: set[str]) -> Iterator[LeftOut]:
        """Accounts of the brief on planned networks that are not planned themselves."""
        here = {(a.network, a.kind) for a in self._ours}
        for name, kind in sorted(here):
            if name in networks and f"{name}/{kind}" not in planned:
                network = next(n for n in self._teller.judge.networks if n.id == name)
                reason, text = self.why(network, kind)
                followers = [
                    a.followers for a in self._ours
                    if (a.network, a.kind) == (name, kind) and a.followers is not None
                ]  # fmt: skip
                yield LeftOut.model_construct(
                    network=name, name=said(network.name), kind=kind, reason=reason, text=text,
                    followers=sum(followers) if followers else None, exists=True,
                )  # fmt: skip

    def why(self, network: Network, kind: AccountKind | None) -> tuple[Reason, Said]:
        """The first reason that holds: forbidden, unfit, no material, too few hours, worth less."""
        texts = self._teller.texts
        here = [
            fit for fit in self._fits[network.id]
            if kind is None or fit.scored.strategy.account == kind
        ]  # fmt: skip
        if here and not any(fit.open for fit in here):
            return "excluded", self._exclusion(here[0])
        options = [
            o for o in self._plan.choices.options
            if o.account.network.id == network.id and kind in (None, o.account.kind)
        ]  # fmt: skip
        if not options:
            fitting = any(fit.fits for fit in here)
            reason: Reason = "material" if fitting else "unfit"
            return reason, phrase(texts, f"plan.out.{reason}")
        least = least_minutes(self._plan, options)
        there = self._plan.choices.minutes
        if least is not None and least > there:
            return "hours", phrase(texts, "plan.out.hours", minutes=least, there=there)
        return "worth", phrase(texts, "plan.out.worth")

    def _exclusion(self, fit: Fit) -> Said:
        """The rule's own reason; the owner's wish goes first."""
        reasons = self._teller.exclusions(fit.scored)
        return reasons[0].text


def shortfall(teller: Teller, plan: Planned, pace: Pace) -> Shortfall | None:
    """None if the plan has an account; else what is missing, and an account to tend meanwhile."""
    if plan.options:
        return None
    nearest = _nearest(plan)
    tend = _tend(teller, plan, pace)
    needed = least_minutes(plan, [o for o in plan.choices.options if o.account == nearest])
    return Shortfall.model_construct(
        network=nearest.network.id if nearest else None,
        name=said(nearest.network.name) if nearest else None,
        needed=needed, missing=None if needed is None else needed - plan.choices.minutes,
        tend=tend.network.id if tend else None, tend_name=said(tend.network.name) if tend else None,
        tend_kind=tend.kind if tend else None, tend_minutes=tend.minutes if tend else None,
    )  # fmt: skip


def _nearest(plan: Planned) -> Account | None:
    """The account that needs the fewest minutes to be worth having, by id among equals."""
    found = [
        (least, one.id, one)
        for one in plan.choices.accounts
        if (least := least_minutes(plan, [o for o in plan.choices.options if o.account == one]))
    ]
    return min(found, key=lambda entry: entry[:2])[2] if found else None


def _tend(teller: Teller, plan: Planned, pace: Pace) -> Account | None:
    """The account there is already, with the most followers, whose people fit the minutes."""
    brief, planning = teller.standing.brief, teller.judge.policy.planning
    known = {network.id: network for network in teller.judge.networks}
    ours = [a for a in brief.accounts or () if a.used_for != "personal"]
    there = {(a.network, a.kind) for a in ours if a.network in known}
    found = [account(brief, planning, known[name], kind, pace) for name, kind in sorted(there)]
    fitting = [
        one for one in found
        if one.minutes <= plan.choices.minutes and one.network.id not in (brief.exclude or ())
    ]  # fmt: skip
    return max(fitting, key=lambda one: one.followers or 0, default=None)
