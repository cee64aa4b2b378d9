"""One spelling for what readers take as the same, with the way back to what was written.

What folds together: Arabic and Persian yeh and kaf, hamza on its bearers, alef with and without
madda, all digits, width and letter styles (NFKD), case, curly and straight quotes, all spaces.
What goes: tatweel, vowel signs and accents, direction marks and other signs without a width.

The half-space (ZWNJ) stays where it joins two letters or digits, and goes everywhere else. A
space takes its place where Persian joins by rule: after `می` and `نمی`, and before the endings
of plural and degree. So `می‌شود` and `می شود` fold alike; that `میشود` is the same word is left
to the matching of lexicons (see `channelwise.tone.atoms`). Behind a letter that never joins the
next one it cannot be seen, and goes: `کار‌ها`, `کار ها` and `کارها` fold alike. The link after a
final heh goes in each of its spellings, so that `خانهٔ`, `خانه‌ی` and `خانه ی` fold alike.
Persian letters that are drawn out to three or more become one: `سلاااام` is `سلام`.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

JOINER: Final = "\u200c"
_KEPT_CHARACTERS: Final = 4096
_ENDINGS: Final = "های|هایی|هایم|هایت|هایش|هایمان|هایتان|هایشان|ها|ترین|تر"
_LETTER: Final = r"[^\W\d_]"
_SPLIT: Final = re.compile(
    rf"(?<![\w{JOINER}])ن?می (?={_LETTER})|(?<={_LETTER}) (?=(?:{_ENDINGS})(?![\w{JOINER}]))"
)
_UNSEEN: Final = re.compile(
    rf"(?<=[ادذرزژو]){JOINER}(?=(?:{_ENDINGS}|هام|هات|هاش|هامون|هاتون|هاشون|تری|ست|ند)(?![\w{JOINER}]))"
)
_LINK: Final = re.compile(rf"(?<=ه)(?:[{JOINER} ]ی(?![\w{JOINER}]))+")
# Laughter, خخخ and ههه, is a word of its own.
_DRAWN_OUT: Final = re.compile(r"(?<=([ءابپتثجچحدذرزژسشصضطظعغفقکگلمنوی]))\1{2,}")
# Signs that Unicode keeps apart, and people and keyboards do not; NFKD and the loss of marks do
# the rest, such as alef with madda.
_SAME: Final = {
    **dict.fromkeys("يىېےۍ", "ی"), **dict.fromkeys("كڪ", "ک"), **dict.fromkeys("ەةہھ", "ه"),
    "ٱ": "ا",
    **dict.fromkeys("’‘ʼ‛´`", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‐‑−", "-"),
    "–": "—", "؟": "?", "،": ",", "؛": ";", "٪": "%", "٫": ".", "٬": ",",
    **dict.fromkeys("\u2028\u2029\x85\x0b\x0c\r", "\n"), "\t": " ",
}  # fmt: skip
_DROPPED: Final = ("Mn", "Me", "Cf")
_TATWEEL: Final = "ـ"


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `starts` and `ends` give the original stretch of each of its characters.

    Example:
        >>> found = fold("كِتاب های")
        >>> found.text, found.span(0, 4)
        ('کتاب\u200cهای', (0, 5))
    """

    text: str
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original code points of a folded stretch; marks that folding took are included."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else self.size
            return at, at
        return self.starts[start], self.ends[end - 1]

    def at(self, original: int) -> int:
        """The first folded character that begins at or after an original offset."""
        return bisect_left(self.starts, original)

    @property
    def size(self) -> int:
        """Code points of the original, as far as they reach the folded text."""
        return self.ends[-1] if self.ends else 0


def fold(text: str) -> Folded:
    """The folded text and the map back, in time that grows with the length alone."""
    if text.isascii() and "\r" not in text:
        folded = text.lower().replace("\t", " ").replace("\x0b", "\n").replace("\x0c", "\n")
        folded = folded.replace("`", "'")
        return Folded(folded, range(len(text)), range(1, len(text) + 1))
    parts: list[str] = []
    starts, ends = array("q"), array("q")
    for start, end, new in _pieces(text):
        if len(new) == end - start:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        elif new:
            starts.extend([start] * len(new))
            ends.extend([end] * len(new))
        elif ends:
            ends[-1] = end  # a mark belongs to the letter that it stands on
        parts.append(new)
    short = _without(_DRAWN_OUT, Folded("".join(parts), starts, ends))
    linked = _without(_LINK, Folded(_joined(short.text), short.starts, short.ends))
    return _without(_UNSEEN, linked)


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Stretches of the original with what they become; a joiner waits for the letter after it.

    A stretch becomes as many characters as it has, or it is a single character.
    """
    before, joiner = "", -1
    for start, end, new in _runs(text):
        if new == JOINER:
            joiner = start if before.isalnum() and joiner < 0 else joiner
            continue
        if joiner >= 0 and new:
            if new[0].isalnum():
                yield joiner, joiner + 1, JOINER
            joiner = -1
        yield start, end, new
        before = new[-1] if new else before


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Long runs that fold character by character, and alone what becomes none or several."""
    mapped = text.translate(_ONE_TO_ONE)
    at = 0
    for odd in _ODD_ONES.finditer(mapped):
        start = odd.start()
        if start > at:
            yield at, start, mapped[at:start]
        at = start + 1
        character = text[start]
        if character == JOINER:
            yield start, at, JOINER
        elif character != "\r" or text[at : at + 1] != "\n":
            yield start, at, folded_character(character)
    if at < len(text):
        yield at, len(text), mapped[at:]


class _OneToOne(dict[int, str]):
    """For `str.translate`: what a character becomes, or `_ODD` if that is not one character."""

    def __missing__(self, code: int) -> str:
        new = folded_character(chr(code))
        found = new if len(new) == 1 and chr(code) not in (JOINER, "\r") else _ODD
        if len(self) < _KEPT_CHARACTERS:
            self[code] = found
        return found


_ODD: Final = "\ud800"  # no text that was read holds it; in one that does, it is looked at alone
_ODD_ONES: Final = re.compile(_ODD)
_ONE_TO_ONE: Final = _OneToOne()


@lru_cache(maxsize=_KEPT_CHARACTERS)
def folded_character(character: str) -> str:
    """What one character becomes by itself: nothing, one character, or several."""
    new, old = _step(character), character
    while new != old:
        new, old = "".join(map(_step, new)), new
    return new


def _step(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    category = unicodedata.category(character)
    if category in _DROPPED or character == _TATWEEL:
        return ""
    if category == "Zs":
        return " "
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    # A bare accent decomposes into a space and a mark; it is neither a space nor a letter.
    plain = unicodedata.normalize("NFKD", character)
    return plain.casefold() if plain[0] != " " or character == " " else ""


def _joined(text: str) -> str:
    """The text with a joiner for the space that splits a Persian word."""
    return _SPLIT.sub(lambda found: found[0].replace(" ", JOINER), text)


def _without(part: re.Pattern[str], folded: Folded) -> Folded:
    """Without what the pattern finds, whose place the letter before then takes as well."""
    text, parts, at = folded.text, list[str](), 0
    starts, ends = array("q"), array("q")
    for link in part.finditer(text):
        parts.append(text[at : link.start()])
        starts.extend(folded.starts[at : link.start()])
        ends.extend(folded.ends[at : link.start()])
        ends[-1] = folded.ends[link.end() - 1]
        at = link.end()
    if not at:
        return folded
    starts.extend(folded.starts[at:])
    ends.extend(folded.ends[at:])
    return Folded("".join([*parts, text[at:]]), starts, ends)
