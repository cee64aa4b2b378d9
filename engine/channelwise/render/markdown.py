"""Reports as GitHub-flavoured Markdown: the content of the page in compact form.

Persian stands in a block from right to left. Whatever comes from a brief, a plugin or a rule is
escaped, so that no name can become a heading, a link or markup.
"""

from collections.abc import Iterable, Iterator, Sequence

from channelwise.load.policy import Policy, Scale
from channelwise.recommend.model import (
    CriterionResult,
    Explanation,
    NetworkAnswer,
    Question,
    Recommendation,
    Said,
    StrategyAnswer,
)
from channelwise.render import digest
from channelwise.render.escaping import escaped, table
from channelwise.render.markdown_parts import Writer
from channelwise.render.phrases import Phrases
from channelwise.render.sources import of_recommendation
from channelwise.texts import load as load_texts
from channelwise.vocabulary import Criterion, Lang


def markdown(answer: Recommendation, lang: Lang, policy: Policy | None = None) -> str:
    """A recommendation; with the policy it also says what the ends of each scale mean."""
    phrases = Phrases(load_texts(), lang)
    report = _Report(answer, policy, Writer(phrases, of_recommendation(answer)))
    return report.write.document(report.blocks())


def explanation_markdown(proof: Explanation, lang: Lang) -> str:
    """The proof of one network's place."""
    from channelwise.render.markdown_proof import proof_blocks
    from channelwise.render.sources import of_explanation

    write = Writer(Phrases(load_texts(), lang), of_explanation(proof))
    return write.document(proof_blocks(proof, write))


class _Report:
    """The sections of a recommendation, in the order of all reports."""

    def __init__(self, answer: Recommendation, policy: Policy | None, write: Writer) -> None:
        self.answer, self.policy, self.write, self.p = answer, policy, write, write.p
        self.names = digest.names(answer)

    def blocks(self) -> Iterator[str]:
        yield from self._head()
        for network in digest.fitting(self.answer):
            yield from self._network(network)
        yield from self._rest()
        yield from self._hours()
        yield from self._advice()
        yield from self._measure()
        yield from self._certainty()
        if self.answer.question:
            yield from self._question(self.answer.question)
        else:
            yield escaped(self.p.ui("question.settled"))
        if self.answer.notes:
            yield self.write.heading(2, "report.notes")
            yield self.write.items(escaped(self.p.say(note)) for note in self.answer.notes)
        yield from self.write.source_list()
        if self.policy:
            yield from self._scales(self.policy)
        yield self.write.foot(self.answer.version, self.answer.rulebook, self.answer.as_of)

    def _head(self) -> Iterator[str]:
        p, answer = self.p, self.answer
        yield f"# {escaped(p.ui('recommend.title', business=p.isolated(answer.business)))}"
        yield escaped(p.ui("recommend.hours", hours=p.hours(answer.minutes_a_week)))
        yield self.write.heading(2, "ranking.title")
        if not digest.fitting(answer):
            yield escaped(p.ui("recommend.none"))
        head = [p.cap(key) for key in ("rank", "network", "verdict", "score")]
        rows = [self._ranked(network) for network in answer.ranking]
        yield table(head, rows, frozenset({0, 3}))

    def _ranked(self, network: NetworkAnswer) -> list[str]:
        p = self.p
        asked = f" ({escaped(p.ui('ranking.required'))})" if network.required else ""
        name = f"**{self._name(network.name)}**{asked}"
        return [p.n(network.rank), name, p.label("Verdict", network.verdict), p.n(network.score)]

    def _name(self, name: Said) -> str:
        return escaped(self.p.say(name))

    def _names(self, ids: Iterable[str]) -> str:
        return self.p.comma.join(self._name(self.names[name]) for name in ids)

    def _network(self, network: NetworkAnswer) -> Iterator[str]:
        p, write = self.p, self.write
        score = p.ui("score.of", score=p.n(network.score), most=p.n(100))
        yield f"## {p.n(network.rank)}\\. {self._name(network.name)}"
        yield f"**{p.label('Verdict', network.verdict)}**{p.comma}{score}"
        yield escaped(p.say(network.summary))
        yield write.criteria(network.criteria)
        yield from self._both_reasons(network, 3)
        if network.not_evaluated:
            yield escaped(p.ui("not_evaluated.count", count=network.not_evaluated))
        yield from self._strategies(network)
        yield from self._tone(network)

    def _strategies(self, network: NetworkAnswer) -> Iterator[str]:
        p = self.p
        yield self.write.heading(3, "strategies.title")
        for strategy in digest.fitting_strategies(network):
            best = f" ({escaped(p.ui('strategy.best'))})" if strategy.id == network.strategy else ""
            yield f"#### {escaped(p.say(strategy.name))}{best}"
            yield escaped(p.say(strategy.summary))
            yield self.write.facts(self._strategy(strategy))
        others = [
            f"{escaped(p.say(one.name))} ({self._standing(one)})"
            for one in digest.other_strategies(network)
        ]
        if others:
            yield f"{escaped(p.ui('rest.strategies'))}: {p.comma.join(others)}"

    def _strategy(self, strategy: StrategyAnswer) -> Iterator[tuple[str, str]]:
        p = self.p
        yield "score", self._standing(strategy)
        yield "account.from", p.ui(f"account.{strategy.account}")
        yield "cadence.title", self._pace(strategy)
        yield "formats", p.words("Format", strategy.formats)
        yield "needs", p.words("Ingredient", strategy.needs)
        if strategy.missing:
            yield "missing", p.words("Ingredient", strategy.missing)
        yield "goals", p.words("Goal", strategy.goals)
        yield "tone", p.say(strategy.tone)
        yield "example", p.say(strategy.example)

    def _standing(self, strategy: StrategyAnswer) -> str:
        p = self.p
        return f"{p.n(strategy.score)}{p.comma}{p.word('Verdict', strategy.verdict)}"

    def _pace(self, strategy: StrategyAnswer) -> str:
        p, pace = self.p, strategy.cadence
        if pace is None:
            return p.ui("cadence.none")
        fits = p.ui("hours.pace", posts=pace.posts, minutes=pace.minutes)
        steps = p.ui(
            "hours.range", least=pace.least_posts, minutes=pace.least_minutes,
            typical=pace.typical_posts, upper=pace.upper_posts,
        )  # fmt: skip
        return f"{fits}. {steps}"

    def _tone(self, network: NetworkAnswer) -> Iterator[str]:
        p, tone = self.p, network.tone
        yield self.write.heading(3, "tone")
        yield escaped(f"{p.say(tone.summary)} {p.ui('tone.voice')}: {p.say(tone.voice)}")
        for key, lines in (("tone.do", tone.do), ("tone.avoid", tone.avoid)):
            yield f"**{escaped(p.cap(key))}**"
            yield self.write.items(escaped(p.say(line)) for line in lines)

    def _rest(self) -> Iterator[str]:
        found = digest.rest(self.answer)
        if not found:
            return
        yield self.write.heading(2, "report.rest")
        for network in found:
            p = self.p
            yield f"### {p.n(network.rank)}\\. {self._name(network.name)}"
            score = p.ui("score.of", score=p.n(network.score), most=p.n(100))
            yield f"**{p.label('Verdict', network.verdict)}**{p.comma}{score}"
            yield self._deciding(network)
            yield from self._both_reasons(network, 4)
            yield p.comma.join(
                f"{p.word('Criterion', r.criterion)} {p.n(r.score)}" for r in network.criteria
            )
            if network.not_evaluated:
                yield escaped(p.ui("not_evaluated.count", count=network.not_evaluated))

    def _both_reasons(self, network: NetworkAnswer, level: int) -> Iterator[str]:
        """The three reasons of each kind that weigh most."""
        for key, reasons in (("for", network.reasons_for), ("against", network.reasons_against)):
            yield self.write.heading(level, f"reasons.{key}")
            yield self.write.reasons(reasons) or escaped(self.p.ui("reasons.none"))

    def _deciding(self, network: NetworkAnswer) -> str:
        p = self.p
        low = [] if network.exclusions else [*map(self._below, digest.below_floor(network))]
        why = self.write.reasons(digest.decisive(network))
        if not low and not why:
            low = [p.ui("rest.left_out" if network.verdict == "excluded" else "rest.low")]
        return "\n".join([*(f"- {escaped(line)}" for line in low), *([why] if why else [])])

    def _below(self, result: CriterionResult) -> str:
        word = self.p.label("Criterion", result.criterion)
        return self.p.ui("rest.floor", criterion=word, score=result.score, floor=result.floor)

    def _hours(self) -> Iterator[str]:
        p, answer = self.p, self.answer
        yield self.write.heading(2, "report.hours")
        found = digest.shares(answer)
        if found:
            hours = p.ui("together.fits", hours=p.hours(answer.minutes_a_week))
            yield f"{escaped(hours)}: {self._names(answer.together.networks)}."
        else:
            yield escaped(p.ui("together.none"))
        parts = [(share.network.name, share.minutes) for share in found]
        rows = [[self._name(name), p.n(minutes)] for name, minutes in parts]
        rows.append([p.cap("hours.left"), p.n(answer.minutes_a_week - answer.together.minutes)])
        yield table([p.cap("network"), escaped(p.ui("hours.least"))], rows, frozenset({1}))
        if answer.together.left_out:
            yield f"{escaped(p.ui('together.left_out'))}: {self._names(answer.together.left_out)}."
        used = p.ui("hours.chart", used=answer.together.minutes, minutes=answer.minutes_a_week)
        yield f"{escaped(used)}. {escaped(p.ui('together.note'))}"

    def _advice(self) -> Iterator[str]:
        apart, topics = digest.separation(self.answer), digest.by_topic(self.answer)
        if apart:
            yield self.write.heading(2, "presence.apart")
            yield self.write.advice(apart, self.names)
        if topics:
            yield self.write.heading(2, "report.advice")
        for topic, told in topics:
            yield f"### {self.p.label('Topic', topic)}"
            yield self.write.advice(told, self.names)

    def _measure(self) -> Iterator[str]:
        p = self.p
        yield self.write.heading(2, "measure.title")
        yield escaped(p.ui("judge.weeks", weeks=self.answer.judge_after_weeks))
        told = digest.measuring(self.answer)
        if told:
            yield self.write.advice(told, self.names)
        for network in digest.fitting(self.answer):
            if network.metrics:
                yield f"### {self._name(network.name)}"
                yield self.write.metrics(network.metrics)

    def _certainty(self) -> Iterator[str]:
        yield self.write.heading(2, "certainty.title")
        lines = self.write.certainty(self.answer.certainty, self.names)
        yield "\n".join(escaped(line) for line in lines)

    def _question(self, asked: Question) -> Iterator[str]:
        p = self.p
        yield self.write.heading(2, "question.title")
        yield f"> {escaped(p.say(asked.ask))}"
        yield escaped(p.ui("question.changes", changes=len(asked.changes), tried=asked.tried))
        rows = [
            [
                "<br>".join(escaped(p.say(answer)) for answer in outcome.answers),
                self._led(outcome.ranking),
            ]
            for outcome in digest.outcomes(asked)
        ]
        yield table([p.cap("question.answers"), p.cap("question.leads")], rows)

    def _led(self, ranking: Sequence[str]) -> str:
        return self._names(ranking) or escaped(self.p.ui("question.none"))

    def _scales(self, policy: Policy) -> Iterator[str]:
        p = self.p
        yield self.write.heading(2, "scales.title")
        yield escaped(p.ui("scales.intro"))
        limits = {"recommended": policy.recommended, "possible": policy.possible}
        yield escaped(p.ui("scales.verdicts", **limits))
        numbers = ("weight", "explain.base", "chart.floor")
        ends = ("scales.zero", "scales.half", "scales.full")
        rows = [self._scale(name, scale) for name, scale in policy.scales.items()]
        head = [p.cap(key) for key in ("criterion", *numbers, *ends)]
        yield table(head, rows, frozenset({1, 2, 3}))

    def _scale(self, name: Criterion, scale: Scale) -> list[str]:
        p = self.p
        numbers = (self.answer.weights[name], scale.base, scale.floor)
        ends = (scale.zero, scale.half, scale.full)
        return [
            p.label("Criterion", name),
            *(p.n(number) for number in numbers),
            *(escaped(p.say(end)) for end in ends),
        ]
