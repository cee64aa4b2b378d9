"""Keeps text of both directions in order, whether or not a terminal knows of direction.

Terminals with bidirectional text lay out each line from left to right unless told otherwise, so
a Persian line gets its full stop on the wrong side. Each line of Persian is therefore put in a
right-to-left isolate and pushed to the right by blanks, and foreign runs inside it (ids, Latin
names) in isolates of their own. Without bidirectional text the controls take no room, and blanks
and the order of columns still put everything where it belongs.
"""

import re
from collections.abc import Iterator
from typing import Final

from channelwise.vocabulary import Lang

LRI: Final = "\u2066"
RLI: Final = "\u2067"
FSI: Final = "\u2068"
PDI: Final = "\u2069"
CONTROLS: Final = LRI + RLI + FSI + PDI
_OPENING: Final = LRI + RLI + FSI

# Without × and ÷, which stand among the letters of Latin-1.
_LETTERS: Final = {
    "fa": "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f",
    "en": "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc",
}
# What may stand between those letters: digits, marks and, in Persian words, the half-space.
_MARKS: Final = {"fa": "!-~\u2019", "en": "!-@\\[-`{-~\u200c\u200d"}
_FOREIGN: Final = {
    lang: re.compile(rf"[{marks}]*[{letters}][{letters}{marks}]*(?: +[{letters}{marks}]+)*")
    for (lang, letters), marks in zip(_LETTERS.items(), _MARKS.values(), strict=True)
}
_CONTROL: Final = re.compile(f"[{CONTROLS}]")
_CLOSERS: Final = {")": "(", "]": "[", "}": "{"}
_OPENERS: Final = {opener: closer for closer, opener in _CLOSERS.items()}


def left_to_right(text: str) -> str:
    """A number with its sign, a sum or a bar, which Persian writes from left to right as well."""
    return f"{LRI}{text}{PDI}"


def mixed(text: str, lang: Lang) -> str:
    """The text with each run of the other direction in an isolate; what is in one stays as it is.

    Example:
        >>> mixed("حساب acme (US).", "fa") == "حساب \u2068acme (US)\u2069."
        True
    """
    return "".join(
        part if inside else _FOREIGN[lang].sub(lambda found: _isolated(found[0]), part)
        for part, inside in _parts(text)
    )


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut at its outermost isolates, and whether each part is one."""
    depth = start = 0
    for found in _CONTROL.finditer(text):
        if found[0] in _OPENING:
            if not depth:
                yield text[start : found.start()], False
                start = found.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield text[start : found.end()], True
                start = found.end()
    yield text[start:], depth > 0


def _isolated(run: str) -> str:
    """The run in an isolate, without the marks that belong to the sentence around it."""
    start, end = 0, len(run)
    while end > start and _hangs_on(run[start:end]):
        end -= 1
    while start < end and run[start] in _OPENERS and _alone(run[start:end], run[start]):
        start += 1
    core = run[start:end]
    return f"{run[:start]}{FSI}{core}{PDI}{run[end:]}" if core else run


def _hangs_on(run: str) -> bool:
    last = run[-1]
    if last in _CLOSERS:
        return run.count(last) > run.count(_CLOSERS[last])
    return last in " .,:;!?"


def _alone(run: str, opener: str) -> bool:
    return run.count(opener) > run.count(_OPENERS[opener])


def balanced(lines: list[str]) -> list[tuple[str, str]]:
    """For each line of a wrapped text, what to put before and after it.

    An isolate ends with its line, so one that a wrap cut in two is closed and opened again.
    """
    found: list[tuple[str, str]] = []
    still_open: list[str] = []
    for line in lines:
        before = "".join(still_open)
        for sign in line:
            if sign in _OPENING:
                still_open.append(sign)
            elif sign == PDI and still_open:
                still_open.pop()
        found.append((before, PDI * len(still_open)))
    return found
