"""`channelwise check`."""

import sys
from collections.abc import Iterable
from datetime import date
from functools import partial
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
    rules_option,
    told,
)
from channelwise.cli.settings import account_option, config_option
from channelwise.vocabulary import Lang

if TYPE_CHECKING:
    from channelwise.check.config import Config
    from channelwise.check.model import Checked, FailOn
    from channelwise.drafts.model import Draft

FOUND: Final = 1
# Where no draft can be read, stderr says all that these could.
FOR_PEOPLE: Final = ("text", "concise")
FORMS: Final = (*FOR_PEOPLE, "json", "sarif", "github", "junit")
FAIL_ON: Final = ("error", "warning", "note", "never")


@click.command
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFT...")
@click.option(
    "--network", "networks", multiple=True, metavar="ID",
    help="Check for this network instead of those the drafts name. May be given again.",
)  # fmt: skip
@account_option
@config_option
@rules_option
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="text", show_default=True,
    help="Form of the answer.",
)  # fmt: skip
@click.option(
    "--fail-on", type=click.Choice(FAIL_ON),
    help="The lowest level that makes the exit code 1.  [default: as the settings say, or error]",
)  # fmt: skip
@click.option(
    "-v", "--verbose", is_flag=True,
    help="Tell every reason, sum and source, and what was not checked or was accepted.",
)  # fmt: skip
@output_option
@as_of_option
@lang_option
def check(
    drafts: tuple[str, ...], networks: tuple[str, ...], account: str | None, config: Path | None,
    rules: tuple[Path, ...], form: str, fail_on: "FailOn | None", verbose: bool,
    output: Path | None, as_of: date | None, lang: Lang,
) -> None:  # fmt: skip
    """Check drafts against each network's formats and tone.

    DRAFT is a Markdown, text or JSON file, a folder of them, or '-' for standard input, which is
    JSON if it is drafts in JSON and else Markdown. Networks, format, pictures and all else about
    a post stand in its front matter.

    Exit code: 0 if nothing was found at the level of --fail-on or above, 1 if something was, 2
    for bad input; the drafts that can be read are checked even so.

    \b
    Examples:
      channelwise check drafts
      channelwise check post.md --network NETWORK --fail-on warning
      channelwise check drafts --rules my-rules
      channelwise check drafts --format sarif -o findings.sarif
    """
    from channelwise.check.config_read import Configs
    from channelwise.check.unread import unread
    from channelwise.drafts.read import readable_drafts
    from channelwise.errors import BadInput

    with told(lang):
        engine = load_engine(rules, lang)
        configs = Configs(engine.rulebook.networks, config)
        read, problems = readable_drafts(drafts, configs.leave_out)
        checked = engine.check(
            read, networks=networks, account=account, config=configs.of, as_of=as_of
        )
        checked = checked.model_copy(update={"unread": unread(problems)})
        level = fail_on or _strictest(configs.read)
        if read or form not in FOR_PEOPLE:
            _deliver(checked, _sources(read, configs.read), form, level, verbose, output, lang)
        if problems:  # the others were checked, but not all that was asked for
            raise BadInput(problems)
    if checked.fails(level):
        sys.exit(FOUND)


def _strictest(configs: "Iterable[Config]") -> "FailOn":
    """What the settings ask for; of several, the one that fails at least."""
    asked = [config.fail_on for config in configs if config.fail_on]
    order: tuple[FailOn, ...] = ("note", "warning", "error", "never")
    return min(asked, key=order.index) if asked else "error"


def _sources(drafts: "Iterable[Draft]", configs: "Iterable[Config]") -> dict[str, str]:
    return {one.file: one.source for one in drafts} | {one.file: one.source for one in configs}


def _deliver(
    checked: "Checked", sources: dict[str, str], form: str, fail_on: "FailOn", verbose: bool,
    output: Path | None, lang: Lang,
) -> None:  # fmt: skip
    if form == "text":
        from channelwise.render.terminal.check import checked as page
        from channelwise.render.terminal.paper import recorded

        write = partial(page, checked, sources, lang, verbose=verbose)
        if output is None:
            write(console())
        else:
            deliver(recorded(write), output, lang)
        return
    deliver(_formed(checked, form, fail_on, lang), output, lang)


def _formed(checked: "Checked", form: str, fail_on: "FailOn", lang: Lang) -> str | bytes:
    if form == "json":
        return json_text(checked.model_dump(mode="json"))
    if form == "sarif":
        from channelwise.render.check_sarif import sarif

        return json_text(sarif(checked, lang))
    if form == "concise":
        from channelwise.render.check_concise import concise

        return concise(checked, lang).encode()
    if form == "junit":
        from channelwise.render.check_junit import junit

        return junit(checked, lang, fail_on)
    from channelwise.render.check_github import github

    return github(checked, lang).encode()
