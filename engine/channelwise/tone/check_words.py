"""Checks the words of lexicons and rules: usable, in their own script, and each only once."""

import re
from collections.abc import Mapping
from typing import Any, Final

from channelwise.files.show import shortened
from channelwise.files.tree import Path
from channelwise.rules.checking import Check
from channelwise.tone.conjugation import conjugated
from channelwise.tone.forms import LANGUAGES
from channelwise.tone.words import MOST_ATOMS, MOST_GLUED, Entry, TooLong, variants

Seen = dict[tuple[str, ...], int]

_ARABIC_SCRIPT: Final = re.compile("[\u0600-\u06ff]")


def check_wordings(
    check: Check, group: Mapping[str, Any], path: Path, seen: Seen, *, own: bool = False
) -> None:
    """Reports what is wrong with the words of a group.

    `seen` are the spellings that came before, with their lines, so that none comes twice.
    `own` tells that the words are the value at `path` itself, and not under its key `words`.
    """
    language, forms = group["language"], tuple(group.get("forms", ()))
    for index, form in enumerate(forms):
        if form not in LANGUAGES[language]:
            allowed = ", ".join(LANGUAGES[language])
            message = f"'{form}' is no form of this language; it has: {allowed}"
            check.report((*path, "forms", index), message)
            return
    for index, word in enumerate(group.get("words", ())):
        where = (*path, index) if own else (*path, "words", index)
        _wording(check, Entry(word, language, "", forms), where, seen)
    for index, verb in enumerate(group.get("verbs", ())):
        for form in conjugated(verb.get("past"), verb.get("present"), group["person"]):
            _wording(check, Entry(form, language, ""), (*path, "verbs", index), seen)


def _wording(check: Check, entry: Entry, path: Path, seen: Seen) -> None:
    shown = shortened(entry.text)
    if entry.language == "en" and _ARABIC_SCRIPT.search(entry.text):
        check.report(path, f"'{shown}' is not English")
    try:
        spellings = [(entry.language, *spelling) for spelling in variants(entry)]
    except TooLong:
        limits = f"1 to {MOST_ATOMS} words and at most {MOST_GLUED} half-spaces or hyphens"
        check.report(path, f"'{shown}' must have {limits}")
        return
    line = check.document.place(path).line
    before = seen.get(spellings[0])
    if before is not None:
        check.report(path, f"'{shown}' is on line {before} already, or one of its forms")
    for spelling in spellings:
        seen.setdefault(spelling, line)
