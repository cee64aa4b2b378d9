"""`channelwise count`."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from channelwise.cli.common import (
    BAD_INPUT,
    console,
    deliver,
    json_text,
    lang_option,
    load_rulebook,
    said,
    told,
)
from channelwise.vocabulary import FORMATS, Lang

if TYPE_CHECKING:
    from channelwise.cli.count_texts import Given
    from channelwise.count.limits import Fit
    from channelwise.load.rulebook import Rulebook
    from channelwise.networks.model import Network

TOO_LONG: Final = 1


@click.command
@click.argument("text")
@click.option("--network", help="Count as this network does, and compare with its limits.")
@click.option(
    "--as", "post_format", type=click.Choice(FORMATS),
    help="The format that decides.  [default: that of the draft, or the first whose text is "
    "limited]",
)  # fmt: skip
@click.option(
    "--tier", metavar="NAME",
    help="The tier of the account, such as premium, where limits depend on it.",
)  # fmt: skip
@click.option("--unit", help="Count in this unit, whatever the network.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@lang_option
def count(
    text: str, network: str | None, post_format: str | None, tier: str | None, unit: str | None,
    as_json: bool, lang: Lang,
) -> None:  # fmt: skip
    """Count TEXT: a text in quotes, the name of a file, or '-' for stdin.

    Says what the length is made of, what is left, and where it becomes too long. A Markdown,
    text or JSON file is read as a draft: front matter and comments are not counted, and of
    several drafts each is. Stdin and other files are counted as they are, without the line end
    that ends them. Without a network or unit, it counts in every unit.

    Exit code: 0 if the text fits or nothing limits it, 1 if it is over a hard limit of the
    format, 2 for bad input.

    \b
    Examples:
      channelwise count post.md --network NETWORK
      channelwise count "Fresh bread at six" --unit graphemes
    """
    with told(lang):
        if unit and (network or post_format):
            _refuse("count.both", lang)
        if tier and not network:
            _refuse("count.tier", lang)
        content = _given(text, lang)
        rulebook = load_rulebook(lang=lang)
        if network:
            _on_network(content, rulebook, network, (post_format, tier), as_json, lang)
        else:
            _in_units(content, rulebook, unit, as_json, lang)


def _given(argument: str, lang: Lang) -> "list[Given]":
    from channelwise.cli.count_texts import MOST_MB, TooBig, given

    try:
        found = given(argument)
    except TooBig:
        _refuse("count.too_big", lang, limit=MOST_MB)
    if any("\ud800" <= sign <= "\udfff" for one in found for sign in one.text):
        _refuse("count.not_unicode", lang)
    return found


def _on_network(
    given: "Sequence[Given]", rulebook: "Rulebook", name: str, asked: tuple[str | None, str | None],
    as_json: bool, lang: Lang,
) -> None:  # fmt: skip
    network, (post_format, tier) = rulebook.network(name), asked
    fits = [(one, _fit(one, network, rulebook, post_format, tier)) for one in given]
    if as_json:
        from channelwise.count.plain import fit_data

        _deliver([{**one.data(), **fit_data(found, one.place)} for one, found in fits])
    else:
        from channelwise.render.terminal.counting import fit as page

        for one, found in fits:
            _name(one, given, lang)
            unit = rulebook.counter(found.count.unit)
            page(found, unit, lang, console(), asked=post_format is not None, at=one.place)
    if any(found.blocked for _, found in fits):
        sys.exit(TOO_LONG)


def _fit(
    given: "Given", network: "Network", rulebook: "Rulebook", asked: str | None, tier: str | None
) -> "Fit":
    from channelwise.check.limits import Terms
    from channelwise.count.limits import fit

    if tier is not None:
        _refuse_unknown_tier(network, tier)
    declared = given.draft.format if given.draft else None
    chosen = asked or (declared if declared in network.carries else None)
    terms = None if tier is None else Terms(tier=tier)
    return fit(given.text, network, rulebook, chosen, terms)


def _refuse_unknown_tier(network: "Network", tier: str) -> None:
    from channelwise.check.limits import tiers_of
    from channelwise.errors import UnknownName
    from channelwise.files.nearest import nearest

    tiers = tiers_of(network)
    if tier not in tiers:
        raise UnknownName("tier", tier, nearest(tier, tiers))


def _in_units(
    given: "Sequence[Given]", rulebook: "Rulebook", name: str | None, as_json: bool, lang: Lang
) -> None:
    from channelwise.count.counting import count as count_in

    units = (rulebook.counter(name),) if name else rulebook.counters
    counts = [(one, [(count_in(one.text, unit), unit) for unit in units]) for one in given]
    if as_json:
        from channelwise.count.plain import count_data

        rows = [
            {**one.data(), **count_data(row, one.place)}
            for one, found in counts
            for row, _ in found
        ]
        if name:
            _deliver(rows)
        else:
            deliver(json_text(rows), None)
        return
    from channelwise.render.terminal import counting

    for one, found in counts:
        _name(one, given, lang)
        if name:
            counting.in_unit(*found[0], lang, console())
        else:
            counting.in_units(found, lang, console())


def _name(one: "Given", given: "Sequence[Given]", lang: Lang) -> None:
    """Where a text stands, if there are several."""
    if len(given) > 1 and one.draft:
        from channelwise.render.terminal.counting import where

        where(one.draft.file, one.line, lang, console(), first=one is given[0])


def _deliver(rows: list[dict[str, Any]]) -> None:
    """One text as it is, several as a list."""
    deliver(json_text(rows[0] if len(rows) == 1 else rows), None)


def _refuse(key: str, lang: Lang, **values: object) -> NoReturn:
    click.echo(said("cli.error", lang, message=said(key, lang, **values)), err=True)
    raise SystemExit(BAD_INPUT)
