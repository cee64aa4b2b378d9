"""Which rules may find something in a text, told for all rules at once by the words in it.

Most drafts hold none of the words that most rules look for. One look at each word of a draft,
and one for each string that patterns cannot do without, leaves a few rules that are then run.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from channelwise.tone.literals import literals
from channelwise.tone.model import (
    Conditional,
    Consistency,
    Existence,
    Find,
    Occurrence,
    Substitution,
    ToneRule,
)

# Parts of the body, whose words are known; links and alternative texts have words of their own.
_OF_BODY: Final = frozenset(("text", "first_line", "opening", "sentence", "hashtags"))


class Chances:
    """Which of some rules a text can break; rules are told by their number.

    Example:
        >>> Chances([]).of("bread", ["bread"])
        0
    """

    def __init__(self, rules: Sequence[ToneRule]) -> None:
        self._always = 0
        self._by_word: dict[str, int] = {}
        self._by_string: dict[str, int] = {}
        for number, rule in enumerate(rules):
            needed = _needed(rule)
            if needed is None:
                self._always |= 1 << number
                continue
            for strings, known in zip(needed, (self._by_word, self._by_string), strict=True):
                for one in strings:
                    known[one] = known.get(one, 0) | 1 << number

    def of(self, text: str, words: Iterable[str]) -> int:
        """A number whose bit n is set if rule n may find something in a folded text."""
        found, by_word = self._always, self._by_word
        for word in words:
            if word in by_word:
                found |= by_word[word]
        for string, rules in self._by_string.items():
            if rules & ~found and string in text:
                found |= rules
        return found


def _needed(rule: ToneRule) -> tuple[Iterable[str], Iterable[str]] | None:
    """Words and strings of which a text must have one to break a rule; None if it can without."""
    find = _find(rule)
    if find is None or rule.scope not in _OF_BODY:
        return None
    known = [literals(pattern) for _, pattern in find.patterns]
    return (find.matcher.needed, chain(*known)) if all(known) else None


def _find(rule: ToneRule) -> Find | None:
    """What must be found in a text for it to break a rule; None if nothing must."""
    check = rule.check
    if isinstance(check, Existence | Substitution):
        return check.find
    if isinstance(check, Occurrence):
        return check.find if check.more else None
    if isinstance(check, Conditional):
        return check.first
    return check.one if isinstance(check, Consistency) else None
