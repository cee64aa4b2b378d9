"""What has no place in the plan, and why; and what to do where nothing has one."""

from collections.abc import Iterable

from channelwise.networks.model import Network
from channelwise.plan.choices import Fit, account, business_accounts, fits, offered, own_voice
from channelwise.plan.items import Account, Choices, Option
from channelwise.plan.model import LeftOut, LeftOutReason, Shortfall
from channelwise.plan.planner import Planned
from channelwise.plan.wording import phrase
from channelwise.recommend.measures import Case, minutes_needed
from channelwise.recommend.model import Said
from channelwise.recommend.reasons import Teller
from channelwise.recommend.saying import said
from channelwise.vocabulary import AccountKind, Pace

Answer = tuple[LeftOutReason, Said]


class Wide:
    """What would suit the business apart from its hours: more than a plan may choose from."""

    def __init__(self, teller: Teller, plan: Planned, pace: Pace) -> None:
        self._teller = teller
        self.fits: dict[str, list[Fit]] = {}
        for fit in fits(teller.judge, teller.standing):
            self.fits.setdefault(fit.scored.network.id, []).append(fit)
        required = plan.choices.required
        suiting = [
            fit for here in self.fits.values() for fit in here
            if fit.suits or (fit.open and fit.scored.network.id in required)
        ]  # fmt: skip
        self.choices: Choices = offered(teller.judge, teller.standing, pace, suiting)

    def options(self, network: str, kind: AccountKind | None) -> list[Option]:
        """The options on a network, of one kind of account if given."""
        return [
            o for o in self.choices.options
            if o.account.network.id == network and kind in (None, o.account.kind)
        ]  # fmt: skip

    def possible(self, options: Iterable[Option]) -> list[Option]:
        """Main strategies for which there is material, and that are worth their account."""
        return [o for o in options if o.main and self._stocked(o) and _worth(o)]

    def _stocked(self, option: Option) -> bool:
        weeks, stock = self.choices.weeks, self.choices.stock
        return all(weeks * option.posts <= stock[n].pieces for n in option.needs if n in stock)

    def minutes(self, option: Option) -> int:
        """What the option takes by itself: by our count, or by the ranking's if that is more."""
        counted = option.account.minutes + option.posts * self.choices.pieces[option.format].make
        brief, policy = self._teller.standing.brief, self._teller.judge.policy
        ranked = minutes_needed(Case(brief, policy, option.account.network, option.strategy))
        return max(counted, ranked or 0)

    def least(self, options: Iterable[Option]) -> int | None:
        """Minutes of the cheapest possible option by itself; None without one."""
        return min(map(self.minutes, self.possible(options)), default=None)


def _worth(option: Option) -> bool:
    return option.value + option.account.points > 0


class LeftOuts:
    """Tells why networks and accounts are not in a plan."""

    def __init__(self, teller: Teller, plan: Planned, pace: Pace) -> None:
        self._teller, self._plan = teller, plan
        self._wide = Wide(teller, plan, pace)
        self._ours = business_accounts(teller.standing.brief)
        self._tended = _tend(teller, plan, pace) if not plan.options else None

    def all(self) -> list[LeftOut]:
        """Networks without any account in the plan, then accounts that the plan leaves; by id."""
        planned = {account.id for account in self._plan.accounts}
        networks = {account.network.id for account in self._plan.accounts}
        known = self._teller.judge.networks
        here = {f"{a.network}/{a.kind}": a.kind for a in self._ours if a.network in networks}
        left = [
            self._entry(network, here[name])
            for network in known for name in sorted(here)
            if name.startswith(f"{network.id}/") and name not in planned
        ]  # fmt: skip
        return [*(self._entry(n, None) for n in known if n.id not in networks), *left]

    def _entry(self, network: Network, kind: AccountKind | None) -> LeftOut:
        reason, text = self.why(network, kind)
        here = [a for a in self._ours if a.network == network.id and kind in (None, a.kind)]
        known = [a.followers for a in here if a.followers is not None]
        return LeftOut.model_construct(
            network=network.id, name=said(network.name), kind=kind, reason=reason, text=text,
            followers=sum(known) if known else None, exists=bool(here),
        )  # fmt: skip

    def why(self, network: Network, kind: AccountKind | None) -> Answer:
        """The first reason that holds, from what nobody can change to what hours can."""
        reasons = (self._fit, self._material, self._hours, self._elsewhere)
        found = (reason(network, kind) for reason in reasons)
        return next(answer for answer in found if answer)

    def _fit(self, network: Network, kind: AccountKind | None) -> Answer | None:
        if self._tended and self._tended.network == network and kind in (None, self._tended.kind):
            return self._said("tended")
        here = [
            fit for fit in self._wide.fits[network.id]
            if kind in (None, fit.scored.strategy.account)
        ]  # fmt: skip
        if here and not any(fit.open for fit in here):
            return "excluded", self._teller.exclusions(here[0].scored)[0].text
        ours = [fit for fit in here if own_voice(self._teller.standing.brief, fit.scored)]
        if not any(fit.suits for fit in ours) and not self._wide.options(network.id, kind):
            return self._said("unfit")
        return None

    def _material(self, network: Network, kind: AccountKind | None) -> Answer | None:
        options = self._wide.options(network.id, kind)
        if not options:
            return self._said("material")
        if self._wide.possible(options):
            return None
        worth = [option for option in options if option.main and _worth(option)]
        return self._said("stock" if worth else "little")

    def _hours(self, network: Network, kind: AccountKind | None) -> Answer | None:
        least = self._wide.least(self._wide.options(network.id, kind))
        there = self._plan.choices.minutes
        if least is not None and least > there:
            return "hours", phrase(self._teller.texts, "plan.out.hours", minutes=least, there=there)
        ids = {option.account.id for option in self._plan.choices.options}
        accounts = {option.account.id for option in self._wide.options(network.id, kind)}
        return None if accounts & ids else self._said("time")

    def _elsewhere(self, *_: object) -> Answer:
        if self._plan.choices.required & {a.network.id for a in self._plan.accounts}:
            return self._said("required")
        return self._said("worth")

    def _said(self, reason: str) -> Answer:
        codes: dict[str, LeftOutReason] = {
            "tended": "tended", "unfit": "unfit", "material": "material", "stock": "material",
            "little": "worth", "time": "time", "required": "required", "worth": "worth",
        }  # fmt: skip
        return codes[reason], phrase(self._teller.texts, f"plan.out.{reason}")


def shortfall(teller: Teller, plan: Planned, pace: Pace) -> Shortfall | None:
    """None if the plan has an account; else what is missing, and an account to tend meanwhile."""
    if plan.options:
        return None
    wide = Wide(teller, plan, pace)
    nearest = _nearest(wide)
    needed = wide.minutes(nearest) if nearest else 0
    missing = needed - plan.choices.minutes
    near = nearest.account.network if nearest and missing > 0 else None
    tend = _tend(teller, plan, pace)
    return Shortfall.model_construct(
        network=near.id if near else None, name=said(near.name) if near else None,
        needed=needed if near else None, missing=missing if near else None,
        tend=tend.network.id if tend else None, tend_name=said(tend.network.name) if tend else None,
        tend_kind=tend.kind if tend else None, tend_minutes=tend.minutes if tend else None,
    )  # fmt: skip


def _nearest(wide: Wide) -> Option | None:
    """The option that takes the fewest minutes by itself, by ids among equals."""
    possible = wide.possible(wide.choices.options)
    return min(possible, key=lambda option: (wide.minutes(option), option.order), default=None)


def _tend(teller: Teller, plan: Planned, pace: Pace) -> Account | None:
    """The account there is already, with the most followers, whose people fit the minutes."""
    brief, planning = teller.standing.brief, teller.judge.policy.planning
    known = {network.id: network for network in teller.judge.networks}
    there = {(a.network, a.kind) for a in business_accounts(brief) if a.network in known}
    found = [account(brief, planning, known[name], kind, pace) for name, kind in sorted(there)]
    fitting = [
        one for one in found
        if one.minutes <= plan.choices.minutes and one.network.id not in (brief.exclude or ())
    ]  # fmt: skip
    return max(fitting, key=lambda one: one.followers or 0, default=None)
