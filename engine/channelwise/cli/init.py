"""`channelwise init`: asks for a brief, one question at a time, and writes it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

import click

if TYPE_CHECKING:
    from channelwise.brief.interview import Interview
    from channelwise.text import Text
    from channelwise.texts import Question, Texts
    from channelwise.vocabulary import Lang

_WIDTH: Final = 80
_MARGIN: Final = "  "
_BAD_INPUT, _INTERRUPTED = 2, 130
_SUFFIXES: Final = (".yaml", ".yml")


@click.command("init")
@click.argument("path", default="brief.yaml", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["en", "fa"]), default="en", help="Language to ask in.")
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
def init(path: Path, lang: "Lang", force: bool) -> None:
    """Answer some questions and get a brief, written to PATH.

    Four questions need an answer. Stopping with Ctrl-C keeps the answers once these four
    are there.
    """
    from channelwise.brief.interview import Interview
    from channelwise.texts import load

    texts = load()
    _refuse_early(path, force, texts, lang)
    networks = _networks()
    talk = Interview(texts, lang, networks)
    try:
        _ask_all(talk, networks)
    except click.Abort:
        click.echo()
        _stop(path, talk, force)
    _write(path, talk, force)
    _say_next(path, texts, lang)


def _stop(path: Path, talk: "Interview", force: bool) -> NoReturn:
    """Keeps what was answered, if it makes a brief."""
    from channelwise.texts.direction import isolated

    if not talk.missing:
        _write(path, talk, force)
    key = "init.stopped" if talk.missing else "init.stopped_written"
    shown = isolated(str(path), talk.lang)
    click.echo(talk.texts.ui(key, talk.lang, path=shown), err=True)
    raise click.exceptions.Exit(_INTERRUPTED)


def _refuse_early(path: Path, force: bool, texts: "Texts", lang: "Lang") -> None:
    """Better before twenty questions than after them."""
    from channelwise.texts.direction import isolated

    shown = isolated(str(path), lang)
    if path.suffix.lower() not in _SUFFIXES:
        known = {"first": isolated(_SUFFIXES[0], lang), "second": isolated(_SUFFIXES[1], lang)}
        _fail(texts.ui("init.suffix", lang, path=shown, **known))
    if path.is_dir():
        _fail(texts.ui("init.folder", lang, path=shown))
    if path.exists() and not force:
        _fail(texts.ui("init.exists", lang, path=shown, option=isolated("--force", lang)))


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    raise click.exceptions.Exit(_BAD_INPUT)


def _networks() -> "dict[str, Text]":
    """The names of the installed networks, for hints; a broken installation only costs those."""
    from channelwise.cli.common import quiet
    from channelwise.errors import ChannelwiseError
    from channelwise.load.rulebook import load

    try:
        with quiet():
            networks = load(strict=False).networks
    except ChannelwiseError:
        return {}
    return {network.id: network.name for network in networks}


def _ask_all(talk: "Interview", networks: "dict[str, Text]") -> None:
    texts, lang = talk.texts, talk.lang
    needed = sum(question.needed for question in texts.questions)
    _paragraph(texts.ui("init.intro", lang, count=len(texts.questions), needed=needed), "")
    section = ""
    for step, question in enumerate(texts.questions, 1):
        if question.section != section:
            section = question.section
            click.secho(f"\n{texts.ui(f'section.{section}', lang)}", bold=True, underline=True)
        _show(question, step, texts, lang, networks)
        _until_accepted(talk, question)


def _show(
    question: "Question", step: int, texts: "Texts", lang: "Lang", networks: "dict[str, Text]"
) -> None:
    from channelwise.texts.direction import isolated

    count = texts.ui("init.step", lang, step=step, count=len(texts.questions))
    star = " *" if question.needed else ""
    click.echo()
    _paragraph(f"{question.ask.lang(lang)}{star} ({count})", "", bold=True)
    _paragraph(question.help.lang(lang))
    if question.group and question.kind != "shares":
        _paragraph(texts.ui("init.one" if question.kind == "word" else "init.several", lang))
    for line in _choices(question, texts, lang):
        click.echo(_MARGIN + line)
    if question.kind == "accounts" and networks:
        names = ", ".join(networks)
        _paragraph(texts.ui("init.networks", lang, names=isolated(names, lang)))
    if question.example:
        example = isolated(question.example.lang(lang), lang)
        _paragraph(texts.ui("init.for_example", lang, example=example))


def _choices(question: "Question", texts: "Texts", lang: "Lang") -> Iterator[str]:
    """The numbered labels, as many in a line as fit."""
    from channelwise.text import number

    line = ""
    for place, label in enumerate(texts.words.get(question.group, {}).values(), 1):
        choice = f"{number(place, lang)}. {label.lang(lang)}"
        if line and len(_MARGIN + line) + len(_MARGIN) + len(choice) > _WIDTH:
            yield line
            line = ""
        line = f"{line}{_MARGIN}{choice}" if line else choice
    if line:
        yield line


def _paragraph(text: str, margin: str = _MARGIN, bold: bool = False) -> None:
    from textwrap import wrap

    for line in wrap(text, _WIDTH - len(margin), break_long_words=False, break_on_hyphens=False):
        click.secho(margin + line, bold=bold)


def _until_accepted(talk: "Interview", question: "Question") -> None:
    from channelwise.brief.interview import Given

    while True:
        typed = click.prompt("", default="", show_default=False, prompt_suffix="> ")
        answer = talk.reply(question, typed)
        if isinstance(answer, Given):
            return
        click.secho(_MARGIN + answer.message, fg="yellow")


def _write(path: Path, talk: "Interview", force: bool) -> None:
    """Writes the file; what cannot be written is printed, so that no answer is lost."""
    from channelwise.brief.interview import to_yaml
    from channelwise.texts.direction import isolated

    texts, lang = talk.texts, talk.lang
    text = to_yaml(talk.brief(), lang)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        click.echo(text)
        reason = error.strerror or type(error).__name__
        _fail(texts.ui("init.cannot_write", lang, path=isolated(str(path), lang), reason=reason))


def _say_next(path: Path, texts: "Texts", lang: "Lang") -> None:
    from shlex import quote

    from channelwise.texts.direction import isolated

    click.echo(f"\n{texts.ui('init.written', lang, path=isolated(str(path), lang))}")
    click.echo(texts.ui("init.next", lang))
    option = "" if lang == "en" else f" --lang {lang}"
    click.echo(f"{_MARGIN}channelwise recommend {quote(str(path))}{option}")
