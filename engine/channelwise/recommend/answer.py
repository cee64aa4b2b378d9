"""Puts a recommendation together from a standing."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from channelwise.evidence import Evidence
from channelwise.networks.model import Network
from channelwise.recommend.certainty import certainty
from channelwise.recommend.measures import Case, minutes_for, ready_formats
from channelwise.recommend.model import (
    CadenceAnswer,
    CriterionResult,
    MetricAnswer,
    NetworkAnswer,
    Recommendation,
    Said,
    StrategyAnswer,
    Together,
    ToneAnswer,
)
from channelwise.recommend.notes import notes
from channelwise.recommend.question import question
from channelwise.recommend.reasons import Teller
from channelwise.recommend.saying import said
from channelwise.recommend.standing import FITTING, Place, Scored, below_floor
from channelwise.version import VERSION
from channelwise.vocabulary import CRITERIA

MOST_REASONS: Final = 3


def recommendation(teller: Teller, fingerprint: str) -> Recommendation:
    """The whole answer."""
    judge, standing = teller.judge, teller.standing
    brief = standing.brief
    fitting = [place for place in standing.places if place.best.verdict in FITTING]
    return Recommendation.model_construct(
        form="channelwise.recommendation/1", version=VERSION, rulebook=fingerprint,
        as_of=teller.clock.as_of, business=brief.business.name,
        minutes_a_week=brief.minutes_a_week, weights=dict(standing.weights),
        ranking=[_network(teller, rank, place) for rank, place in enumerate(standing.places, 1)],
        together=together(teller, _first_come(standing.places, brief.require or ())),
        advice=teller.advice(place.best for place in fitting),
        judge_after_weeks=max(judge.policy.judge_after_weeks, brief.time.horizon_weeks or 0),
        certainty=certainty(standing, judge.policy),
        question=question(judge, brief, standing, teller.texts),
        notes=notes(brief, judge.networks, standing, teller.texts),
    )  # fmt: skip


def _network(teller: Teller, rank: int, place: Place) -> NetworkAnswer:
    best, network = place.best, place.best.network
    reasons = teller.reasons(best)
    brief = teller.standing.brief
    return NetworkAnswer.model_construct(
        id=network.id, name=said(network.name), summary=said(network.summary), rank=rank,
        verdict=best.verdict, score=teller.judge.score_of(best, teller.standing), total=best.total,
        required=network.id in (brief.require or ()), strategy=best.strategy.id,
        account=best.strategy.account, criteria=criteria(teller, best),
        reasons_for=[r for r in reasons if r.weighted > 0][:MOST_REASONS],
        reasons_against=[r for r in reasons if r.weighted < 0][:MOST_REASONS],
        exclusions=teller.exclusions(best),
        strategies=[strategy_answer(teller, one) for one in place.candidates],
        tone=tone(network), metrics=metrics(teller, network),
        not_evaluated=len(teller.unevaluated(best)),
    )  # fmt: skip


def _plain_said(plain: Any) -> Said:
    return Said.model_construct(en=plain["en"], fa=plain["fa"])


def criteria(teller: Teller, scored: Scored) -> list[CriterionResult]:
    """One result for each criterion, in their fixed order."""
    policy, weights = teller.judge.policy, teller.standing.weights
    low = below_floor(policy, scored.scores, weights)
    return [
        CriterionResult.model_construct(
            criterion=name, base=policy.scales[name].base,
            points=scored.sums[name] - policy.scales[name].base, score=scored.scores[name],
            clamped=scored.sums[name] != scored.scores[name], weight=weights[name],
            floor=policy.scales[name].floor, below_floor=name in low,
        )
        for name in CRITERIA
    ]  # fmt: skip


def strategy_answer(teller: Teller, scored: Scored) -> StrategyAnswer:
    """One strategy of a network, as it would run in this business."""
    brief, strategy = teller.standing.brief, scored.strategy
    have = brief.content.have
    return StrategyAnswer.model_construct(
        id=strategy.id, name=said(strategy.name), summary=said(strategy.summary),
        account=strategy.account, verdict=scored.verdict,
        score=teller.judge.score_of(scored, teller.standing), tone=said(strategy.tone),
        example=said(strategy.example),
        formats=list(ready_formats(brief, scored.network, strategy)), needs=list(strategy.needs),
        missing=None if have is None else [need for need in strategy.needs if need not in have],
        goals=list(strategy.goals), cadence=cadence(teller, scored),
    )  # fmt: skip


def cadence(teller: Teller, scored: Scored) -> CadenceAnswer | None:
    """The highest step up to the typical one that the hours carry; None if not even the least."""
    brief, ladder = teller.standing.brief, scored.strategy.cadence
    case = Case(brief, teller.judge.policy, scored.network, scored.strategy)
    costs = {step: minutes_for(case, step) for step in ladder.steps if step <= ladder.typical}
    fitting = {s: m for s, m in costs.items() if m is not None and m <= brief.minutes_a_week}
    least = costs[ladder.steps[0]]
    if not fitting or least is None:
        return None
    posts = max(fitting)
    return CadenceAnswer.model_construct(
        posts=posts, minutes=fitting[posts], least_posts=ladder.steps[0], least_minutes=least,
        typical_posts=ladder.typical, upper_posts=ladder.steps[-1],
    )  # fmt: skip


def _first_come(places: Sequence[Place], required: Sequence[str]) -> list[Place]:
    """What the business insists on, then what fits, each in rank order."""
    open_ = [place for place in places if place.best.verdict != "excluded"]
    wanted = [place for place in open_ if place.id in required]
    fitting = [place for place in places if place.best.verdict in FITTING]
    return [*wanted, *(place for place in fitting if place not in wanted)]


def together(teller: Teller, places: Iterable[Place]) -> Together:
    """Networks taken in the order given while their least minutes still fit the hours."""
    left = teller.standing.brief.minutes_a_week
    taken: list[str] = []
    left_out: list[str] = []
    used = 0
    for place in places:
        answer = cadence(teller, place.best)
        if answer is not None and used + answer.least_minutes <= left:
            used += answer.least_minutes
            taken.append(place.id)
        else:
            left_out.append(place.id)
    return Together.model_construct(networks=taken, minutes=used, left_out=left_out)


def tone(network: Network) -> ToneAnswer:
    """How one speaks there."""
    plain = network.plain["tone"]
    return ToneAnswer.model_construct(
        summary=_plain_said(plain["summary"]), voice=_plain_said(plain["voice"]),
        do=[_plain_said(line) for line in plain["do"]],
        avoid=[_plain_said(line) for line in plain["avoid"]],
    )  # fmt: skip


def metrics(teller: Teller, network: Network) -> list[MetricAnswer]:
    """What to measure there, as the network states it."""
    return [
        MetricAnswer.model_construct(
            id=plain["id"], name=_plain_said(plain["name"]), kind=plain["kind"],
            formula=_plain_said(plain["formula"]),
            denominator=_plain_said(plain["denominator"]) if plain.get("denominator") else None,
            benchmark=_plain_said(plain["benchmark"]) if plain.get("benchmark") else None,
            ground=_ground(teller, network.evidence.get(f"metrics.{plain['id']}")),
        )
        for plain in network.plain["metrics"]
    ]  # fmt: skip


def _ground(teller: Teller, evidence: Evidence | None) -> Any:
    return teller.clock.ground(evidence) if evidence else None
