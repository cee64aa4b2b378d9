"""A network that fits: why, and what to post there."""

from collections.abc import Sequence
from typing import Final

from channelwise.recommend.model import NetworkAnswer, StrategyAnswer
from channelwise.render.digest import fitting_strategies
from channelwise.render.terminal.page import Page
from channelwise.render.terminal.ranking import verdict
from channelwise.render.terminal.reasons import reasons

MOST_STRATEGIES: Final = 2


def fitting(page: Page, network: NetworkAnswer, *, full: bool) -> None:
    """The section of one network that is recommended or possible."""
    page.gap()
    score = page.ui("score.of", score=network.score, most=100)
    page.say(
        (f"{page.number(network.rank)}. {page.text(network.name)}", "bold cyan"),
        ": ", verdict(page, network.verdict), page.listed(("", score)),
    )  # fmt: skip
    if network.required:
        page.say((page.ui("ranking.required"), "dim"), indent=2)
    if full:
        page.say(page.text(network.summary), indent=2)
    reasons(page, network)
    _strategies(page, network, full=full)
    if full:
        _tone(page, network)


def _strategies(page: Page, network: NetworkAnswer, *, full: bool) -> None:
    page.say((page.ui("strategies.title"), "bold"), indent=2)
    found = fitting_strategies(network)
    shown = found if full else found[:MOST_STRATEGIES]
    for strategy in shown:
        _strategy(page, strategy, full=full)
    _others(page, found[len(shown) :])


def _strategy(page: Page, strategy: StrategyAnswer, *, full: bool) -> None:
    account = page.ui(f"account.{strategy.account}")
    page.say((page.text(strategy.name), "bold"), (f" ({account})", "dim"), indent=4)
    if full:
        page.say(page.text(strategy.summary), indent=6)
    page.pairs(_details(page, strategy, full=full), indent=6)


def _details(page: Page, strategy: StrategyAnswer, *, full: bool) -> list[tuple[str, str]]:
    rows = [
        ("formats", page.words("Format", strategy.formats)),
        ("cadence.title", _cadence(page, strategy, full=full)),
        ("needs", page.words("Ingredient", strategy.needs) if full else ""),
        ("missing", page.words("Ingredient", strategy.missing or ())),
        ("goals", page.words("Goal", strategy.goals) if full else ""),
        ("tone", page.text(strategy.tone)),
        ("terminal.first_post", page.text(strategy.example)),
    ]
    return [(page.ui(key), text) for key, text in rows if text]


def _cadence(page: Page, strategy: StrategyAnswer, *, full: bool) -> str:
    pace = strategy.cadence
    if pace is None:
        return page.ui("cadence.none")
    now = page.ui("terminal.cadence", posts=pace.posts, minutes=pace.minutes)
    if not full:
        return now
    least = page.ui("cadence.least", posts=pace.least_posts)
    return page.listed((now, least, page.ui("cadence.most", posts=pace.upper_posts)))


def _others(page: Page, left: Sequence[StrategyAnswer]) -> None:
    if left:
        names = page.listed(page.text(strategy.name) for strategy in left)
        page.say((page.ui("terminal.fits_too", names=names), "dim"), indent=4)


def _tone(page: Page, network: NetworkAnswer) -> None:
    tone = network.tone
    page.say((page.ui("tone"), "bold"), ": ", page.text(tone.summary), indent=2)
    page.pairs([(page.ui("tone.voice"), page.text(tone.voice))], indent=4)
    for key, lines in (("tone.do", tone.do), ("tone.avoid", tone.avoid)):
        page.say((page.ui(key), "dim"), indent=4)
        page.items((page.line(page.text(line)) for line in lines), indent=6)
