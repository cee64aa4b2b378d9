"""What a rule looks for, in a few of its words."""

import re
from collections.abc import Iterator
from typing import Final

from channelwise.reference.say import both, joined, listed
from channelwise.text import Text
from channelwise.texts import load
from channelwise.texts.direction import isolated
from channelwise.tone.model import Find
from channelwise.tone.words import Entry
from channelwise.vocabulary import LANGS, Lang

_PERSIAN: Final = re.compile("[\u0600-\u06ff]")
# Enough to see what is meant, and few enough for one sentence.
MOST: Final = 5


def things(find: Find) -> Text:
    """A few of the words that are looked for, in each language its own, and how many patterns."""
    entries = [entry for entry in find.matcher.entries() if not entry.exempt]
    words = [_words(entries)] if entries else []
    patterns = [both("rules.patterns", count=len(find.patterns))] if find.patterns else []
    return joined("rules.and", [*words, *patterns])


def _words(entries: list[Entry]) -> Text:
    return Text(*(_in(entries, lang) for lang in LANGS))


def _in(entries: list[Entry], lang: Lang) -> str:
    """Words of one language; of another where there are none in it."""
    own = [entry for entry in entries if entry.language == lang] or entries
    # Texts of one language hold words of another too: those of its own script are shown first.
    shown = sorted(_apart(own), key=lambda entry: _is_persian(entry) != (lang == "fa"))[:MOST]
    quotes = listed([_quoted(entry) for entry in shown])
    words = quotes if len(own) <= len(shown) else both("rules.more_words", words=quotes)
    return words.lang(lang)


def _is_persian(entry: Entry) -> bool:
    return bool(_PERSIAN.search(entry.text))


def _apart(entries: list[Entry]) -> Iterator[Entry]:
    """Entries that begin with different words, first of all; then the others."""
    first = {entry.text.split()[0]: entry for entry in reversed(entries)}
    kept = list(first.values())[::-1]
    yield from kept
    yield from (entry for entry in entries if entry not in kept)


def _quoted(entry: Entry) -> Text:
    if entry.better:
        return both("rules.better", word=entry.text, better=entry.better)
    texts = load()
    return Text(*(
        texts.ui("tone.quote", lang, text=isolated(entry.text, lang)) for lang in LANGS
    ))  # fmt: skip
