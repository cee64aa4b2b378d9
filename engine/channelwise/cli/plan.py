"""`channelwise plan`."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from channelwise.cli.common import (
    as_of_option,
    console,
    day,
    deliver,
    json_text,
    lang_option,
    load_brief,
    load_engine,
    output_option,
    rules_option,
    told,
)
from channelwise.vocabulary import PACES, Lang, Pace

if TYPE_CHECKING:
    from channelwise.plan.model import Plan

# Calendars of both kinds know these years.
_YEARS = range(1900, 2200)
FORMS = ("text", "json", "markdown", "html", "ics", "csv")


def _start(ctx: click.Context, option: click.Parameter, value: datetime | None) -> date | None:
    """The first day wanted, in a year that both calendars know."""
    found = day(ctx, option, value)
    if found and found.year not in _YEARS:
        raise click.BadParameter(
            f"the year must lie between {_YEARS[0]} and {_YEARS[-1]}", ctx, option
        )
    return found


@click.command
@click.argument("brief")
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="text", show_default=True,
    help="Form of the plan; ics is for calendar programs, csv for spreadsheets.",
)  # fmt: skip
@lang_option
@output_option
@click.option(
    "--pace", type=click.Choice(PACES), default="typical", show_default=True,
    help="Count each item at its low, typical or high minutes.",
)  # fmt: skip
@click.option(
    "--start", type=click.DateTime(["%Y-%m-%d"]), callback=_start, metavar="YYYY-MM-DD",
    help="Begin with the first working week from this day on.  [default: today]",
)  # fmt: skip
@click.option(
    "--frontier", is_flag=True, help="Also solve every whole hour from 0 to 40 (takes a while)."
)
@click.option("--full", is_flag=True, help="Show all four weeks and where each value comes from.")
@as_of_option
@rules_option
def plan(
    brief: str, form: str, lang: Lang, output: Path | None, pace: Pace, start: date | None,
    frontier: bool, full: bool, as_of: date | None, rules: tuple[Path, ...],
) -> None:  # fmt: skip
    """Plan the week of BRIEF, a YAML, JSON or TOML file ('-' reads YAML from stdin).

    The hours are a hard limit. What is made once is counted once, and no other week would be
    worth more.

    \b
    Examples:
      channelwise plan bakery.yaml
      channelwise plan bakery.yaml --pace high --frontier
      channelwise plan bakery.yaml --format ics -o posts.ics
    """
    with told(lang):
        asked = load_brief(brief)
        engine = load_engine(rules, lang)
        answer = engine.plan(asked, pace=pace, start=start, as_of=as_of, frontier=frontier)
        if form == "text" and output is None:
            from channelwise.render.terminal.plan import plan as shown

            shown(answer, lang, console(), full=full)
        else:
            deliver(_written(answer, form, lang, full=full), output, lang)


def _written(answer: "Plan", form: str, lang: Lang, *, full: bool) -> str | bytes:
    if form == "json":
        return json_text(answer.model_dump(mode="json"))
    if form == "html":
        from channelwise.render.plan_html import plan_html

        return plan_html(answer, lang)
    if form == "markdown":
        from channelwise.render.plan_markdown import plan_markdown

        return plan_markdown(answer, lang)
    if form == "ics":
        from channelwise.render.plan_ics import ics

        return ics(answer, lang)
    if form == "csv":
        from channelwise.render.plan_csv import csv

        return csv(answer, lang)
    from channelwise.render.terminal.paper import recorded
    from channelwise.render.terminal.plan import plan as shown

    return recorded(lambda paper: shown(answer, lang, paper, full=full))
