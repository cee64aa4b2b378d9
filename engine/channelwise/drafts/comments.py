"""Comments in Markdown, `<!-- for ourselves -->`: no part of the post, whatever they hold.

Exceptions, `<!-- channelwise: ignore CODE because REASON -->`, stay in the text here; the check
reads them and takes them out in its turn.
"""

import re
from collections.abc import Iterator
from typing import Final

from channelwise.drafts.cuts import Stretch, cut, stretches
from channelwise.drafts.model import Run
from channelwise.drafts.problems import problem
from channelwise.errors import Problem
from channelwise.files.lines import Lines

OPENING, CLOSING = "<!--", "-->"
MOST_COMMENT: Final = 500
# The word that exceptions begin with, also as it is often misspelt.
NAME: Final = r"(?i:channel[-_ ]?wise)"
# What was surely meant as an exception, but has no colon, or another spelling of the name.
NEARLY: Final = rf"{NAME}(?=[ \t]{{0,9}}[:;,.=-]{{0,3}}[ \t]{{0,9}}(?i:ign|ing))"
# It ends before the next comment begins, so that no text takes more than one pass.
EXCEPTION: Final = re.compile(
    rf"<!--\s{{0,9}}(?:(channelwise\s?:)|{NEARLY})((?:(?!-->|<!--).){{0,{MOST_COMMENT}}})-->",
    re.DOTALL,
)


def without_comments(source: str, start: int) -> tuple[str, list[Run]]:
    """The text from `start` on without its comments, and the way back to the source.

    A comment with a line to itself goes with that line, and with one blank line if two would meet;
    of any other, the blanks before it go as well. One that has no end stays.
    """
    text = source[start:].removesuffix("\n")
    runs = [Run(0, start)]
    closed = (one for one in _comments(text) if one[1] > 0)
    found = [one for one in closed if not EXCEPTION.fullmatch(text, *one)]
    return cut(text, runs, stretches(text, found)) if found else (text, runs)


def comment_problems(source: str, start: int, file: str) -> list[Problem]:
    """The first comment from `start` on that has no end before another one begins."""
    for at, end in _comments(source, start):
        if end < 0:
            return [problem("comment", file, Lines(source).place(at))]
    return []


def _comments(text: str, at: int = 0) -> Iterator[Stretch]:
    """Where each comment begins and ends; the end of one that has none is -1."""
    while (at := text.find(OPENING, at)) >= 0:
        end = _end(text, at)
        yield at, end
        at = max(end, at + len(OPENING))


def _end(text: str, start: int) -> int:
    """Where the comment at `start` ends; -1 if another one begins before, or nothing ends it."""
    following = text.find(OPENING, start + len(OPENING))
    # `<!-->` is a whole comment, so its end may begin inside of its opening.
    closing = text.find(CLOSING, start + 2, following if following >= 0 else len(text))
    return closing + len(CLOSING) if closing >= 0 else -1
