"""Finds the words and phrases of lexicons in a text: one automaton, the longest match first.

The automaton is a tree of atoms. From each atom of the text it goes at most as deep as the
longest phrase is long, so its time grows with the text, not with the number of phrases.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import Final, NamedTuple

from channelwise.tone.atoms import ATOM, Atoms, gap
from channelwise.tone.folding import fold
from channelwise.tone.forms import endings
from channelwise.tone.spoken import spoken

# Beyond these an entry is refused when its file is checked.
MOST_ATOMS: Final = 12
MOST_GLUED: Final = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of one language; `exempt` ones keep others from being found in them."""

    text: str
    language: str
    lexicon: str
    forms: tuple[str, ...] = ()
    exempt: bool = False
    better: str = ""
    certain: bool = False


class Hit(NamedTuple):
    """An entry found: offsets in the folded text, and how many atoms it took."""

    start: int
    end: int
    entry: Entry
    atoms: int


class TooLong(ValueError):  # noqa: N818 - the name says what is wrong
    """An entry without a word, with too many of them, or with too many glued ones."""


@dataclass(slots=True)
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)  # by language, the first of equals


class Matcher:
    """Finds entries. Frozen once made: it may be shared between threads.

    Example:
        >>> from channelwise.tone.atoms import atoms
        >>> matcher = Matcher([Entry("می‌شود", "fa", "verbs")])
        >>> text = fold("نمی‌شود، ولی میشود و می شود").text
        >>> [text[hit.start : hit.end] for hit in matcher.hits(atoms(text))]
        ['میشود', 'می\u200cشود']
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._root = _Node()
        needed: set[str] = set()
        for entry in entries:
            for variant in variants(entry):
                self._add(variant, entry)
                if not entry.exempt:
                    needed.add(max(variant, key=len))
        self.needed: Final = frozenset(needed)
        """The longest word of each entry: a text that has none of them has no hit."""

    def _add(self, variant: tuple[str, ...], entry: Entry) -> None:
        node = self._root
        for atom in variant:
            node = node.next.setdefault(atom, _Node())
        node.entries.setdefault(entry.language, entry)

    def entries(self) -> Iterator[Entry]:
        """Every entry once, in the order in which they came in as far as their first words go."""
        seen: set[Entry] = set()
        nodes = [self._root]
        while nodes:
            node = nodes.pop()
            yield from (one for one in node.entries.values() if one not in seen)
            seen.update(node.entries.values())
            nodes.extend(reversed(node.next.values()))

    def hits(
        self, text: Atoms, languages: frozenset[str] | None = None, first: int = 0,
        end: int | None = None, *, exempt: bool = False,
    ) -> Iterator[Hit]:  # fmt: skip
        """Hits from the atom `first` to `end`, of these languages or of all, none overlapping.

        With `exempt`, the phrases that keep others from being found come as hits as well.
        """
        stop = len(text.words) if end is None else end
        free = first  # from here on, no hit has taken the atoms
        for index in self._beginnings(text, first, stop):
            hit = self._longest(text, index, stop, languages) if index >= free else None
            if hit is None:
                continue
            free = index + hit.atoms
            if exempt or not hit.entry.exempt:
                yield hit

    def _beginnings(self, text: Atoms, first: int, stop: int) -> Sequence[int]:
        """The atoms in a range with which an entry begins, in order.

        Most texts have none of the words of most lexicons: of a whole text, the sets are compared.
        """
        known = self._root.next
        if first > 0 or stop < len(text.words):
            return [index for index in range(first, stop) if text.words[index] in known]
        places = text.places
        return sorted(index for word in known.keys() & places.keys() for index in places[word])

    def _longest(
        self, text: Atoms, first: int, stop: int, languages: frozenset[str] | None
    ) -> Hit | None:
        if text.words[first] not in self._root.next or not text.free_before(first):
            return None
        best: Hit | None = None
        node: _Node | None = self._root
        for index in range(first, stop):
            node = node.next.get(text.words[index]) if node else None
            if node is None:
                break
            entry = (
                _of(node.entries, languages) if node.entries and text.free_after(index) else None
            )
            if entry is not None:
                span = text.spans[first][0], text.spans[index][1]
                best = Hit(*span, entry, index - first + 1)
            if index + 1 == len(text.words) or text.gaps[index] == "break":
                break
        return best


def _of(entries: Mapping[str, Entry], languages: frozenset[str] | None) -> Entry | None:
    """The entry of the wanted languages, by the name of the language if there are several."""
    for language in sorted(entries):
        if languages is None or language in languages:
            return entries[language]
    return None


def variants(entry: Entry) -> Iterator[tuple[str, ...]]:
    """Every way of writing an entry, as atoms: glued or apart, in its forms, and as spoken."""
    for written in _written(entry):
        yield written
        if entry.language == "fa":
            yield from spoken(written)


def _written(entry: Entry) -> Iterator[tuple[str, ...]]:
    text = fold(entry.text).text
    found = list(ATOM.finditer(text))
    if not found or len(found) > MOST_ATOMS:
        raise TooLong(entry.text)
    pairs = pairwise(found)
    glued = [gap(text[before.end() : after.start()]) == "glue" for before, after in pairs]
    if sum(glued) > MOST_GLUED:
        raise TooLong(entry.text)
    base = tuple(match[0] for match in found)
    yield from spellings(base, tuple(glued))
    for last, ending in endings(base[-1], entry.language, entry.forms):
        whole = (*base[:-1], last, fold(ending).text) if ending else (*base[:-1], last)
        yield from spellings(whole, (*glued, True) if ending else tuple(glued))


def spellings(parts: tuple[str, ...], glued: tuple[bool, ...]) -> Iterator[tuple[str, ...]]:
    """The parts with each glue kept as a seam or closed up.

    Example:
        >>> list(spellings(("می", "شود"), (True,)))
        [('می', 'شود'), ('میشود',)]
    """
    for closed in product(*((False, True) if glue else (False,) for glue in glued)):
        atoms = [parts[0]]
        for part, together in zip(parts[1:], closed, strict=True):
            if together:
                atoms[-1] += part
            else:
                atoms.append(part)
        yield tuple(atoms)
