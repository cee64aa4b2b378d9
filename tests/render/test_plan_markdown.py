"""A plan as Markdown: the layout as snapshots, sound tables, and no markup out of names."""

import re

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from syrupy.assertion import SnapshotAssertion

from channelwise.plan.model import Plan
from channelwise.render.escaping import escaped
from channelwise.render.jalali import shown_date
from channelwise.render.phrases import Phrases
from channelwise.render.plan_markdown import plan_markdown
from channelwise.texts import load as load_texts
from channelwise.vocabulary import Lang
from planned import EXAMPLES, FROZEN_PLANS, frozen_plan, plan_of, short_plan
from reports import HOSTILE, LANGS

langs = pytest.mark.parametrize("lang", LANGS)
frozen = pytest.mark.parametrize("name", FROZEN_PLANS)
examples = pytest.mark.parametrize("name", EXAMPLES)


def phrases(lang: Lang) -> Phrases:
    return Phrases(load_texts(), lang)


def tokens(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(text)


@frozen
@langs
def test_the_layout_of_a_plan(name: str, lang: Lang, snapshot: SnapshotAssertion) -> None:
    assert plan_markdown(frozen_plan(name), lang) == snapshot


@examples
@langs
def test_every_table_is_one_and_its_rows_are_whole(name: str, lang: Lang) -> None:
    text = plan_markdown(plan_of(name), lang)
    blocks = [block for block in text.split("\n\n") if block.startswith("|")]
    found = tokens(text)
    assert sum(token.type == "table_open" for token in found) == len(blocks)
    rows = sum(token.type == "tr_open" for token in found)
    assert rows == sum(len(block.splitlines()) - 1 for block in blocks)
    for block in blocks:
        cells = {len(re.findall(r"(?<!\\)\|", row)) for row in block.splitlines()}
        assert len(cells) == 1


@examples
@langs
def test_the_minutes_of_the_table_add_up_to_what_is_used(name: str, lang: Lang) -> None:
    answer = plan_of(name)
    text = plan_markdown(answer, lang)
    table = next(block for block in text.split("\n\n") if block.startswith("|"))
    cells = [row.rstrip(" |").rsplit("|", 1)[1].strip(" *") for row in table.splitlines()[2:]]
    *minutes, total = [int(cell) for cell in cells]
    assert sum(minutes) == total == answer.used


@examples
@langs
def test_everything_the_plan_says_is_in_the_text(name: str, lang: Lang) -> None:
    answer, p = plan_of(name), phrases(lang)
    text = plan_markdown(answer, lang)
    said = [
        *(one.text for one in (*answer.warnings, *answer.left_out)),
        *(one.because for one in answer.warnings),
        *(one.formula for account in answer.accounts for one in account.metrics),
        *(one.example for account in answer.accounts for one in account.strategies),
        *(one.tone for account in answer.accounts for one in account.strategies),
        *answer.notes,
    ]
    assert all(escaped(p.say(one)) in text for one in said)
    for entry in answer.calendar.entries:
        if entry.kind != "listen" and entry.kind != "answer":
            assert shown_date(entry.date, lang) in text
    assert shown_date(answer.first_review, lang) in text


@langs
def test_a_reason_that_warnings_share_is_said_once(lang: Lang) -> None:
    answer = plan_of("repair")
    warning = answer.warnings[0]
    text = warning.text.model_copy(update={"en": "Another one.", "fa": "یکی دیگر."})
    both = [warning.model_copy(update={"text": text}), warning]
    found = plan_markdown(answer.model_copy(update={"warnings": both}), lang)
    p = phrases(lang)
    assert all(f"- {escaped(p.say(one.text))}" in found for one in both)
    assert found.count(escaped(p.say(warning.because))) == 1


@langs
def test_a_shortfall_is_said_before_anything_else(lang: Lang) -> None:
    answer = short_plan()
    blocks = plan_markdown(answer, lang).removeprefix('<div dir="rtl">\n\n').split("\n\n")
    assert answer.shortfall is not None
    assert answer.shortfall.missing is not None
    assert phrases(lang).n(answer.shortfall.missing) in blocks[2]
    assert blocks[2].startswith("**")
    assert blocks[3].startswith("## ")
    assert escaped(phrases(lang).ui("plan.short.close")) in blocks[4]


@frozen
@langs
def test_the_frontier_holds_the_hours_at_which_something_changes(name: str, lang: Lang) -> None:
    answer, p = frozen_plan(name), phrases(lang)
    points = answer.frontier or []
    text = plan_markdown(answer, lang)
    table = text[text.index(p.ui("plan.ui.frontier.bar").capitalize()) :].split("\n\n")[0]
    hours = [int(row.split("|")[1]) for row in table.splitlines()[2:]]
    before = [None, *points]
    assert hours == [
        point.hours for point, last in zip(points, before, strict=False)
        if last is None or (point.value, point.accounts) != (last.value, last.accounts)
        or point.hours * 60 == answer.minutes_a_week
    ]  # fmt: skip


def hostile(answer: Plan) -> Plan:
    """The plan with every name that a plugin or a brief gives turned into markup."""
    name = answer.accounts[0].name.model_copy(update={"en": HOSTILE, "fa": HOSTILE})
    accounts = [
        account.model_copy(
            update={
                "name": name,
                "strategies": [
                    one.model_copy(update={"name": name, "tone": name, "example": name})
                    for one in account.strategies
                ],
            }
        )
        for account in answer.accounts
    ]
    return answer.model_copy(
        update={
            "business": HOSTILE,
            "accounts": accounts,
            "names": dict.fromkeys(answer.names, name),
            "left_out": [one.model_copy(update={"name": name, "text": name})
                         for one in answer.left_out],
            "warnings": [one.model_copy(update={"text": name, "because": name})
                         for one in answer.warnings],
            "notes": [name],
        }
    )  # fmt: skip


@frozen
@langs
def test_hostile_names_stay_text(name: str, lang: Lang) -> None:
    own = {"<br>", "<sub>", "</sub>"}
    found = tokens(plan_markdown(hostile(frozen_plan(name)), lang))
    inline = [part for token in found for part in token.children or ()]
    assert {part.content for part in inline if part.type == "html_inline"} <= own
    addresses = [str(part.attrGet("href")) for part in inline if part.type == "link_open"]
    assert not any("evil" in address for address in addresses)
    assert not any(part.type == "code_inline" for part in inline)


def test_a_line_break_in_a_name_starts_no_block() -> None:
    answer = plan_of("repair").model_copy(update={"business": "Tea\n\n# Free"})
    assert "\n# Free" not in plan_markdown(answer, "en")


def test_persian_stands_from_right_to_left() -> None:
    text = plan_markdown(plan_of("repair"), "fa")
    assert text.startswith('<div dir="rtl">\n\n# ')
    assert text.endswith("\n\n</div>\n")
    assert "div" not in plan_markdown(plan_of("repair"), "en")


@langs
def test_sources_of_warnings_and_figures_are_listed(lang: Lang) -> None:
    answer = frozen_plan("coach")
    text = plan_markdown(answer, lang)
    listed = text[text.index(f"## {phrases(lang).cap('sources')}") :]
    assert any(warning.grounds for warning in answer.warnings)
    for warning in answer.warnings:
        for ground in warning.grounds:
            assert escaped(ground.title) in listed


@frozen
@langs
def test_equal_plans_give_equal_bytes(name: str, lang: Lang) -> None:
    assert plan_markdown(frozen_plan(name), lang) == plan_markdown(frozen_plan(name), lang)
