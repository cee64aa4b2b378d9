"""Persian verbs by person: who speaks, and to whom, often shows in the verb alone.

`پختیم` needs no `ما`. A lexicon names a verb by its two stems, and the forms of one person are
made from them. Forms that are mostly other words, or leave the person open, are left out.
"""

from collections.abc import Iterator
from typing import Final, Literal

Person = Literal["i", "we", "you_familiar", "you_polite"]

_ENDINGS: Final[dict[Person, tuple[str, ...]]] = {
    "i": ("م",), "we": ("یم",), "you_familiar": ("ی",), "you_polite": ("ید", "ین"),
}  # fmt: skip
# The familiar past is left out: کردی is also Kurdish, and many more are adjectives.
_PAST: Final[dict[Person, tuple[str, ...]]] = {
    "i": ("م", "ه\u200cام"), "we": ("یم", "ه\u200cایم"), "you_familiar": (),
    "you_polite": ("ید", "ین", "ه\u200cاید"),
}  # fmt: skip
# What is wished or ordered. Of several who wish, mostly writer and reader are meant: ببینیم.
_WISHED: Final[dict[Person, tuple[str, ...]]] = {
    "i": ("م",), "we": (), "you_familiar": ("",), "you_polite": ("ید", "ین"),
}  # fmt: skip


def conjugated(past: str | None, present: str | None, person: Person) -> Iterator[str]:
    """The forms of a verb for a person, with half-spaces where Persian joins by rule.

    Example:
        >>> list(conjugated(None, "پز", "we"))
        ['می\u200cپزیم', 'نمی\u200cپزیم']
    """
    if present:
        for said in (present + ending for ending in _ENDINGS[person]):
            yield from (f"می\u200c{said}", f"نمی\u200c{said}")
        # Of one letter, other words would come: نرم is soft, and not "I do not go".
        if len(present) > 1:
            wished = [present + ending for ending in _WISHED[person]]
            yield from (_prefixed(sign, said) for said in wished for sign in "بن")
    if past:
        yield from _past(past, person)


def _past(stem: str, person: Person) -> Iterator[str]:
    for said in (stem + ending for ending in _PAST[person]):
        yield from (said, _prefixed("ن", said))
        if "\u200c" not in said:
            yield from (f"می\u200c{said}", f"نمی\u200c{said}")


def _prefixed(sign: str, word: str) -> str:
    """A sign glides into a stem that begins with a vowel: نیامدم, بیندازم, but نایستادم."""
    if word.startswith("آ"):
        return f"{sign}یا{word[1:]}"
    if word.startswith("ا") and not word.startswith("ای"):
        return f"{sign}ی{word[1:]}"
    return sign + word
