"""Where paragraphs, sentences, clauses and words of a text end, in English and Persian.

One pass over the words. A break that is in doubt, such as the one after an abbreviation, is
taken for the end of a word: a sentence that is kept whole by mistake does no harm. Nor is one
of full worth where two things belong together: a quote and who said it, a line with a colon and
what it announces, the sentences in one pair of brackets, a text and the hashtags that close it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from channelwise.adapt.hashtags import closing_at
from channelwise.adapt.marks import Span

PARAGRAPH, SENTENCE, CLAUSE, WORD, LETTER = range(5)

# Blanks that bind two words are left out. Some scripts end a sentence without a blank.
_BREAK: Final = re.compile(
    "[^\\S\u00a0\u2007\u202f]+|(?<=[\u3002\uff01\uff1f])(?![\u3002\uff01\uff1f\u300d\u300f\u201d])"
)
_OPENERS: Final = "\"'“‘«‹([{\u2066\u2067\u2068"
_CLOSERS: Final = "\"'”’»›)]}\u2069\u200e\u200f\u300d\u300f"
_SENTENCE_MARKS: Final = ".!?…؟\u3002\uff01\uff1f"
_CLAUSE_MARKS: Final = ",;:،؛、—–"
_DASHES: Final = frozenset(("-", "–", "—"))
# Signs that stand before what they belong to; other signs and emoji stand behind it.
_LEADING: Final = frozenset("👉➡→▶►⬇•·▪●✅✔☑🔹🔸📍📌📞☎🔗*")
_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")
# What a line announces that ends so stands on the next one.
_ANNOUNCING: Final = (":", "\uff1a", "👇", "👇🏻", "⬇", "⬇\ufe0f")
# Brackets and quotes in pairs; sentences in one pair stay together where there is room.
_PAIRS: Final = re.compile(
    "\\([^()\n]{1,500}\\)|\\[[^][\n]{1,500}\\]|«[^«»\n]{1,500}»|“[^“”\n]{1,500}”"
)
# What tells who said the words before it, in a script that has no small letters.
_SAID: Final = re.compile("(?:گفت|گفتم|گفتند|می‌گوید|می‌گویند|پرسید|پرسیدم|نوشت|نوشتند)(?!\\w)")
_QUOTES: Final = "\"'”’»\u300d\u300f"
_HEADING: Final = re.compile(r"#{1,6} \S")
_TITLE: Final = re.compile(r"[^\W_][^\n]{0,58}[^\W_]")
_ELLIPSES: Final = ("...", "…")
_DIGIT: Final = re.compile(r"\d")
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
        [3, 1, 2, 3]
    """
    found: list[Break] = []
    begun = 0
    for end, start in _gaps(text, whole):
        if begun < end and start < len(text):
            _add(found, text, begun, end, start)
            begun = start
    return list(_together(text, found))


def _gaps(text: str, whole: Sequence[Span]) -> Iterator[Span]:
    """Where blanks begin and end, but for those in a stretch that stays whole."""
    at = 0
    for blank in _BREAK.finditer(text):
        while at < len(whole) and whole[at][1] <= blank.start():
            at += 1
        if at == len(whole) or blank.end() <= whole[at][0]:
            yield blank.span()


def _together(text: str, found: Sequence[Break]) -> Iterator[Break]:
    """The breaks, those of less worth that part what belongs together; names stay in one."""
    closing, pairs, before = closing_at(text), _PAIRS.finditer(text), 0
    pair = next(pairs, None)
    for one in found:
        while pair and pair.end() <= one.end:
            pair = next(pairs, None)
        inside = pair is not None and pair.start() < one.end
        if one.level == WORD and before != one.start and _binds(text, one):
            before = text.find(" ", one.start) + 1  # the next one is kept, so that a row can end
            continue
        least = CLAUSE if inside or _announces(text, one) else PARAGRAPH
        yield one._replace(level=WORD if one.start == closing else max(one.level, least))


def _announces(text: str, one: Break) -> bool:
    """Whether a line stands for what is below: it ends with a colon, or is a heading."""
    if one.level >= CLAUSE:
        return False
    if text.endswith(_ANNOUNCING, 0, one.end):
        return True
    line = text[text.rfind("\n", 0, one.end) + 1 : one.end]
    apart = one.level == PARAGRAPH and text.rfind("\n\n", 0, one.end) + 2 >= one.end - len(line)
    return _HEADING.match(line) is not None or (apart and _TITLE.fullmatch(line) is not None)


def _binds(text: str, one: Break) -> bool:
    """Whether a shortened word belongs to the one behind it: Dr. Smith, No. 7, J. Miller."""
    word = text[text.rfind(" ", 0, one.end) + 1 : one.end].lstrip(_OPENERS)
    if not word.endswith(".") or text[one.end : one.start] != " ":
        return False
    stem, following = word[:-1].lower(), text[one.start : one.start + 1]
    if stem in _TITLES or (stem in _SHORTENED and _DIGIT.match(following)):
        return True
    caseless = following.isalpha() and not (following.islower() or following.isupper())
    apart = following.isupper() or following.isdecimal() or caseless or "." in stem
    return apart and _INITIALS.fullmatch(stem) is not None and stem not in _HOURS


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
        return CLAUSE if _goes_on(text, end, start) else SENTENCE
    is_list_mark = first and text[begun:end] in _DASHES
    return CLAUSE if last in _CLAUSE_MARKS and not is_list_mark else WORD


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether a sentence goes on behind a mark: “Is there more?” she asked. Wait... and see."""
    quoted = text[end : end + 1] in _QUOTES and end < start and bool(text[end : end + 1].strip())
    if quoted and _SAID.match(text, start):
        return True
    small = text[start : start + 1].islower()
    return small and (quoted or text.endswith(_ELLIPSES, 0, end))


def _ends_sentence(word: str, following: str, *, first: bool) -> bool:
    """Whether a full stop behind a word ends a sentence."""
    before, _, last = word[:-1].rpartition(" ")  # a number stays in one with its unit
    first, stem = first and not before, last.lstrip(_OPENERS).lower()
    capital = following.lstrip(_OPENERS)[:1].isupper()
    if stem in _TITLES:
        return False
    if stem in _SHORTENED or stem in _HOURS:
        return capital
    if first and stem.isdecimal():  # the number of an item in a list
        return False
    return not _INITIALS.fullmatch(stem)
