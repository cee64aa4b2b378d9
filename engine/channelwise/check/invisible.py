"""Characters that nobody sees and that change what is read, or hide words in a text.

The joiners and single marks of direction are letters of daily Persian, closed isolates keep names
in their place, the flags of some countries are made of tag characters, and a space without width
parts words where a script has no other: all of these stay.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from channelwise.check.model import Finding
from channelwise.check.say import said, span_of
from channelwise.check.subject import own_finding
from channelwise.drafts.model import Draft
from channelwise.files.show import code_point

_FLAG: Final = "\U0001f3f4[\U000e0020-\U000e007e]{1,30}\U000e007f"
# Thai and Lao, Burmese, Khmer: written without spaces between words.
_UNSPACED: Final = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
_NO_WIDTH: Final = f"(?<!{_UNSPACED})\u200b(?!{_UNSPACED})"
_SIGN: Final = re.compile(
    f"{_FLAG}|([\ufeff\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]|{_NO_WIDTH})"
)
_ISOLATES, _END_ISOLATE = "\u2066\u2067\u2068", "\u2069"
_EMBEDDINGS, _END_EMBEDDING = "\u202a\u202b", "\u202c"
_OVERRIDES: Final = "\u202d\u202e"
_BOM: Final = "\ufeff"
# The names of code points, which texts know by their kind.
_KINDS: Final = {_BOM: "bom", "\u200b": "no_width", "\u202d": "to_right", "\u202e": "to_left"}


class Sign(NamedTuple):
    """An invisible character, where it is, and what kind: `open` for one without its end."""

    at: int
    kind: str


def invisible(text: str) -> list[Sign]:
    r"""The invisible characters that should not be there, in order.

    Example:
        >>> invisible("pay \u202e\u2066now\u2069 \u2067")
        [Sign(at=4, kind='to_left'), Sign(at=11, kind='open')]

    """
    signs, isolates, embeddings = list[Sign](), list[int](), list[int]()
    for found in _SIGN.finditer(text):
        sign, at = found[1], found.start()
        if sign is None:  # a flag
            continue
        if sign in _ISOLATES:
            isolates.append(at)
        elif sign in _EMBEDDINGS or sign in _OVERRIDES:
            embeddings.append(at)
        elif sign in (_END_ISOLATE, _END_EMBEDDING):
            waiting = isolates if sign == _END_ISOLATE else embeddings
            del waiting[-1:]
        if sign in _KINDS or sign >= "\U000e0000":
            signs.append(Sign(at, _KINDS.get(sign, "tag")))
    left = (at for at in (*isolates, *embeddings) if text[at] not in _OVERRIDES)
    return sorted([*signs, *(Sign(at, "open") for at in left)])


def invisible_findings(draft: Draft) -> Iterator[Finding]:
    """A warning for each kind of invisible character, at the first of that kind."""
    kinds: dict[str, list[int]] = {}
    for sign in invisible(draft.text):
        kinds.setdefault(sign.kind, []).append(sign.at)
    for kind, places in kinds.items():
        first = places[0]
        key = "invisible.open" if kind == "open" else "invisible"
        yield own_finding(
            "core.invisible", "warning", draft, span_of(draft, first, first + 1), key,
            name=said(f"invisible.{kind}.name"), code=code_point(draft.text[first]),
            number=len(places),
        )  # fmt: skip
