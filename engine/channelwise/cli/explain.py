"""`channelwise explain`."""

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
    from channelwise.recommend.model import Explanation


@click.command
@click.argument("brief")
@click.argument("network")
@click.option("--strategy", help="Explain this strategy instead of the network's best.")
@format_option
@lang_option
@output_option
@as_of_option
@rules_option
def explain(
    brief: str, network: str, strategy: str | None, form: str, lang: Lang, output: Path | None,
    as_of: date | None, rules: tuple[Path, ...],
) -> None:  # fmt: skip
    """Prove the place of NETWORK for BRIEF, rule by rule, and find what would bring it in.

    \b
    Example:
      channelwise explain bakery.yaml NETWORK
    """
    with told(lang):
        asked = load_brief(brief)
        answer = load_engine(rules, lang).explain(asked, network, strategy, as_of=as_of)
        if form == "text" and output is None:
            from channelwise.render.terminal.explanation import explanation

            explanation(answer, lang, console())
        else:
            deliver(_written(answer, form, lang), output, lang)


def _written(answer: "Explanation", form: str, lang: Lang) -> str:
    if form == "json":
        return json_text(answer.model_dump(mode="json"))
    if form == "html":
        from channelwise.render.html import explanation_html

        return explanation_html(answer, lang)
    if form == "markdown":
        from channelwise.render.markdown import explanation_markdown

        return explanation_markdown(answer, lang)
    from channelwise.render.terminal.explanation import explanation
    from channelwise.render.terminal.paper import recorded

    return recorded(lambda paper: explanation(answer, lang, paper))
