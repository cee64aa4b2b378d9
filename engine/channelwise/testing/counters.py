"""Counting units of a plugin: they cover every text, add up, and are quick with long ones."""

from collections.abc import Iterator
from time import process_time
from typing import Final

from channelwise.count.counting import count
from channelwise.count.model import Counter, CounterFailed
from channelwise.networks.build import units
from channelwise.plugins.units import checked_counter
from channelwise.testing.subject import Subject

# Between them: scripts, joiners, marks, flags, links, placeholders, line ends, and nothing.
SAMPLE_TEXTS: Final = (
    "",
    " ",
    "\n",
    "a",
    "Fresh bread at six.",
    "می‌خواهیم کتاب‌ها را بخوانیم",
    "日本語の文",
    "e\u0301 \u0958",
    "👨‍👩‍👧 👍🏽 🇮🇷 1️⃣ ❤️ \u00a9",
    "See https://example.com/menu?a=b and example.org!",
    "@acme @acme@example.org #bread",
    "[URL] {{name}}",
    "a\r\nb\rc\n",
    "\u200f\u202b\ufeff",
    "\U00010000\U0010ffff",
)
# What is slow with a text of this form grows with the square of its length, or worse.
_LONG: Final = ("a", "a.", "https://a.", "س", "😀", "\u0301", "@a@", "((")
_LENGTH: Final = 100_000
_MOST_SECONDS: Final = 10.0


def counters(subject: Subject) -> Iterator[str]:
    """The units that the network counts in measure every kind of text, and long ones in time."""
    known = {counter.name: counter for counter in subject.counters}
    for name in dict.fromkeys(unit for _, unit in units(subject.plain["network"])):
        if name in known:
            yield from counter_problems(known[name])
        else:
            yield f"no counting unit '{name}': the core has none, and the plugin registers none"


def counter_problems(counter: Counter) -> list[str]:
    """What is wrong with a unit: a list of texts, empty for one that is right.

    Example:
        >>> from channelwise.count.units import core_counter
        >>> counter_problems(core_counter("graphemes"))
        []
    """
    try:
        checked_counter(counter)
    except (TypeError, ValueError) as error:
        return [str(error)]
    failed = [said for text in SAMPLE_TEXTS if (said := _failure(counter, text))]
    return failed or [said for part in _LONG if (said := _too_slow(counter, part))]


def _failure(counter: Counter, text: str) -> str:
    try:
        count(text, counter)
    except CounterFailed as error:
        return f"{error} (on {text!r})"
    return ""


def _too_slow(counter: Counter, part: str) -> str:
    text = part * (_LENGTH // len(part))
    start = process_time()
    if said := _failure(counter, text):
        return said[:300]
    spent = process_time() - start
    if spent > _MOST_SECONDS:
        return f"'{counter.name}' takes {spent:.0f} s for {_LENGTH:,} characters of {part!r}"
    return ""
