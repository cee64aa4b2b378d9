"""The engine: loads once, then answers any number of briefs."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from channelwise.brief.model import Brief
from channelwise.load.rulebook import Rulebook, load
from channelwise.recommend.grounds import Clock
from channelwise.recommend.model import Explanation, Recommendation
from channelwise.recommend.reasons import Teller
from channelwise.recommend.standing import Judge, Standing
from channelwise.texts import Texts
from channelwise.texts import load as load_texts
from channelwise.vocabulary import Pace

if TYPE_CHECKING:
    from channelwise.adapt.model import Adaptation
    from channelwise.check.config import Config
    from channelwise.check.model import Checked
    from channelwise.check.settings import ConfigOf
    from channelwise.count.answer import Counted
    from channelwise.drafts.model import Draft
    from channelwise.plan.model import Plan
    from channelwise.plugins.model import Plugin


class Engine:
    """Recommends networks and strategies by a rulebook.

    An engine is frozen: it keeps no state between calls and may be shared between threads.

    Example:
        >>> from channelwise import Brief, Engine
        >>> engine = Engine.load()
        >>> brief = Brief.model_validate({
        ...     "business": {"name": "Corner Bakery", "looks": "attractive"},
        ...     "audience": {"kind": "b2c"},
        ...     "content": {"can_make": ["image"], "have": ["product_photos"]},
        ...     "time": {"hours_per_week": 5},
        ... })
        >>> engine.recommend(brief).ranking[0].rank
        1
    """

    __slots__ = ("_judge", "_texts", "rulebook")

    def __init__(self, rulebook: Rulebook, *, executor: str = "index") -> None:
        """Prepares a rulebook. `executor` is `index` (fast) or `walk` (the reference)."""
        object.__setattr__(self, "rulebook", rulebook)
        object.__setattr__(self, "_judge", Judge(rulebook, executor))
        object.__setattr__(self, "_texts", load_texts())

    rulebook: Final[Rulebook]  # type: ignore[misc]
    _judge: Final[Judge]  # type: ignore[misc]
    _texts: Final[Texts]  # type: ignore[misc]

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"an engine is frozen: {name} cannot be set")

    @classmethod
    def load(
        cls, *, rules: Sequence[Path] = (), plugins: "Sequence[Plugin] | None" = None,
        strict: bool = True, executor: str = "index",
    ) -> "Engine":  # fmt: skip
        """An engine with the core rules and the installed plugins.

        Args:
            rules: further rule files or folders of them.
            plugins: the plugins to use; None for those installed, as `CHANNELWISE_PLUGINS` says.
            strict: raise BrokenPlugins if a plugin cannot be loaded; False leaves it out, and
                `engine.rulebook.problems` tells why.
            executor: `index` or `walk`; both give the same answers.

        Raises:
            BadInput: a rule file is wrong.
            BrokenPlugins: see `strict`.
        """
        return cls(load(rules=rules, plugins=plugins, strict=strict), executor=executor)

    def standing(self, brief: Brief) -> Standing:
        """Scores and order alone, without a word of explanation: the fast path for batches."""
        return self._judge.standing(brief)

    def recommend(self, brief: Brief, *, as_of: date | None = None) -> Recommendation:
        """The whole answer to a brief.

        Args:
            brief: what the business says of itself.
            as_of: the day against which the age of facts is judged; today if not given. Only
                its month counts. With the same day, equal input gives equal bytes.
        """
        return _recommendation(self._teller(brief, as_of), self.rulebook.fingerprint)

    def explain(
        self, brief: Brief, network: str, strategy: str | None = None, *, as_of: date | None = None
    ) -> Explanation:
        """Why a network stands where it stands, and what would bring it in.

        Raises:
            UnknownName: no such network, or no such strategy on it.
        """
        from channelwise.recommend.explain import explanation

        self.rulebook.network(network)
        teller = self._teller(brief, as_of)
        return explanation(teller, self.rulebook.fingerprint, network, strategy)

    def plan(
        self, brief: Brief, *, pace: Pace = "typical", start: date | None = None,
        as_of: date | None = None, frontier: bool = False,
    ) -> "Plan":  # fmt: skip
        """The best week that the hours allow, proved, with a calendar of four weeks.

        Args:
            brief: what the business says of itself; its hours are a hard limit.
            pace: what each item is counted at: `low`, `typical` or `high` minutes.
            start: the calendar begins with the first working week from this day on; today if
                not given. With the same day, equal input gives equal bytes.
            as_of: as for `recommend`; `start` if not given.
            frontier: also solve every whole hour from 0 to 40, which takes some seconds.

        Example:
            >>> engine.plan(brief, start=date(2026, 11, 30)).left >= 0  # doctest: +SKIP
            True
        """
        from channelwise.plan.answer import Asked, plan

        first = start or as_of or date.today()
        teller = self._teller(brief, as_of or first)
        return plan(teller, self.rulebook.fingerprint, Asked(pace, first, frontier))

    def check(
        self, drafts: "Sequence[Draft]", *, networks: Sequence[str] = (),
        account: str | None = None, config: "Config | ConfigOf | None" = None,
        as_of: date | None = None,
    ) -> "Checked":  # fmt: skip
        """What is wrong with drafts: limits of their networks' formats, and tone.

        Args:
            drafts: what `channelwise.drafts.read.read_drafts` gives.
            networks: ids of networks to check for, instead of those that the drafts name.
            account: the account to check as, instead of those that the drafts name.
            config: accounts and exceptions; for all drafts, or a function that gives those of a
                draft. No file is looked for.
            as_of: the day against which the age of facts and the end of exceptions is judged;
                today if not given.

        Raises:
            UnknownName: no such network, or no such account in the settings.

        Example:
            >>> engine.check(read_drafts(["drafts"])).fails("error")  # doctest: +SKIP
            False
        """
        from channelwise.check.run import Asked, check
        from channelwise.check.settings import config_of

        asked = Asked(tuple(networks), account, config_of(config), as_of or date.today())
        return check(self.rulebook, drafts, asked)

    def count(
        self, text: "str | Draft | Sequence[Draft]", *, network: str | Sequence[str] | None = None,
        unit: str | None = None, format: str | None = None,  # noqa: A002 - as drafts call it
        account: str | None = None, tier: str | None = None,
        config: "Config | ConfigOf | None" = None, as_of: date | None = None,
    ) -> "Counted":  # fmt: skip
        """How long texts are, what the length is made of, and what is left under each limit.

        Without a network or unit, a text is counted in every unit there is. A draft is counted
        without what is no part of the post, in the format that it declares or is made of, and for
        the account that it names; of an answer (`reply: true`), what the network counts of it,
        against the limit of answers.

        Args:
            text: a text as it will be posted, or drafts, as `channelwise.drafts.read` gives them.
            network: the id of a network, or several.
            unit: the name of a unit, such as `graphemes`, instead of a network.
            format: the format that decides, whatever a draft is.
            account: the account that it is posted as, instead of the one that a draft names; its
                tier, its way of posting and the limits of its server hold, and without a network
                it is counted on that of the account.
            tier: the tier of the account, instead of the one in the settings.
            config: accounts; for all drafts, or a function that gives those of a draft. No file
                is looked for.
            as_of: the day against which the age of facts is judged; today if not given.

        Raises:
            UnknownName: no such network, unit, tier or account, or a format that the network does
                not carry.
            CounterFailed: a counting unit of a plugin failed.
            ValueError: a unit beside a network, format, account or tier; a format or tier without
                a network; or an account of which no network is known.

        Example:
            >>> found = engine.count("Fresh bread at six", network="acme")  # doctest: +SKIP
            >>> found.results[0].limits[0].left  # doctest: +SKIP
            22
        """
        from channelwise.check.settings import config_of
        from channelwise.count.answering import answer
        from channelwise.count.judging import Asked, judged

        posts = (text,) if isinstance(text, str) or not isinstance(text, Sequence) else text
        networks = (network,) if isinstance(network, str) else tuple(network or ())
        clock = Clock(as_of or date.today(), self.rulebook.policy.shelf_life_months)
        asked = Asked(networks, unit, format, account, tier, config_of(config))
        return answer(self.rulebook, judged(self.rulebook, posts, asked), clock)

    def adapt(
        self, draft: "Draft | Sequence[Draft]", network: str | Sequence[str], *,
        account: str | None = None, config: "Config | ConfigOf | None" = None,
        as_of: date | None = None,
    ) -> "Adaptation":  # fmt: skip
        """Drafts fitted to networks as far as that is mechanical, with what is left to do.

        Long texts are cut into chains where a network has them, and hashtags and links go where
        its limits and traits want them; nothing is invented, and no word is lost. Each part is
        counted as it will be posted.

        Args:
            draft: one draft or several, as `channelwise.drafts.read` gives them.
            network: the id of a network, or several.
            account: the account it is posted as, instead of the one that the draft names; the
                limits of its tier count.
            config: accounts; for all drafts, or a function that gives those of a draft. No file
                is looked for.
            as_of: the day against which the age of facts is judged; today if not given.

        Raises:
            TypeError: something else than a draft, such as a bare text.
            UnknownName: no such network, or no such account in the settings.
            CounterFailed: a counting unit of a plugin failed.

        Example:
            >>> engine.adapt(draft, "acme").results[0].parts[0].fits  # doctest: +SKIP
            True
        """
        from channelwise.adapt.answer import adaptation
        from channelwise.check.settings import Settings, config_of

        drafts = _drafts(draft)
        networks = (network,) if isinstance(network, str) else network
        clock = Clock(as_of or date.today(), self.rulebook.policy.shelf_life_months)
        settings = Settings(account, config_of(config))
        return adaptation(self.rulebook, drafts, networks, clock, settings)

    def _teller(self, brief: Brief, as_of: date | None) -> Teller:
        clock = Clock(as_of or date.today(), self.rulebook.policy.shelf_life_months)
        judge = self._judge
        return Teller(judge, judge.standing(brief), judge.values(brief), self._texts, clock)


def _drafts(given: object) -> "Sequence[Draft]":
    from channelwise.drafts.model import Draft

    several = isinstance(given, Sequence) and not isinstance(given, str | bytes)
    drafts = list(given) if isinstance(given, Sequence) and several else [given]
    for one in drafts:
        if not isinstance(one, Draft):
            kind = type(one).__name__
            raise TypeError(
                f"a draft is expected, not {kind}; channelwise.drafts.read.draft_from makes one "
                "of a text"
            )
    return [one for one in drafts if isinstance(one, Draft)]


def _recommendation(teller: Teller, fingerprint: str) -> Recommendation:
    from channelwise.recommend.answer import recommendation

    return recommendation(teller, fingerprint)
