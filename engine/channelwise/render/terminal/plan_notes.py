"""What to mind in a plan, what runs out, what is left out, and when to look back."""

from collections.abc import Iterable
from itertools import groupby

from channelwise.plan.model import Plan, PlannedAccount
from channelwise.render.plan_sentences import Sentences
from channelwise.render.terminal.measuring import TELLING, measuring
from channelwise.render.terminal.page import Page
from channelwise.render.terminal.sources import source


def warnings(page: Page, answer: Plan, *, full: bool) -> None:
    """Every warning; a reason that several share stands under the last of them."""
    if not answer.warnings:
        return
    page.heading(page.ui("warnings"))
    for because, found in groupby(answer.warnings, key=lambda one: page.text(one.because)):
        same = list(found)
        page.items(page.line(page.text(one.text)) for one in same)
        page.say((because, "dim"), indent=4)
        for ground in same[0].grounds if full else ():
            page.say((source(page, ground, old=ground.old), "dim"), indent=4)


def material(page: Page, say: Sentences) -> None:
    """Material that runs out, and which amounts are only assumed."""
    found = say.plan.material
    if not found:
        return
    page.heading(page.ui("plan.ui.material"))
    page.items(page.line(say.material(one)) for one in found)
    if any(one.assumed for one in found):
        page.say((page.ui("plan.ui.assumed.note"), "dim"), indent=2)


def left_out(page: Page, say: Sentences) -> None:
    """Networks and accounts without a place in the plan."""
    if say.plan.left_out:
        page.heading(page.ui("plan.ui.left_out"))
        page.items(
            page.line((say.words.left_out(one), "bold"), ": ", page.text(one.text))
            for one in say.plan.left_out
        )


def review(page: Page, say: Sentences, *, full: bool) -> None:
    """What to measure on each network, when to look at it first, and when to judge."""
    answer = say.plan
    if not answer.accounts:
        return
    networks = list({account.network: account for account in answer.accounts}.values())
    if full:
        measuring(page, networks, answer.judge_after_weeks, full=True)
    else:
        _formulas(page, networks)
        page.say(page.ui("judge.weeks", weeks=answer.judge_after_weeks), indent=2)
    page.say((say.review(), "bold"), indent=2)


def _formulas(page: Page, accounts: Iterable[PlannedAccount]) -> None:
    """The figures that tell whether it works, each once with the networks it is for."""
    page.heading(page.ui("measure.title"))
    found: dict[tuple[str, str], list[str]] = {}
    for account in accounts:
        for metric in account.metrics:
            if metric.kind in TELLING:
                key = page.text(metric.name), page.text(metric.formula)
                found.setdefault(key, []).append(page.text(account.name))
    page.items(
        page.line((name, "bold"), (f" ({page.listed(networks)})", "dim"), f": {formula}")
        for (name, formula), networks in found.items()
    )
    page.say((page.ui("plan.ui.measure.rest"), "dim"), indent=2)
