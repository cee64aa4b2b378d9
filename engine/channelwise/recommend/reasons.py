"""From fired clauses to reasons, advice and warnings."""

from collections.abc import Iterable
from dataclasses import dataclass

from channelwise.brief.answers import Value
from channelwise.evaluate.clauses import bits
from channelwise.recommend.grounds import Clock, grounds
from channelwise.recommend.model import Advice, Ground, Reason, Said
from channelwise.recommend.saying import Filler
from channelwise.recommend.standing import Judge, Scored, Standing
from channelwise.rules.model import Rule, Say
from channelwise.text import Text
from channelwise.texts import Texts


@dataclass(frozen=True, slots=True)
class Teller:
    """Puts into words what a judge found under one brief."""

    judge: Judge
    standing: Standing
    values: dict[str, Value]
    texts: Texts
    clock: Clock

    def filler(self, scored: Scored | None) -> Filler:
        """Fills texts with the values of one candidate, or of the brief alone."""
        business = self.standing.brief.business.name
        names = {"business.name": Text(business, business)}
        if scored is None:
            return Filler(self.texts, self.values, names)
        network, strategy = scored.network, scored.strategy
        names |= {"network.name": network.name, "strategy.name": strategy.name}
        own = {
            name.partition("@")[0]: value
            for name, value in self.values.items()
            if name.endswith((f"@{network.id}", f"@{strategy.key}"))
        }
        return Filler(
            self.texts, {**self.values, **network.values, **strategy.values, **own}, names
        )

    def reasons(self, scored: Scored) -> list[Reason]:
        """Every rule that gave or took points, the weightiest first, ids deciding ties."""
        filler = self.filler(scored)
        found = [
            self.reason(position, scored, filler)
            for position in bits(scored.outcome.fired)
            if self.judge.points_of(position)[0] is not None and self.judge.points_of(position)[1]
        ]
        return sorted(found, key=lambda reason: (-abs(reason.weighted), reason.rule))

    def reason(self, position: int, scored: Scored, filler: Filler) -> Reason:
        """One fired clause in words."""
        rule = self.judge.rule_of(position)
        criterion, points = self.judge.points_of(position)
        weight = self.standing.weights[criterion] if criterion else 0
        return Reason.model_construct(
            rule=rule.id, title=filler.fill(rule.title), text=filler.fill(rule.because),
            criterion=criterion, points=points, weighted=points * weight,
            grounds=self.grounds(rule, scored),
        )  # fmt: skip

    def grounds(self, rule: Rule, scored: Scored | None) -> list[Ground]:
        network = scored.network if scored else None
        return grounds(rule, network, self.standing.brief, self.clock)

    def unevaluated(self, scored: Scored) -> list[Rule]:
        """Scoring and excluding rules that lack an answer or a figure, each once, by id."""
        rules = {rule.id: rule for rule in map(self.judge.rule_of, bits(scored.outcome.unknown))}
        return [rules[name] for name in sorted(rules) if not isinstance(rules[name].then, Say)]

    def exclusions(self, scored: Scored) -> list[Reason]:
        """Why a candidate cannot be chosen."""
        filler = self.filler(scored)
        found = [self.reason(position, scored, filler) for position in scored.excluded_by]
        if scored.network.id in (self.standing.brief.exclude or ()):
            found.insert(0, self._wished())
        return found

    def _wished(self) -> Reason:
        """The brief itself leaves the network out."""
        title, text = (
            Said.model_construct(en=self.texts.ui(key, "en"), fa=self.texts.ui(key, "fa"))
            for key in ("wished.title", "wished.text")
        )
        return Reason.model_construct(
            rule="brief.exclude", title=title, text=text, criterion=None, points=0, weighted=0,
            grounds=[],
        )  # fmt: skip

    def advice(self, shown: Iterable[Scored]) -> list[Advice]:
        """What to do or mind: once for the business, and once for all networks that need it."""
        found: dict[tuple[str, str], Advice] = {}
        for position in bits(self.standing.spoken.fired):
            self._add(found, position, None)
        for scored in shown:
            for position in bits(scored.outcome.fired):
                self._add(found, position, scored)
        order = {"warning": 0, "advice": 1}
        return sorted(found.values(), key=lambda a: (order[a.level], a.topic, a.rule, a.text.en))

    def _add(
        self, found: dict[tuple[str, str], Advice], position: int, scored: Scored | None
    ) -> None:
        rule = self.judge.rule_of(position)
        if not isinstance(rule.then, Say):
            return
        filler = self.filler(scored)
        text = filler.fill(rule.then.text)
        known = found.get((rule.id, text.en))
        networks = [*(known.networks if known else ()), *([scored.network.id] if scored else ())]
        found[rule.id, text.en] = Advice.model_construct(
            rule=rule.id, level=rule.then.level, topic=rule.then.topic, text=text,
            because=filler.fill(rule.because), networks=list(dict.fromkeys(networks)),
            grounds=known.grounds if known else self.grounds(rule, scored),
        )  # fmt: skip
