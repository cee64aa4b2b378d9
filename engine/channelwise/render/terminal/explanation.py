"""Why one network stands where it stands, to the last point."""

from rich.console import Console

from channelwise.recommend.model import Explanation, Waiting
from channelwise.render.terminal.nearness import change, gaps
from channelwise.render.terminal.page import Page
from channelwise.render.terminal.proof import criterion, total
from channelwise.render.terminal.ranking import verdict
from channelwise.render.terminal.sources import source
from channelwise.render.terminal.waits import waits_for
from channelwise.vocabulary import Lang


def explanation(proof: Explanation, lang: Lang, console: Console) -> None:
    """Prints the proof: exclusions, the exact sum, what waits, the gap, the smallest change."""
    page = Page.on(console, lang)
    _title(page, proof)
    _exclusions(page, proof)
    for part in proof.criteria:
        criterion(page, part)
    total(page, proof)
    _waiting(page, proof.waiting)
    if proof.first_name:
        gaps(page, proof.gaps, page.text(proof.first_name))
    change(page, proof)
    _others(page, proof)


def _title(page: Page, proof: Explanation) -> None:
    page.say(page.ui("explain.title", network=page.text(proof.name)), style="bold")
    page.say(proof.business, (f" · {page.text(proof.strategy_name)}", ""))
    score = page.ui("score.of", score=proof.score, most=100)
    rank = [f"{page.ui('rank')} {page.number(proof.rank)}"] if proof.rank else []
    page.say(verdict(page, proof.verdict), page.listed(("", score, *rank)))


def _exclusions(page: Page, proof: Explanation) -> None:
    if proof.exclusions:
        page.heading(page.ui("excluded.because"))
    for reason in proof.exclusions:
        page.items([page.line((page.text(reason.title), "bold"), ": ", page.text(reason.text))])
        for ground in reason.grounds:
            page.say((source(page, ground, old=ground.old), "dim"), indent=4)


def _waiting(page: Page, lines: list[Waiting]) -> None:
    if lines:
        page.heading(page.ui("explain.waiting"))
    for line in lines:
        page.items([page.line(page.text(line.title))])
        fields = page.ui("explain.waits_for", fields=waits_for(page, line))
        page.say((fields, "dim"), indent=4)


def _others(page: Page, proof: Explanation) -> None:
    """The other strategies of the network, in one line each."""
    if not proof.other_strategies:
        return
    page.heading(page.ui("explain.others"))
    page.items(
        page.line(
            page.text(strategy.name), ": ", verdict(page, strategy.verdict),
            page.listed(("", page.number(strategy.score))),
        )
        for strategy in proof.other_strategies
    )  # fmt: skip
