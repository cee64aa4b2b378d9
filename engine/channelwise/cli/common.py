"""What commands share: options, loading with warnings, errors as people want to read them."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from channelwise.vocabulary import LANGS, Lang

if TYPE_CHECKING:
    from rich.console import Console

    from channelwise.brief.model import Brief
    from channelwise.engine import Engine
    from channelwise.errors import UnknownName
    from channelwise.load.rulebook import Rulebook

Function = TypeVar("Function", bound=Callable[..., Any])

BAD_INPUT = 2

lang_option = click.option(
    "--lang",
    type=click.Choice(LANGS),
    default="en",
    show_default=True,
    help="Language of the answer.",
)
rules_option = click.option(
    "--rules", "rules", type=click.Path(path_type=Path), multiple=True,
    help="Further rules: a file or a folder. May be given again.",
)  # fmt: skip


def day(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    """The day of a date option."""
    return value.date() if value else None


as_of_option = click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), callback=day, metavar="YYYY-MM-DD",
    help="Judge the age of facts as of this day.  [default: today]",
)  # fmt: skip
format_option = click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown", "html"]), default="text",
    show_default=True, help="Form of the answer.",
)  # fmt: skip
output_option = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file."
)


@contextmanager
def told(lang: Lang = "en") -> Iterator[None]:
    """Turns our errors into messages on stderr and exit code 2."""
    from channelwise.errors import BadInput, ChannelwiseError, UnknownName

    try:
        yield
    except BadInput as error:
        from channelwise.files.say import localised

        for problem in error.problems:
            click.echo(localised(problem, lang), err=True)
        raise SystemExit(BAD_INPUT) from None
    except UnknownName as error:
        click.echo(said("cli.error", lang, message=_unknown(error, lang)), err=True)
        raise SystemExit(BAD_INPUT) from None
    except ChannelwiseError as error:
        click.echo(said("cli.error", lang, message=error), err=True)
        raise SystemExit(BAD_INPUT) from None


def _unknown(error: "UnknownName", lang: Lang) -> str:
    """The error in a language; of what the texts have no sentence for, in English."""
    from channelwise.texts import load
    from channelwise.texts.direction import isolated

    key = f"cli.no_{error.what}"
    if key not in load().phrases:
        return str(error)
    line = said(key, lang, name=isolated(error.name, lang))
    hint = said("cli.meant", lang, name=isolated(error.nearest, lang)) if error.nearest else ""
    return f"{line} {hint}".rstrip()


def said(key: str, lang: Lang, **values: object) -> str:
    """A fixed phrase of the command line."""
    from channelwise.texts import load

    return load().ui(key, lang, **values)


@contextmanager
def quiet() -> Iterator[None]:
    """What plugins print while they load goes to stderr: an answer may stand on stdout."""
    with redirect_stdout(sys.stderr):
        yield


def load_engine(rules: tuple[Path, ...] = (), lang: Lang = "en") -> "Engine":
    """An engine; plugins that could not be loaded are named on stderr and left out."""
    from channelwise.engine import Engine

    with quiet():
        engine = Engine.load(rules=rules, strict=False)
    warn(engine.rulebook, lang)
    return engine


def load_rulebook(rules: tuple[Path, ...] = (), lang: Lang = "en") -> "Rulebook":
    """A rulebook, with the same warnings."""
    from channelwise.load.rulebook import load

    with quiet():
        rulebook = load(rules=rules, strict=False)
    warn(rulebook, lang)
    return rulebook


def warn(rulebook: "Rulebook", lang: Lang) -> None:
    """Names the plugins that were left out."""
    from channelwise.texts.direction import isolated

    for one in rulebook.problems:
        parts = {"plugin": str(one.plugin), "stage": one.stage, "message": one.message}
        shown = {name: isolated(part, lang) for name, part in parts.items()}
        click.echo(said("cli.plugin", lang, **shown), err=True)


def load_brief(path: str) -> "Brief":
    """The brief in a file, or on standard input for `-`."""
    from channelwise.brief.read import read_brief

    return read_brief(path)


def console() -> "Console":
    """A rich console on the present standard output."""
    from rich.console import Console

    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False)


def deliver(answer: str | bytes, output: Path | None, lang: Lang = "en") -> None:
    """Writes an answer to a file or to standard output; bytes go out as they are."""
    text = answer if isinstance(answer, bytes) or answer.endswith("\n") else answer + "\n"
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_bytes(text if isinstance(text, bytes) else text.encode())
    except OSError as error:
        from channelwise.texts.direction import isolated

        reason = error.strerror or type(error).__name__
        parts = {"path": isolated(str(output), lang), "reason": isolated(reason, lang)}
        message = said("cli.cannot_write", lang, **parts)
        click.echo(said("cli.error", lang, message=message), err=True)
        raise SystemExit(BAD_INPUT) from None


def json_text(data: Any) -> str:
    """JSON as we print it everywhere: indented, readable Persian, a fixed order of keys."""
    import json

    return json.dumps(data, ensure_ascii=False, indent=2)
