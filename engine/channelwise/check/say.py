"""Putting what was found into words, in both languages, safe to print."""

from fractions import Fraction
from typing import Final

from channelwise.check.model import Span
from channelwise.drafts.model import Draft, Spot
from channelwise.drafts.place import place_of
from channelwise.files.show import printable
from channelwise.recommend.model import Said
from channelwise.text import Text, grouped
from channelwise.texts import load
from channelwise.texts.direction import isolated
from channelwise.vocabulary import Lang

Value = str | int | float | Fraction | Text | Said
_COMMA: Final = Text(", ", "، ")


def said(key: str, **values: Value) -> Said:
    """The phrase `check.KEY`. Words from outside are escaped, and isolated where directions meet.

    Example:
        >>> said("amount.hashtags", number=2).en
        '2 hashtags'

    """
    return Said(en=_filled(key, "en", values), fa=_filled(key, "fa", values))


def _filled(key: str, lang: Lang, values: dict[str, Value]) -> str:
    shown = {name: _shown(value, lang) for name, value in values.items()}
    return load().ui(f"check.{key}", lang, **shown)


def _shown(value: Value, lang: Lang) -> str | int | float:
    if isinstance(value, Text | Said):
        return value.fa if lang == "fa" else value.en
    if isinstance(value, Fraction):
        whole = value.denominator == 1
        return grouped(value.numerator, lang) if whole else _short(value)
    if isinstance(value, int):
        return grouped(value, lang)
    return isolated(printable(value), lang) if isinstance(value, str) else value


def _short(value: Fraction) -> float:
    """Two digits behind the point; of what is nearly nothing, the first that is not 0."""
    rounded = round(float(value), 2)
    return rounded or float(f"{float(value):.1g}")


def plain(text: Text) -> Said:
    """A text of a checked file, as it is."""
    return Said(en=text.en, fa=text.fa)


def joined(*parts: Said | Text | None) -> Said:
    """Sentences one after the other."""
    given = [part for part in parts if part is not None]
    return Said(en=" ".join(one.en for one in given), fa=" ".join(one.fa for one in given))


def listed(parts: list[Said]) -> Said:
    """A list with commas."""
    return Said(
        en=_COMMA.en.join(one.en for one in parts), fa=_COMMA.fa.join(one.fa for one in parts)
    )


def sentences(parts: list[Said]) -> Said:
    """Parts that have commas of their own, in a row."""
    return Said(en="; ".join(one.en for one in parts), fa="؛ ".join(one.fa for one in parts))


def words(names: list[str]) -> Said:
    """Words of files in a list, each safe to print."""
    return listed([
        Said(en=isolated(printable(one), "en"), fa=isolated(printable(one), "fa")) for one in names
    ])  # fmt: skip


def labels(group: str, names: list[str]) -> Said:
    """Words of the vocabulary in a list, by their labels."""
    texts = load()
    return listed([
        Said(en=texts.word(group, name, "en"), fa=texts.word(group, name, "fa")) for name in names
    ])  # fmt: skip


def span_of(draft: Draft, start: int, end: int) -> Span:
    """Where a stretch of the text stands in the file; `end` is the offset behind it."""
    first, last = place_of(draft, start), place_of(draft, end)
    return Span(line=first.line, column=first.column, end_line=last.line, end_column=last.column)


def span_at(spot: Spot | None, length: int = 1) -> Span | None:
    """The place of something that is written on one line."""
    if spot is None:
        return None
    return Span(
        line=spot.line, column=spot.column, end_line=spot.line,
        end_column=spot.column + max(1, length),
    )  # fmt: skip


def whole_span(draft: Draft) -> Span | None:
    """The place of what is about a whole draft: in a list of drafts, where that one begins."""
    return span_at(draft.begins)


def field_span(draft: Draft, name: str, length: int = 1) -> Span | None:
    """The place of a declared field, if it is known."""
    return span_at(draft.spots.get(name), length)
