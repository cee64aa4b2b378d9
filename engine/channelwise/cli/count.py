"""`channelwise count`."""

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

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
    from channelwise.load.rulebook import Rulebook

TOO_LONG: Final = 1
STDIN: Final = "-"
MOST_MB: Final = 8
_MB: Final = 1024 * 1024
# What can only be meant as a file: a slip in its name must not be counted as the text.
_FILE_NAME: Final = re.compile(r"\S+\.(txt|text|md|markdown)", re.IGNORECASE)


@click.command
@click.argument("text")
@click.option("--network", help="Count as this network does, and compare with its limits.")
@click.option(
    "--as", "post_format", type=click.Choice(FORMATS),
    help="The format that decides.  [default: the first whose text is limited]",
)  # fmt: skip
@click.option("--unit", help="Count in this unit, whatever the network.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@lang_option
def count(
    text: str, network: str | None, post_format: str | None, unit: str | None, as_json: bool,
    lang: Lang,
) -> None:  # fmt: skip
    """Count TEXT: a text in quotes, the name of a file, or '-' for stdin.

    Says what the length is made of, what is left, and where it becomes too long. The line end
    that ends a file is not counted. Without a network or unit, it counts in every unit.

    Exit code: 0 if the text fits or nothing limits it, 1 if it is over a hard limit of the
    format, 2 for bad input.

    \b
    Examples:
      channelwise count post.txt --network NETWORK
      channelwise count "Fresh bread at six" --unit graphemes
    """
    with told(lang):
        if unit and (network or post_format):
            _refuse("count.both", lang)
        content = _content(text, lang)
        rulebook = load_rulebook(lang=lang)
        if network:
            _on_network(content, rulebook, network, post_format, as_json, lang)
        else:
            _in_units(content, rulebook, unit, as_json, lang)


def _on_network(
    text: str, rulebook: "Rulebook", network: str, asked: str | None, as_json: bool, lang: Lang
) -> None:
    from channelwise.count.limits import fit

    found = fit(text, rulebook.network(network), rulebook, asked)
    if as_json:
        from channelwise.count.plain import fit_data

        deliver(json_text(fit_data(found)), None)
    else:
        from channelwise.render.terminal.counting import fit as page

        unit = rulebook.counter(found.count.unit)
        page(found, unit, lang, console(), asked=asked is not None)
    if found.blocked:
        sys.exit(TOO_LONG)


def _in_units(text: str, rulebook: "Rulebook", name: str | None, as_json: bool, lang: Lang) -> None:
    from channelwise.count.counting import count as count_in

    units = (rulebook.counter(name),) if name else rulebook.counters
    found = [(count_in(text, unit), unit) for unit in units]
    if as_json:
        from channelwise.count.plain import count_data

        rows = [count_data(one) for one, _ in found]
        deliver(json_text(rows[0] if name else rows), None)
        return
    from channelwise.render.terminal import counting

    if name:
        counting.in_unit(*found[0], lang, console())
    else:
        counting.in_units(found, lang, console())


def _content(argument: str, lang: Lang) -> str:
    """The text to count: what is given, or what stands in the file or stream that is meant."""
    raw, name = _raw(argument)
    if raw is None:
        text = argument
    elif len(raw) > MOST_MB * _MB:
        _refuse("count.too_big", lang, limit=MOST_MB)
    else:
        text = _decoded(raw, name)
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        _refuse("count.not_unicode", lang)
    return text


def _raw(argument: str) -> tuple[bytes | None, str]:
    """The bytes that an argument stands for, with a name for them; None if it is the text."""
    most = MOST_MB * _MB + 1
    if argument == STDIN:
        return (sys.stdin.buffer.read(most) if sys.stdin else b""), "<stdin>"
    from channelwise.errors import BadInput
    from channelwise.files.say import problem

    try:
        if not Path(argument).is_file():
            # A bare word is a text, even where a folder has its name.
            if os.sep in argument and Path(argument).is_dir():
                raise BadInput([problem("folder", argument)])
            if _FILE_NAME.fullmatch(argument):
                raise BadInput([problem("no_file", argument)])
            return None, ""
        with Path(argument).open("rb") as stream:
            return stream.read(most), argument
    except PermissionError:
        raise BadInput([problem("no_permission", argument)]) from None
    except (OSError, ValueError):  # no name that a file can have
        return None, ""


def _decoded(raw: bytes, name: str) -> str:
    """UTF-8 without its byte order mark, and without the line end that an editor adds."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        from channelwise.errors import BadInput
        from channelwise.files.lines import Lines
        from channelwise.files.say import problem

        before = raw[: error.start].decode("utf-8-sig", "ignore")
        byte = f"0x{raw[error.start]:02X}"
        place = Lines(before).place(len(before))
        raise BadInput([problem("not_utf8", name, place, byte=byte)]) from None
    return text.removesuffix("\n").removesuffix("\r")


def _refuse(key: str, lang: Lang, **values: object) -> NoReturn:
    click.echo(said("cli.error", lang, message=said(key, lang, **values)), err=True)
    raise SystemExit(BAD_INPUT)
