"""What tells a network from the first, and the smallest change that brings it in."""

from collections.abc import Sequence
from typing import Final

from channelwise.recommend.model import Change, Edit, Explanation, Gap
from channelwise.render.terminal.page import Column, Page
from channelwise.render.terminal.ranking import verdict

MOST_GAPS: Final = 10


def gaps(page: Page, found: Sequence[Gap], first: str) -> None:
    """The rules that weigh differently here and there, the largest difference first."""
    if not found:
        return
    page.heading(page.ui("terminal.gap", first=first))
    columns = (
        Column(page.ui("criterion")), Column(page.ui("rule"), wide=True),
        Column(page.ui("explain.here"), number=True), Column(page.ui("explain.there"), number=True),
    )  # fmt: skip
    rows = [
        (
            page.line(page.word("Criterion", gap.criterion)), page.line(page.text(gap.title)),
            page.line(page.signed(gap.here)), page.line(page.signed(gap.there)),
        )
        for gap in found[:MOST_GAPS]
    ]  # fmt: skip
    page.show(page.table(columns, rows))
    if len(found) > MOST_GAPS:
        page.say((page.ui("terminal.more_gaps", count=len(found) - MOST_GAPS), "dim"), indent=2)


def change(page: Page, proof: Explanation) -> None:
    """The smallest change that was found; nothing for a network that needs none."""
    if proof.change is None and not proof.tried:
        return
    better = proof.verdict == "possible"
    page.heading(page.ui("terminal.change_up" if better else "change.title"))
    if proof.change is None:
        page.say(page.ui("change.none", tried=proof.tried), indent=2)
        return
    if not proof.change.reachable:
        page.say(page.ui("change.nature"), indent=2)
    page.items(page.line(_edit(page, edit)) for edit in proof.change.edits)
    page.say(_result(page, proof.change), indent=2)
    page.say((page.ui("terminal.tried", tried=proof.tried), "dim"), indent=2)


def _edit(page: Page, edit: Edit) -> str:
    was, becomes = page.text(edit.was), page.text(edit.becomes)
    label = page.text(edit.label)
    if edit.adds:
        return page.ui("change.add", label=label, becomes=becomes)
    return page.ui("change.edit", label=label, was=was, becomes=becomes)


def _result(page: Page, found: Change) -> str:
    word = verdict(page, found.verdict)[0]
    return page.ui("change.result", verdict=word, score=found.score, rank=found.rank)
