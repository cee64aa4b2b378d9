"""The exact sum of a score: criterion by criterion, then the whole."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType

from channelwise.recommend.model import (
    CriterionProof,
    CriterionResult,
    Explanation,
    Line,
)
from channelwise.render.terminal.page import Column, Page
from channelwise.render.terminal.sources import source

Row = tuple[RenderableType, RenderableType]


def criterion(page: Page, proof: CriterionProof) -> None:
    """Base, every rule with its points and sources, their sum, and what it weighs."""
    result = proof.result
    weight = f" ({page.ui('weight')} {page.number(result.weight)})"
    page.gap()
    page.say(
        (page.word("Criterion", result.criterion), "bold cyan"), ": ",
        (page.number(result.score), "bold"), "  ", page.bar(result.score), (weight, "dim"),
    )  # fmt: skip
    rows = [_base(page, result), *(_rule(page, line) for line in proof.lines), *_ends(page, result)]
    page.show(page.grid((Column(number=True), Column(wide=True)), rows), indent=2)


def _base(page: Page, result: CriterionResult) -> Row:
    note = f"{page.ui('explain.base')}: {page.ui('explain.base_note')}"
    return page.line(page.number(result.base)), page.line((note, "dim"))


def _rule(page: Page, line: Line) -> Row:
    colour = "green" if line.points > 0 else "red" if line.points < 0 else ""
    return page.line((page.signed(line.points), colour)), told(page, line)


def told(page: Page, line: Line) -> Group:
    """A rule's title, its reason and what it rests on."""
    parts = [page.line((page.text(line.title), "bold")), page.line(page.text(line.text))]
    return Group(*parts, *(page.line((source(page, g, old=g.old), "dim")) for g in line.grounds))


def _ends(page: Page, result: CriterionResult) -> Iterator[Row]:
    """Below the lines: the sum, where it was held, the floor it missed, what it weighs."""
    summed = result.base + result.points
    yield page.line((page.whole(summed), "bold")), page.line((page.ui("terminal.sum"), "bold"))
    if result.clamped:
        held = page.ui("explain.clamped", score=result.score)
        yield page.line(page.number(result.score)), page.line(held)
    if result.below_floor:
        floor = page.ui("explain.below_floor", floor=result.floor)
        yield page.line(""), page.line((floor, "red"))


def total(page: Page, proof: Explanation) -> None:
    """Weight times score, summed over the criteria, and the mean that it makes."""
    page.heading(page.ui("terminal.total"))
    results = [part.result for part in proof.criteria]
    names = page.words("Criterion", [result.criterion for result in results])
    page.say(names, style="dim", indent=2)
    page.say(page.sum(f"{_products(results)} = {proof.total}"), indent=2)
    mean = page.sum(f"{proof.total} ÷ {proof.weight_sum} = {proof.score}")
    page.say((mean, "bold"), indent=2)


def _products(results: Sequence[CriterionResult]) -> str:
    return " + ".join(f"{result.weight}×{result.score}" for result in results)
