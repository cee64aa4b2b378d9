"""How sure the order is, and which answer could change it."""

from collections.abc import Mapping
from typing import Final

from channelwise.recommend.model import Certainty, Question, Swap
from channelwise.render.digest import Outcome, outcomes
from channelwise.render.terminal.page import Page

MOST_CHANGES: Final = 4
_TENTHS: Final = 10

Names = Mapping[str, str]


def sureness(page: Page, certainty: Certainty, names: Names) -> None:
    """The margin between the first two, and the change of one weight that swaps them."""
    if certainty.first is None:
        return
    page.heading(page.ui("certainty.title"))
    page.items(page.line(line) for line in _lines(page, certainty, names))


def _lines(page: Page, certainty: Certainty, names: Names) -> list[str]:
    first, second, tenths = certainty.first, certainty.second, certainty.margin_tenths
    if first is None or second is None or tenths is None:
        return [page.ui("certainty.alone")]
    both = {"first": names[first], "second": names[second]}
    lines = [page.ui("certainty.margin", margin=page.number(tenths / _TENTHS), **both)]
    if certainty.close_call:
        lines.append(page.ui("certainty.close", **both))
    if certainty.swap:
        lines.append(_swap(page, certainty.swap, names[second]))
    return lines


def _swap(page: Page, swap: Swap, second: str) -> str:
    return page.ui(
        "certainty.swap", criterion=page.word("Criterion", swap.criterion), weight=swap.weight,
        becomes=swap.becomes, second=second,
    )  # fmt: skip


def open_question(page: Page, question: Question | None, names: Names, *, full: bool) -> None:
    """The question that matters most, and what its answers would lead to."""
    if question is None:
        page.items([page.line(page.ui("question.settled"))])
        return
    page.heading(page.ui("question.title"))
    page.say((page.text(question.ask), "bold"), indent=2)
    changes = page.ui("question.changes", changes=len(question.changes), tried=question.tried)
    page.say(changes, indent=2)
    groups = outcomes(question)
    shown = groups if full else groups[:MOST_CHANGES]
    page.items(page.line(*_outcome(page, group, names)) for group in shown)
    if len(shown) < len(groups):
        page.say((page.ui("terminal.more", count=len(groups) - len(shown)), "dim"), indent=2)


def _outcome(page: Page, outcome: Outcome, names: Names) -> tuple[str, str]:
    answers = f" {page.ui('terminal.or')} ".join(page.text(answer) for answer in outcome.answers)
    ranking = page.listed(names[name] for name in outcome.ranking)
    return page.ui("question.answer", answer=answers), f": {ranking or page.ui('recommend.none')}"
