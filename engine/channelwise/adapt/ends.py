"""Where paragraphs, sentences, clauses and words of a text end, in English and Persian.

One pass over the words. A break that is in doubt, such as the one after an abbreviation, is
taken for the end of a word: a sentence that is kept whole by mistake does no harm.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from channelwise.adapt.marks import Span

PARAGRAPH, SENTENCE, CLAUSE, WORD, LETTER = range(5)

# Blanks that bind two words are left out. Some scripts end a sentence without a blank.
_BREAK: Final = re.compile(
    "[^\\S\u00a0\u2007\u202f]+|(?<=[\u3002\uff01\uff1f])(?![\u3002\uff01\uff1f\u300d\u300f\u201d])"
)
_OPENERS: Final = "\"'“‘«‹([{\u2066\u2067\u2068"
_CLOSERS: Final = "\"'”’»›)]}\u2069\u200e\u200f\u300d\u300f"
_SENTENCE_MARKS: Final = ".!?…؟؛\u3002\uff01\uff1f"
_CLAUSE_MARKS: Final = ",;:،、—–"
_DASHES: Final = frozenset(("-", "–", "—"))
# Signs that stand before what they belong to; other signs and emoji stand behind it.
_LEADING: Final = frozenset("👉➡→▶►⬇•·▪●✅✔☑🔹🔸📍📌📞☎🔗*")
_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_HOURS: Final = frozenset(("a.m", "p.m"))
# Never at the end of a sentence.
_TITLES: Final = frozenset(["mr", "mrs", "ms", "dr", "prof", "st", "vs", "approx", "mt", "dept"])
# At the end of a sentence only if a capital follows, and no number.
_SHORTENED: Final = frozenset(
    re.findall(
        r"\w+",
        "no nos nr fig p pp vol ext tel art ch sec est max min inc ltd co corp jr sr etc ave rd "
        "blvd jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat "
        "sun",
    )
)


class Break(NamedTuple):
    """Between `end`, behind what comes before, and `start` of what follows, lie only blanks."""

    end: int
    start: int
    level: int


def breaks(text: str, whole: Sequence[Span] = ()) -> list[Break]:
    """Every place where a text may be cut between words, with what ends there.

    Args:
        text: a text without blanks at its ends.
        whole: stretches that must not be cut, in order and without overlaps.

    Example:
        >>> [found.level for found in breaks("Dr. Ahmadi came. Then, we ate")]
        [3, 3, 1, 2, 3]
    """
    found: list[Break] = []
    begun = 0
    for end, start in _gaps(text, whole):
        if begun < end and start < len(text):
            _add(found, text, begun, end, start)
            begun = start
    return found


def _gaps(text: str, whole: Sequence[Span]) -> Iterator[Span]:
    """Where blanks begin and end, but for those in a stretch that stays whole."""
    at = 0
    for blank in _BREAK.finditer(text):
        while at < len(whole) and whole[at][1] <= blank.start():
            at += 1
        if at == len(whole) or blank.end() <= whole[at][0]:
            yield blank.span()


def _add(found: list[Break], text: str, begun: int, end: int, start: int) -> None:
    """The break behind one word. Signs behind a sentence take its end with them."""
    lines = text.count("\n", end, start)
    first = not found or "\n" in text[found[-1].end : found[-1].start]
    level = _level_behind(text, begun, end, start, first=first)
    word = text[begun:end]
    if not _LETTER_OR_DIGIT.search(word) and word[0] not in _LEADING and not first:
        before = found[-1]
        found[-1] = before._replace(level=WORD)
        level = min(level, before.level, CLAUSE)
    if lines:
        level = SENTENCE if lines == 1 else PARAGRAPH
    found.append(Break(end, start, level))


def _level_behind(text: str, begun: int, end: int, start: int, *, first: bool) -> int:
    while end > begun and text[end - 1] in _CLOSERS:
        end -= 1
    last = text[end - 1 : end]
    if not last or end == begun:
        return WORD
    if last == "." and not _ends_sentence(text[begun:end], text[start : start + 2], first=first):
        return WORD
    if last in _SENTENCE_MARKS:
        return SENTENCE
    is_list_mark = first and text[begun:end] in _DASHES
    return CLAUSE if last in _CLAUSE_MARKS and not is_list_mark else WORD


def _ends_sentence(word: str, following: str, *, first: bool) -> bool:
    """Whether a full stop behind a word ends a sentence."""
    stem = word[:-1].lstrip(_OPENERS).lower()
    capital = following.lstrip(_OPENERS)[:1].isupper()
    if stem in _TITLES:
        return False
    if stem in _SHORTENED or stem in _HOURS:
        return capital
    if first and stem.isdecimal():  # the number of an item in a list
        return False
    return not _INITIALS.fullmatch(stem)
