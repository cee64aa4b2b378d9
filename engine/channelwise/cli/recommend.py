"""`channelwise recommend`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from channelwise.cli.common import (
    as_of_option,
    console,
    deliver,
    format_option,
    json_text,
    lang_option,
    load_brief,
    load_engine,
    output_option,
    rules_option,
    told,
)
from channelwise.vocabulary import Lang

if TYPE_CHECKING:
    from channelwise.engine import Engine
    from channelwise.recommend.model import Recommendation


@click.command
@click.argument("brief")
@format_option
@lang_option
@output_option
@click.option("--full", is_flag=True, help="Show all advice, not only the most important.")
@as_of_option
@rules_option
def recommend(
    brief: str, form: str, lang: Lang, output: Path | None, full: bool, as_of: date | None,
    rules: tuple[Path, ...],
) -> None:  # fmt: skip
    """Rank the networks for BRIEF, a YAML, JSON or TOML file ('-' reads YAML from stdin).

    \b
    Examples:
      channelwise recommend bakery.yaml
      channelwise recommend bakery.yaml --lang fa --format html -o report.html
    """
    with told(lang):
        asked = load_brief(brief)
        engine = load_engine(rules, lang)
        answer = engine.recommend(asked, as_of=as_of)
        if form == "text" and output is None:
            from channelwise.render.terminal.recommendation import recommendation

            recommendation(answer, lang, console(), full=full)
        else:
            deliver(_written(engine, answer, form, lang, full=full), output, lang)


def _written(
    engine: "Engine", answer: "Recommendation", form: str, lang: Lang, *, full: bool
) -> str:
    if form == "json":
        return json_text(answer.model_dump(mode="json"))
    if form == "html":
        from channelwise.render.html import html

        return html(answer, lang, engine.rulebook.policy)
    if form == "markdown":
        from channelwise.render.markdown import markdown

        return markdown(answer, lang)
    from channelwise.render.terminal.paper import recorded
    from channelwise.render.terminal.recommendation import recommendation

    return recorded(lambda paper: recommendation(answer, lang, paper, full=full))
