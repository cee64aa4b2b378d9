"""Pieces that both Markdown reports use."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from channelwise.recommend.model import (
    Certainty,
    CriterionResult,
    Ground,
    MetricAnswer,
    Reason,
    Said,
)
from channelwise.render.digest import Told
from channelwise.render.escaping import escaped, link, table
from channelwise.render.phrases import Phrases
from channelwise.render.sources import Source, Sources

_NUMBERS: Final = frozenset({1, 2, 3, 4})


class Writer:
    """Writes blocks of Markdown in one language."""

    def __init__(self, phrases: Phrases, sources: Sources) -> None:
        self.p, self.sources = phrases, sources

    def document(self, blocks: Iterable[str]) -> str:
        """The blocks as one text, from right to left where the language runs so."""
        body = "\n\n".join(block for block in blocks if block)
        return f'<div dir="rtl">\n\n{body}\n\n</div>\n' if self.p.rtl else f"{body}\n"

    def heading(self, level: int, key: str, **values: str) -> str:
        return f"{'#' * level} {escaped(self.p.cap(key, **values))}"

    def items(self, lines: Iterable[str]) -> str:
        return "\n".join(f"- {line}" for line in lines)

    def facts(self, pairs: Iterable[tuple[str, str]]) -> str:
        """A list of named values; the names are keys of phrases."""
        return self.items(f"{escaped(self.p.cap(key))}: {escaped(value)}" for key, value in pairs)

    def criteria(self, results: Iterable[CriterionResult]) -> str:
        """Base, points and score of each criterion."""
        p = self.p
        keys = ("criterion", "explain.base", "explain.points", "score", "weight")
        head = [p.cap(key) for key in keys]
        rows = [
            [
                p.label("Criterion", r.criterion), p.n(r.base), self.number(p.signed(r.points)),
                p.n(r.score), p.n(r.weight), self._remark(r),
            ]
            for r in results
        ]  # fmt: skip
        return table([*head, " "], rows, _NUMBERS)

    def _remark(self, result: CriterionResult) -> str:
        p = self.p
        held = [p.ui("chart.held", score=result.score)] if result.clamped else []
        low = [p.ui("explain.below_floor", floor=result.floor)] if result.below_floor else []
        return escaped(p.comma.join([*held, *low]))

    def number(self, text: str) -> str:
        """A signed number that keeps its sign in front, whatever direction the line has."""
        return f"\u2066{text}\u2069" if self.p.rtl else text

    def reasons(self, reasons: Iterable[Reason]) -> str:
        return self.items(self._reason(reason) for reason in reasons)

    def _reason(self, reason: Reason) -> str:
        p = self.p
        worth = ""
        if reason.criterion:
            points = self.number(p.signed(reason.points))
            worth = f"{points} {p.word('Criterion', reason.criterion)}: "
        return (
            f"{worth}**{escaped(p.say(reason.title))}**. {escaped(p.say(reason.text))}"
            f"{self.cites(reason.grounds)}"
        )

    def cites(self, grounds: Iterable[Ground]) -> str:
        """Sources by number, with confidence and date."""
        found = [self._cite(source) for source in self.sources.of(grounds)]
        return f" <sub>{self.p.pause.join(found)}</sub>" if found else ""

    def _cite(self, source: Source) -> str:
        p, ground = self.p, source.ground
        number = f"[{p.n(source.number)}]"
        shown = f"[\\{number[:-1]}\\]](<{source.link}>)" if source.link else f"\\{number[:-1]}\\]"
        parts = [p.word("Confidence", ground.confidence), p.date(ground.date)]
        old = f" ({p.ui('source.old')})" if ground.old else ""
        return f"{shown} {escaped(p.comma.join(part for part in parts if part) + old)}"

    def advice(self, told: Iterable[Told], names: Mapping[str, Said]) -> str:
        return self.items(self._told(one, names) for one in told)

    def _told(self, told: Told, names: Mapping[str, Said]) -> str:
        p = self.p
        mark = f"**{escaped(p.ui('advice.warning'))}**: " if told.first.level == "warning" else ""
        texts = []
        for one in told.items:
            whom = p.comma.join(escaped(p.say(names[name])) for name in one.networks)
            texts.append(f"{escaped(p.say(one.text))}{f' · {whom}' if whom else ''}")
        why = f"*{escaped(p.say(told.first.because))}*"
        return f"{mark}{' '.join(texts)} {why}{self.cites(told.first.grounds)}"

    def metrics(self, metrics: Iterable[MetricAnswer]) -> str:
        """Formulas with their denominators."""
        p = self.p
        keys = ("metric.name", "measure.formula", "measure.denominator", "measure.benchmark")
        return table([p.cap(key) for key in keys], [self._metric(metric) for metric in metrics])

    def _metric(self, metric: MetricAnswer) -> list[str]:
        p = self.p
        name = f"{escaped(p.say(metric.name))} ({p.ui(f'metric.{metric.kind}')})"
        below, usual = (
            escaped(p.say(said)) if said else "–" for said in (metric.denominator, metric.benchmark)
        )
        cites = self.cites([metric.ground]) if metric.ground else ""
        return [name, escaped(p.say(metric.formula)), below, f"{usual}{cites}"]

    def certainty(self, sure: Certainty, names: Mapping[str, Said]) -> Iterator[str]:
        """Plain lines on the margin and what would swap the first two."""
        p = self.p
        if not sure.first or not sure.second or sure.margin_tenths is None:
            yield p.ui("certainty.alone" if sure.first else "recommend.none")
            return
        first, second = p.say(names[sure.first]), p.say(names[sure.second])
        margin = p.tenths(sure.margin_tenths)
        yield p.ui("certainty.margin", first=first, second=second, margin=margin)
        if sure.close_call:
            yield p.ui("certainty.close", first=first, second=second)
        if sure.swap:
            word = p.word("Criterion", sure.swap.criterion)
            yield p.ui(
                "certainty.swap", criterion=word, weight=sure.swap.weight,
                becomes=sure.swap.becomes, second=second,
            )  # fmt: skip
        else:
            yield p.ui("certainty.no_swap", second=second)

    def source_list(self) -> Iterator[str]:
        if not len(self.sources):
            return
        yield self.heading(2, "sources")
        if self.sources.some_old:
            yield escaped(self.p.ui("source.old_note"))
        yield self.items(self._source(source) for source in self.sources)

    def _source(self, source: Source) -> str:
        p, ground = self.p, source.ground
        title = p.source(ground)
        parts = [link(title, source.link) if source.link else escaped(title)]
        if source.place or source.why:
            parts.append(escaped(p.isolated(source.place or source.why)))
        if ground.title:
            parts.append(p.word("Confidence", ground.confidence))
            parts.append(escaped(p.date(ground.date) or p.ui("fact.undated")))
        if ground.old:
            parts.append(f"**{escaped(p.ui('source.old'))}**")
        return f"\\[{p.n(source.number)}\\] {p.comma.join(parts)}"

    def foot(self, version: str, rulebook: str, as_of: str) -> str:
        p = self.p
        lines = (
            p.ui("report.made", version=p.isolated(version)),
            p.ui("report.rulebook", fingerprint=p.isolated(rulebook)),
            p.ui("recommend.as_of", month=p.date(as_of)),
        )
        return f"---\n\n<sub>{' · '.join(escaped(line) for line in lines)}</sub>"
