"""The forms of a word that a lexicon entry may allow besides the one it is written in."""

import re
from collections.abc import Callable, Iterator
from typing import Final, Literal, get_args

EnglishForm = Literal["plural", "verb"]
PersianForm = Literal["plural", "ending", "degree", "order", "is"]
Form = Literal["plural", "verb", "ending", "degree", "order", "is"]
LANGUAGES: Final[dict[str, tuple[str, ...]]] = {
    "en": get_args(EnglishForm),
    "fa": get_args(PersianForm),
}

_PERSIAN: Final[dict[str, tuple[str, ...]]] = {
    "plural": ("ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان"),
    # Possession, "a certain", and the link to the next word.
    "ending": ("ی", "م", "ت", "ش", "مان", "تان", "شان", "مون", "تون", "شون"),
    "degree": ("تر", "ترین", "تری"),
    # An order given to one, to several or politely, and in spoken spelling.
    "order": ("ید", "ین", "ش", "یدش"),
    # The spoken "is" and "are", as in محشره and معرکه‌ست.
    "is": ("ه", "ست", "س", "ند", "اند", "ن"),
}
_SIBILANT: Final = re.compile(r"(?:[sxz]|[cs]h)\Z")
_VOWELS: Final = "aeiou"


def endings(word: str, language: str, forms: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each further form of a last word, as the word itself and an ending that may stand apart.

    Example:
        >>> list(endings("deal", "en", ("plural",))), list(endings("کتاب", "fa", ("degree",)))[0]
        ([('deals', '')], ('کتاب', 'تر'))
    """
    for form in forms:
        if language == "en":
            yield from ((made, "") for made in _ENGLISH[form](word))
        else:
            yield from ((word, ending) for ending in _PERSIAN[form])
            if form == "order" and word.endswith("ه"):  # بده: بدهید, and in speech بدید
                yield from ((word[:-1] + ending, "") for ending in ("ید", "ین"))
            if form == "is" and word.endswith("ه"):  # فوق‌العاده: فوق‌العادست
                yield (word[:-1] + "ست", "")


def _plural(word: str) -> list[str]:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return [word[:-1] + "ies"]
    return [word + ("es" if _SIBILANT.search(word) else "s")]


def _verb(word: str) -> list[str]:
    """Third person, -ing and -ed of a regular verb; a doubled letter needs an entry of its own."""
    if word.endswith("e"):
        return [word + "s", word[:-1] + "ing", word + "d"]
    past = word[:-1] + "ied" if word.endswith("y") and word[-2:-1] not in _VOWELS else word + "ed"
    return [*_plural(word), word + "ing", past]


_ENGLISH: Final[dict[str, Callable[[str], list[str]]]] = {"plural": _plural, "verb": _verb}
