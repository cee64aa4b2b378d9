"""`channelwise count`."""

import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

import click

from channelwise.cli.common import (
    BAD_INPUT,
    as_of_option,
    console,
    deliver,
    json_text,
    lang_option,
    load_rulebook,
    output_option,
    said,
    told,
)
from channelwise.cli.settings import account_option, config_option
from channelwise.vocabulary import FORMATS, Lang

if TYPE_CHECKING:
    from channelwise.count.judging import Asked, Judged
    from channelwise.drafts.model import Draft
    from channelwise.load.rulebook import Rulebook

TOO_LONG: Final = 1
FORMS: Final = ("text", "json")


@click.command
@click.argument("text")
@click.option(
    "--network", "networks", multiple=True, metavar="ID",
    help="Count as this network does, and compare with its limits. May be given again.",
)  # fmt: skip
@click.option(
    "--as", "post_format", type=click.Choice(FORMATS),
    help="The format that decides.  [default: that of the draft, or the first whose text is "
    "limited]",
)  # fmt: skip
@click.option(
    "--tier", metavar="NAME",
    help="The tier of the account, such as premium, instead of the one in the settings.",
)  # fmt: skip
@account_option
@config_option
@click.option("--unit", help="Count in this unit, whatever the network.")
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="text", show_default=True,
    help="Form of the answer.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@lang_option
@output_option
@as_of_option
def count(
    text: str, networks: tuple[str, ...], post_format: str | None, tier: str | None,
    account: str | None, config: Path | None, unit: str | None, form: str, as_json: bool,
    lang: Lang, output: Path | None, as_of: date | None,
) -> None:  # fmt: skip
    """Count TEXT: a text in quotes, the name of a file, or '-' for stdin.

    Says what the length is made of, what is left, and where it becomes too long. A Markdown,
    text or JSON file is read as a draft: front matter and comments are not counted, and of
    several drafts each is. Its format and account count, and an answer is held against the limit
    of answers. Stdin and other files are counted as they are, without the line end that ends
    them. Without a network or unit, it counts in every unit.

    Exit code: 0 if the text fits or nothing limits it, 1 if it is over a hard limit of the
    format or holds a character that the network refuses, 2 for bad input.

    \b
    Examples:
      channelwise count post.md --network NETWORK
      channelwise count "Fresh bread at six" --unit graphemes
    """
    with told(lang):
        if unit and (networks or post_format or account or tier):
            _refuse("count.both", lang)
        if (tier or post_format) and not (networks or account):
            _refuse("count.tier" if tier else "count.format", lang)
        posts = _given(text, lang)
        rulebook = load_rulebook(lang=lang)
        asked = _asked(rulebook, (networks, unit, post_format, account, tier), config)
        found = _judged(rulebook, posts, asked, lang)
        _deliver(found, rulebook, "json" if as_json else form, lang, output, as_of)
    if any(one.fit and one.fit.blocked for one in found):
        sys.exit(TOO_LONG)


def _given(argument: str, lang: Lang) -> "list[str | Draft]":
    from channelwise.cli.count_texts import MOST_MB, TooBig, given

    try:
        found = given(argument)
    except TooBig:
        _refuse("count.too_big", lang, limit=MOST_MB)
    texts = (one if isinstance(one, str) else one.text for one in found)
    if any("\ud800" <= sign <= "\udfff" for one in texts for sign in one):
        _refuse("count.not_unicode", lang)
    return found


def _asked(
    rulebook: "Rulebook",
    given: tuple[tuple[str, ...], str | None, str | None, str | None, str | None],
    config: Path | None,
) -> "Asked":
    from channelwise.check.config_read import Configs
    from channelwise.count.judging import Asked

    return Asked(*given, Configs(rulebook.networks, config).of)


def _judged(
    rulebook: "Rulebook", posts: "Sequence[str | Draft]", asked: "Asked", lang: Lang
) -> "list[Judged]":
    from channelwise.count.judging import NoNetwork, judged

    try:
        return list(judged(rulebook, posts, asked))
    except NoNetwork as error:
        _refuse("count.no_network", lang, account=error.account)


def _deliver(
    found: "Sequence[Judged]", rulebook: "Rulebook", form: str, lang: Lang, output: Path | None,
    as_of: date | None,
) -> None:  # fmt: skip
    from channelwise.recommend.grounds import Clock

    clock = Clock(as_of or date.today(), rulebook.policy.shelf_life_months)
    if form == "json":
        from channelwise.count.answering import answer

        counted = answer(rulebook, found, clock)
        deliver(json_text(counted.model_dump(mode="json")), output, lang)
        return
    from channelwise.render.terminal.counting import counts
    from channelwise.render.terminal.paper import recorded

    write = partial(counts, found, clock, lang)
    if output is None:
        write(console())
    else:
        deliver(recorded(write), output, lang)


def _refuse(key: str, lang: Lang, **values: object) -> NoReturn:
    click.echo(said("cli.error", lang, message=said(key, lang, **values)), err=True)
    raise SystemExit(BAD_INPUT)
