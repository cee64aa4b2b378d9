"""Making a Problem from a phrase of `drafts.yaml`, said in both languages."""

from typing import Final

from channelwise.errors import Problem
from channelwise.files.show import printable
from channelwise.files.tree import START, Place
from channelwise.recommend.model import Said
from channelwise.texts import load
from channelwise.texts.direction import isolated
from channelwise.vocabulary import Lang

_WHOLE: Final = Place(0, 0)
# What has to be typed letter by letter: a Persian sentence sets it apart from its own words.
_SIGNS: Final[dict[str, str | int]] = {
    "mark": "---", "plus": "+++", "open": "<!--", "close": "-->",
    "moment": "2026-11-23T09:30", "day": "2026-11-23",
    "english": "en", "persian": "fa", "https": "https://", "http": "http://", "md": ".md",
    "txt": ".txt", "json": ".json", "images": "channelwise[images]", "video": "channelwise[video]",
}  # fmt: skip


def problem(
    key: str,
    file: str,
    place: Place = START,
    field: str = "",
    suggestion: str = "",
    **values: str | int,
) -> Problem:
    """A Problem that says the phrase `draft.KEY`.

    The Persian sentence travels in its values as `fa`, where `files.say.localised` looks first.
    """
    said = phrase(key, **values)
    return Problem(
        file=printable(file),
        line=place.line,
        column=place.column,
        field=printable(field),
        message=said.en,
        key=f"draft.{key}",
        values=(*((name, str(value)) for name, value in values.items()), ("fa", said.fa)),
        suggestion=printable(suggestion),
    )


def of_file(key: str, file: str, **values: str | int) -> Problem:
    """A Problem of a whole file or folder, which has no line."""
    return problem(key, file, _WHOLE, "", "", **values)


def phrase(key: str, **values: str | int) -> Said:
    """The phrase `draft.KEY` in both languages, safe to print: numbers take the digits of the
    language, and words from outside stand in isolates where directions meet.
    """
    return Said(en=_filled(key, "en", values), fa=_filled(key, "fa", values))


def _filled(key: str, lang: Lang, values: dict[str, str | int]) -> str:
    shown = {
        name: value if isinstance(value, int) else isolated(printable(value), lang)
        for name, value in {**_SIGNS, **values}.items()
    }
    return load().ui(f"draft.{key}", lang, **shown)
