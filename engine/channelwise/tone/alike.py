"""Which texts are the same but for a few words, without comparing each with all others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

Token = str  # a word; of one that stands again, also how often it stood
Tokens = frozenset[Token]

WHOLE: Final = 100


def tokens(words: Iterable[str]) -> Tokens:
    """The words of a text as a set in which a word that stands twice counts twice."""
    seen = Counter[str]()
    found = set[Token]()
    for word in words:
        seen[word] += 1
        found.add(word if seen[word] == 1 else f"{word} {seen[word]}")
    return frozenset(found)


def percent_alike(one: Tokens, other: Tokens) -> int:
    """Of 100 words of two texts, how many stand in both; rounded down, whatever their order.

    It is Dice's coefficient: twice the words in common by the words of both.

    Example:
        >>> percent_alike(tokens(["warm", "rye", "bread"]), tokens(["warm", "rye", "buns"]))
        66

    """
    both = len(one) + len(other)
    return WHOLE * 2 * len(one & other) // both if both else WHOLE


class Shelf:
    """Texts on a shelf, found again by their rarest words.

    Texts that are alike to `percent` have so many words in common that one of the rarest of each
    must be among them; so a text is compared only with those that share one of these.
    (Prefix filtering: Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007.)
    """

    def __init__(self, texts: Sequence[Tokens], percent: int) -> None:
        self._texts, self._percent = texts, percent
        self._often = Counter(token for text in texts for token in text)
        self._same: dict[Tokens, list[int]] = defaultdict(list)
        self._by_word: dict[Token, list[int]] = defaultdict(list)

    def put(self, number: int) -> None:
        """From now on, the text is found."""
        text = self._texts[number]
        self._same[text].append(number)
        for token in self._telling(text):
            self._by_word[token].append(number)

    def alike(self, number: int) -> Iterator[tuple[int, int]]:
        """Texts put before that are alike, equal ones first, each with its percentage."""
        text = self._texts[number]
        same = self._same.get(text, [])
        yield from ((other, WHOLE) for other in same)
        near = {other for token in self._telling(text) for other in self._by_word.get(token, ())}
        for other in sorted(near.difference(same)):
            if self._too_unlike(len(text), len(self._texts[other])):
                continue
            percent = percent_alike(text, self._texts[other])
            if percent >= self._percent:
                yield other, percent

    def _too_unlike(self, one: int, other: int) -> bool:
        """True if texts of so many words cannot be alike, whatever the words are."""
        return WHOLE * 2 * min(one, other) < self._percent * (one + other)

    def _telling(self, text: Tokens) -> list[Token]:
        """The rarest words: if none of them is in another text, too few can be in common."""
        least = -(-self._percent * len(text) // (2 * WHOLE - self._percent))
        ordered = sorted(text, key=lambda token: (self._often[token], token))
        return ordered[: len(text) - least + 1]
