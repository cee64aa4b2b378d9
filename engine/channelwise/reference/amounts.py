"""A limit in words: "at most 60 seconds"."""

import re
from typing import Any, Final

from channelwise.check.limits import Limit
from channelwise.check.values import between, number
from channelwise.reference.say import both
from channelwise.text import Text, persian_digits, ratio

# Limits in the network's own unit.
TEXTS: Final = ("text", "alt", "title", "comment", "option")
# What is asked for or refused, whatever the number.
_STATES: Final = ("no_text", "no_media", "sound", "titled", "same_again", "same_elsewhere")
_THINGS: Final = ("hashtags", "mentions", "cashtags", "links", "items", "options")
_SIZES: Final = ("largest", "smallest", "resolution", "best_size")
# As limits write ranges and ratios: "3-90", "4:5 to 1.91:1".
_RANGE: Final = re.compile(r"\s*(?:[-\u2013]| to )\s*")
_MINUTE: Final = 60


def amount(limit: Limit) -> Text:
    """A limit in words. What texts are counted in is told apart from it, as it is long to say."""
    said = _said(limit)
    if limit.row.measure in (*_STATES, "file_formats"):
        return said
    if limit.row.end == "best":
        return said if limit.row.measure == "fold" else both("rules.best", amount=said)
    if _is_range(limit):
        return said
    return both("rules.least" if limit.row.end == "least" else "rules.most", amount=said)


def _is_range(limit: Limit) -> bool:
    """True if the value has both ends, or is the only one that is allowed."""
    if limit.row.measure in ("ratio", "resolution"):
        return True
    return number(limit.value) is None and between(limit.value) is not None


def _said(limit: Limit) -> Text:  # noqa: PLR0911 - one a family of limits
    measure, value = limit.row.measure, _value(limit.value)
    if measure in _STATES:
        return both(f"rules.amount.{measure}")
    if measure == "file_formats":
        return both("rules.amount.files", value=value)
    if measure in TEXTS:
        key = measure if measure in ("comment", "option") else "text"
        return both(f"rules.amount.{key}", value=value)
    if measure == "fold":
        return both("rules.amount.hidden", value=both("check.amount.character", number=value))
    if measure in _THINGS:
        shown = limit.value if isinstance(limit.value, int) else value
        return both(f"check.amount.{measure}", number=shown)
    if measure in ("size", "gif_size"):
        return _weight(limit, value)
    if measure == "comment_items":
        return both("rules.amount.comment_items", value=limit.value)
    if measure == "seconds":
        unit = "minutes" if limit.row.scale == _MINUTE else "seconds"
        return both(f"rules.amount.{unit}", value=value)
    if measure in _SIZES:
        return both("rules.amount.pixels", value=value)
    return both(f"rules.amount.{'area' if measure == 'pixels' else measure}", value=value)


def _weight(limit: Limit, value: Text) -> Text:
    unit = both(f"check.unit.{limit.row.scale}")
    said = both("rules.amount.size", value=value, unit=unit)
    return both("rules.amount.gif", amount=said) if limit.row.measure == "gif_size" else said


def _value(value: Any) -> Text:
    """A value with the digits of each language; a range as "1 to 3"."""
    if isinstance(value, list):
        return Text(", ".join(map(str, value)), "، ".join(map(str, value)))
    ends = _RANGE.split(str(value))
    if len(ends) == 2 and all(ends):
        return both("check.range", least=_digits(ends[0]), most=_digits(ends[1]))
    return _digits(str(value))


_TIMES: Final = re.compile(r"(?<=\d)[a-z](?=\d)")  # the letter in 1080 by 1920


def _digits(value: str) -> Text:
    """Numbers with separators of thousands; Persian ones keep their order in any line."""
    if value.isdigit():
        english = f"{int(value):,}"
        return Text(english, persian_digits(english).replace(",", "٬"))
    if ":" in value:
        return ratio(value)
    shown = _TIMES.sub("×", value)
    return Text(shown, f"\u2066{persian_digits(shown).replace('.', '٫')}\u2069")
