"""The proof of one network's place: the exact sum, what waits, the gap, the smallest change."""

from channelwise.errors import UnknownName
from channelwise.evaluate.clauses import bits
from channelwise.files.nearest import nearest
from channelwise.recommend.answer import criteria, strategy_answer
from channelwise.recommend.change import smallest_change
from channelwise.recommend.model import (
    CriterionProof,
    CriterionResult,
    Explanation,
    Gap,
    Line,
    Said,
    Waiting,
)
from channelwise.recommend.reasons import Teller
from channelwise.recommend.saying import said
from channelwise.recommend.standing import Place, Scored
from channelwise.recommend.waiting import waits
from channelwise.rules.model import Rule
from channelwise.version import VERSION
from channelwise.vocabulary import CRITERIA, Criterion


def explanation(
    teller: Teller, fingerprint: str, network: str, strategy: str | None = None
) -> Explanation:
    """Why a network, or one strategy of it, stands where it stands.

    Raises:
        UnknownName: no such strategy on that network.
    """
    standing, judge = teller.standing, teller.judge
    place = standing.place(network)
    scored = _chosen(place, strategy)
    best = scored is place.best
    change, tried = (
        smallest_change(judge, standing.brief, network, teller.texts) if best else (None, 0)
    )
    rival = _rival(teller, place, scored)
    return Explanation.model_construct(
        form="channelwise.explanation/1", version=VERSION, rulebook=fingerprint,
        as_of=teller.clock.as_of, business=standing.brief.business.name, network=network,
        name=said(place.best.network.name), strategy=scored.strategy.id,
        strategy_name=said(scored.strategy.name),
        rank=1 + standing.places.index(place) if best else None,
        verdict=scored.verdict, score=judge.score_of(scored, standing), total=scored.total,
        weight_sum=standing.weight_sum, exclusions=teller.exclusions(scored),
        criteria=[_proof(teller, scored, result) for result in criteria(teller, scored)],
        waiting=_waiting(teller, scored), first=rival.network.id if rival else None,
        first_name=said(rival.network.name if best else rival.strategy.name) if rival else None,
        gaps=gaps(teller, scored, rival) if rival else [], change=change, tried=tried,
        other_strategies=[
            strategy_answer(teller, one) for one in place.candidates if one is not scored
        ],
    )  # fmt: skip


def _rival(teller: Teller, place: Place, scored: Scored) -> Scored | None:
    """What to compare with: the first network, or for another strategy the network's best."""
    if scored is not place.best:
        return place.best
    first = next((p.best for p in teller.standing.places if p.best.verdict != "excluded"), None)
    return first if first is not None and first is not scored else None


def _chosen(place: Place, strategy: str | None) -> Scored:
    if strategy is None:
        return place.best
    for scored in place.candidates:
        if scored.strategy.id == strategy:
            return scored
    names = [scored.strategy.id for scored in place.candidates]
    raise UnknownName("strategy", strategy, nearest(strategy, names))


def _proof(teller: Teller, scored: Scored, result: CriterionResult) -> CriterionProof:
    filler = teller.filler(scored)
    lines = [
        Line.model_construct(
            rule=reason.rule, title=reason.title, text=reason.text, points=reason.points,
            grounds=reason.grounds,
        )
        for reason in (
            teller.reason(position, scored, filler)
            for position in bits(scored.outcome.fired)
            if teller.judge.points_of(position)[0] == result.criterion
        )
    ]  # fmt: skip
    lines.sort(key=lambda line: (-abs(line.points), line.rule))
    return CriterionProof.model_construct(result=result, lines=lines)


def _waiting(teller: Teller, scored: Scored) -> list[Waiting]:
    """Rules that could not be evaluated, with the answers of the brief they wait for."""
    filler = teller.filler(scored)
    found = []
    for rule in teller.unevaluated(scored):
        answers, figures = waits(missing(rule, teller, scored), teller.standing.brief)
        if answers or figures:
            title = filler.fill(rule.title)
            found.append(
                Waiting.model_construct(rule=rule.id, title=title, answers=answers, figures=figures)
            )
    return found


def missing(rule: Rule, teller: Teller, scored: Scored) -> list[str]:
    """Fields that the rule reads and that have no value under this brief."""
    values = {**teller.values, **scored.network.values, **scored.strategy.values}
    named = (f"@{scored.network.id}", f"@{scored.strategy.key}")
    known = set(values) | {n.partition("@")[0] for n in values if n.endswith(named)}
    return sorted(rule.reads - known)


def gaps(teller: Teller, scored: Scored, rival: Scored) -> list[Gap]:
    """What weighs differently here than there, the largest gap first.

    The differences add up to the difference of the two totals.
    """
    here, there = _weighted(teller, scored), _weighted(teller, rival)
    rules = {rule.id: rule for rule in teller.judge.rules}
    filler = teller.filler(scored)
    found = [
        Gap.model_construct(
            rule=name, title=filler.fill(rules[name].title), criterion=criterion,
            here=here.get((name, criterion), 0), there=there.get((name, criterion), 0),
        )
        for name, criterion in sorted({*here, *there})
        if here.get((name, criterion), 0) != there.get((name, criterion), 0)
    ] + _held(teller, scored, rival)  # fmt: skip
    return sorted(found, key=lambda gap: (-abs(gap.here - gap.there), gap.rule, gap.criterion))


def _held(teller: Teller, scored: Scored, rival: Scored) -> list[Gap]:
    """What holding the sums to 0-100 gave or took, for each criterion where it differs."""
    weights = teller.standing.weights
    title = Said.model_construct(
        en=teller.texts.ui("gap.held", "en"), fa=teller.texts.ui("gap.held", "fa")
    )
    pairs = (
        (name, *(weights[name] * (one.scores[name] - one.sums[name]) for one in (scored, rival)))
        for name in CRITERIA
    )
    return [
        Gap.model_construct(rule="scale", title=title, criterion=name, here=here, there=there)
        for name, here, there in pairs
        if here != there
    ]


def _weighted(teller: Teller, scored: Scored) -> dict[tuple[str, Criterion], int]:
    """Weighted points by rule and criterion."""
    return {(r.rule, r.criterion): r.weighted for r in teller.reasons(scored) if r.criterion}
