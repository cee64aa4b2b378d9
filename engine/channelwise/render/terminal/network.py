"""One network in full: traits, formats and limits, strategies, tone, metrics and facts."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from rich.console import Console

from channelwise.networks.model import Network, Strategy
from channelwise.render.terminal.facts import facts_list, unit, value
from channelwise.render.terminal.page import Page
from channelwise.render.terminal.sources import source
from channelwise.rules.fields import CATALOGUE
from channelwise.text import Text
from channelwise.vocabulary import Lang

_TRAITS: Final = (
    "serves", "leads_with", "text_alone", "upkeep", "attention", "half_life_minutes", "links",
    "answers", "register", "local_discovery",
)  # fmt: skip


def network(network: Network, facts: Mapping[str, Any], lang: Lang, console: Console) -> None:
    """Prints the network; `facts` is the plain data of its `facts.yaml`."""
    page = Page.on(console, lang)
    page.say((page.text(network.name), "bold"), f" ({network.id})")
    page.say(page.text(network.summary))
    _traits(page, network)
    _counting(page, network)
    _formats(page, network.plain["formats"])
    _strategies(page, network.strategies)
    _tone(page, network.plain["tone"])
    _metrics(page, network.plain["metrics"])
    facts_list(page, facts)


def _traits(page: Page, network: Network) -> None:
    traits = network.plain["traits"]
    page.heading(page.ui("terminal.traits"))
    page.pairs(
        (page.ui(f"trait.{name}"), _trait(page, name, traits[name]["value"]))
        for name in _TRAITS
        if name in traits
    )


def _trait(page: Page, name: str, found: Any) -> str:
    if isinstance(found, bool):
        return page.ui("yes" if found else "no")
    if isinstance(found, int | float):
        return page.number(found)
    group = CATALOGUE[f"network.{name}"].group
    return page.words(group, [found] if isinstance(found, str) else found)


def _counting(page: Page, network: Network) -> None:
    """The unit that texts are counted in, if it is known, and what that rests on."""
    counting = network.plain.get("counting")
    if not counting:
        return
    page.heading(page.ui("terminal.counting"))
    labels = (("unit", "terminal.counting_unit"), ("strictest", "terminal.counting_unsure"))
    page.pairs(
        (page.ui(label), _unit(page, counting[key])) for key, label in labels if key in counting
    )
    if counting.get("note"):
        page.say(page.text(Text.of(counting["note"])), indent=2)
    if ground := network.evidence.get("counting"):
        page.say((source(page, ground), "dim"), indent=2)


def _unit(page: Page, name: str) -> str:
    """A unit's name, with its description if it is one of the core."""
    phrase = page.texts.phrases.get(f"unit.{name}")
    return f"{page.data(name)}: {page.text(phrase.text)}" if phrase else page.data(name)


def _formats(page: Page, formats: Mapping[str, Any]) -> None:
    page.heading(page.ui("terminal.limits"))
    for name, spec in formats.items():
        there = spec["available"]["value"]
        absent = "" if there else f" ({page.ui('terminal.not_there')})"
        page.say((page.word("Format", name), "bold" if there else "dim"), (absent, "dim"), indent=2)
        if spec.get("note"):
            page.say(page.text(Text.of(spec["note"])), indent=4)
        page.items((_limit(page, *pair) for pair in spec.get("limits", {}).items()), indent=4)


def _limit(page: Page, name: str, limit: Mapping[str, Any]) -> Any:
    kind = page.ui("terminal.hard" if limit["hard"] else "terminal.soft")
    when = f". {page.text(Text.of(limit['when']))}" if limit.get("when") else ""
    return page.line(
        page.data(f"{name}: {value(limit['value'])}{unit(limit)}"), " ",
        (f"[{kind}]", "bold red" if limit["hard"] else "dim"), when,
    )  # fmt: skip


def _strategies(page: Page, strategies: Iterable[Strategy]) -> None:
    page.heading(page.ui("terminal.strategies"))
    for strategy in strategies:
        account = page.ui(f"account.{strategy.account}")
        page.say(
            (page.text(strategy.name), "bold"),
            (f" ({page.listed((strategy.id, account))})", "dim"),
            indent=2,
        )
        page.say(page.text(strategy.summary), indent=4)
        page.pairs(_strategy(page, strategy), indent=4)


def _strategy(page: Page, strategy: Strategy) -> list[tuple[str, str]]:
    pace = strategy.cadence
    often = page.ui("cadence", posts=pace.typical)
    ends = (
        page.ui("cadence.least", posts=pace.steps[0]), page.ui("cadence.most", posts=pace.steps[-1])
    )  # fmt: skip
    return [
        (page.ui("formats"), page.words("Format", strategy.formats)),
        (page.ui("cadence.title"), page.listed((often, *ends))),
        (page.ui("needs"), page.words("Ingredient", strategy.needs)),
        (page.ui("goals"), page.words("Goal", strategy.goals)),
        (page.ui("tone"), page.text(strategy.tone)),
        (page.ui("example"), page.text(strategy.example)),
    ]


def _tone(page: Page, tone: Mapping[str, Any]) -> None:
    page.heading(page.ui("tone"))
    page.say(page.text(Text.of(tone["summary"])), indent=2)
    page.pairs([(page.ui("tone.voice"), page.text(Text.of(tone["voice"])))])
    for key in ("do", "avoid"):
        page.say((page.ui(f"tone.{key}"), "bold"), indent=2)
        page.items((page.line(page.text(Text.of(line))) for line in tone[key]), indent=4)


def _metrics(page: Page, metrics: Iterable[Mapping[str, Any]]) -> None:
    page.heading(page.ui("terminal.metrics"))
    for metric in metrics:
        page.say((page.text(Text.of(metric["name"])), "bold"), indent=2)
        keys = ("formula", "denominator", "benchmark")
        page.pairs(
            (
                (page.ui(f"measure.{key}"), page.text(Text.of(metric[key])))
                for key in keys
                if metric.get(key)
            ),
            indent=4,
        )
