"""Words that take back what stands beside them: `no free shipping`, `تخفیف نداریم`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from channelwise.tone.atoms import Atoms
from channelwise.tone.words import Entry, Matcher

# A denial works on what is near: so many words before it, and fewer after it, as the Persian
# verb follows at once.
BEFORE: Final = 3
AFTER: Final = 2


@dataclass(frozen=True, slots=True)
class Denial:
    """What denies in front of a hit, and behind it."""

    before: Matcher
    after: Matcher

    def takes_back(self, text: Atoms, first: int, end: int, languages: frozenset[str]) -> bool:
        """True if the atoms from `first` to `end` are denied within their own clause."""
        low, high = _reach(text, first, end)
        return any(self.before.hits(text, languages, low, first)) or any(
            self.after.hits(text, languages, end, high)
        )


def _reach(text: Atoms, first: int, end: int) -> tuple[int, int]:
    """How far a denial may stand away; what punctuation parts is another clause."""
    low, high = first, end
    while low > 0 and first - low < BEFORE and text.gaps[low - 1] != "break":
        low -= 1
    while 0 < high < len(text.words) and high - end < AFTER and text.gaps[high - 1] != "break":
        high += 1
    return low, high


def denial(lexicons: Iterable[Mapping[str, Any]]) -> Denial | None:
    """What denies the words of checked lexicons; None if nothing does."""
    sides: dict[str, list[Entry]] = {"before": [], "after": []}
    for lexicon in lexicons:
        for language, given in lexicon.get("denied_by", {}).items():
            for side, found in sides.items():
                found += [Entry(word, language, lexicon["id"]) for word in given.get(side, ())]
    if not any(sides.values()):
        return None
    return Denial(Matcher(sides["before"]), Matcher(sides["after"]))
