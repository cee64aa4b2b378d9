"""`channelwise adapt`."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from channelwise.cli.common import (
    as_of_option,
    console,
    deliver,
    json_text,
    lang_option,
    load_engine,
    output_option,
    told,
)
from channelwise.cli.settings import account_option, config_option
from channelwise.vocabulary import Lang

if TYPE_CHECKING:
    from channelwise.adapt.model import Adaptation
    from channelwise.drafts.model import Draft

UNMET: Final = 1
FORMS: Final = ("text", "json", "markdown", "drafts")


@click.command
@click.argument("draft")
@click.option(
    "--to", "networks", multiple=True, required=True, metavar="ID",
    help="Fit it to this network. May be given again.",
)  # fmt: skip
@account_option
@config_option
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="text", show_default=True,
    help="Form of the answer. What is to be posted stands in 'drafts', as JSON that this and "
    "the other commands read; the others are for reading, 'json' for programs.",
)  # fmt: skip
@lang_option
@output_option
@as_of_option
def adapt(
    draft: str, networks: tuple[str, ...], account: str | None, config: Path | None, form: str,
    lang: Lang, output: Path | None, as_of: date | None,
) -> None:  # fmt: skip
    """Fit DRAFT to other networks: Markdown, text or JSON, a folder, or '-' for stdin.

    Cuts what is too long into chains of posts, counts every part, and puts hashtags and links
    where the network wants them; nothing is made up. What only a person can do is listed. Where
    limits depend on the kind of account, name yours: its tier stands in the settings.

    Exit code: 0 if it can be posted, 1 if something that the network insists on is left to do,
    2 for bad input.

    \b
    Examples:
      channelwise adapt post.md --to NETWORK
      channelwise adapt post.md --to NETWORK --to OTHER --format markdown -o fitted.md
      channelwise adapt post.md --to NETWORK --format drafts | channelwise check -
    """
    with told(lang):
        from channelwise.check.config_read import Configs
        from channelwise.drafts.read import read_drafts

        engine = load_engine(lang=lang)
        configs = Configs(engine.rulebook.networks, config)
        drafts = read_drafts([draft], configs.leave_out)
        answer = engine.adapt(drafts, networks, account=account, config=configs.of, as_of=as_of)
        if form == "text" and output is None:
            from channelwise.render.terminal.adapting import adaptation

            adaptation(answer, lang, console())
        else:
            if form == "drafts":
                written = _drafts(answer, drafts, output)
            else:
                written = _written(answer, form, lang)
            deliver(written, output, lang)
    if not answer.met:
        sys.exit(UNMET)


def _drafts(answer: "Adaptation", drafts: "list[Draft]", output: Path | None) -> str:
    from channelwise.adapt.drafts import adapted_drafts

    folder = output.parent if output else Path()
    return json_text(adapted_drafts(answer, drafts, folder))


def _written(answer: "Adaptation", form: str, lang: Lang) -> str:
    if form == "json":
        return json_text(answer.model_dump(mode="json"))
    if form == "markdown":
        from channelwise.render.adapt_markdown import adapt_markdown

        return adapt_markdown(answer, lang)
    from channelwise.render.terminal.adapting import adaptation
    from channelwise.render.terminal.paper import recorded

    return recorded(lambda paper: adaptation(answer, lang, paper))
