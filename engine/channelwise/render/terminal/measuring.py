"""What to measure, so that the owner can tell whether it works."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from channelwise.recommend.model import MetricAnswer, Said
from channelwise.render.terminal.page import Page

# Growth and engagement tell whether it works; reach and response explain why.
TELLING: Final = ("growth", "engagement")


class Measured(Protocol):
    """A network, or an account on it, with its metrics."""

    @property
    def name(self) -> Said: ...
    @property
    def metrics(self) -> list[MetricAnswer]: ...


@dataclass(frozen=True, slots=True)
class Shared:
    """A metric, and the networks on which it is measured in the same way."""

    metric: MetricAnswer
    networks: tuple[str, ...]


def measuring(page: Page, networks: Sequence[Measured], weeks: int, *, full: bool) -> None:
    """Metrics with formula and denominator, and the weeks before judging."""
    page.heading(page.ui("measure.title"))
    for shared in merged(page, networks, full=full):
        _metric(page, shared)
    page.say(page.ui("judge.weeks", weeks=weeks), indent=2)


def merged(page: Page, networks: Iterable[Measured], *, full: bool) -> list[Shared]:
    """Each metric once; two are the same if they read the same."""
    found: dict[tuple[str, ...], Shared] = {}
    for network in networks:
        for metric in network.metrics:
            if full or metric.kind in TELLING:
                key = (page.text(metric.name), *(text for _, text in _details(page, metric)))
                known = found[key].networks if key in found else ()
                found[key] = Shared(metric, (*known, page.text(network.name)))
    return list(found.values())


def _metric(page: Page, shared: Shared) -> None:
    metric = shared.metric
    networks = f" ({page.listed(shared.networks)})"
    page.say((page.text(metric.name), "bold"), (networks, "dim"), indent=2)
    page.pairs(_details(page, metric), indent=4)


def _details(page: Page, metric: MetricAnswer) -> list[tuple[str, str]]:
    texts = {
        "measure.formula": metric.formula,
        "measure.denominator": metric.denominator,
        "measure.benchmark": metric.benchmark,
    }
    return [(page.ui(key), page.text(text)) for key, text in texts.items() if text is not None]
