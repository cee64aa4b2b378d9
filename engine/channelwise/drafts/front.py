"""Where the front matter of a draft ends and its text begins."""

import re
from dataclasses import dataclass
from typing import Final

from channelwise.drafts.problems import problem
from channelwise.errors import BadInput, Problem
from channelwise.files.read import parse_optional
from channelwise.files.tree import Document

# Blank lines above it are a slip: taken for the post, they would switch off all that it declares.
# There a field has to follow, since the lines across a text may be meant as such.
_FENCE: Final = re.compile(
    r"---[ \t]*(?:\n|\Z)|(?P<blank>(?:[ \t]*\n)++)---[ \t]*\n(?=[a-z]{1,20}:(?:[ \t]|\n))"
)
_END: Final = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_TOML: Final = re.compile(r"\+\+\+[ \t]*\n(?:.*\n)*?\+\+\+[ \t]*(?:\n|\Z)")
_NEARLY: Final = re.compile(r"^[ \t]*(?:[-\u2010-\u2015\u2212]{2,}|\.\.\.)[ \t]*$", re.MULTILINE)
# One blank line below the front matter is layout; any further one belongs to the text.
_BLANK: Final = re.compile(r"[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Parts:
    """The YAML between the two marks, or None without front matter, and where the text begins."""

    front: str | None
    body: int


def parts(source: str, file: str) -> Parts:
    """The parts of a source. Only a first line `---` opens a front matter; blank ones do not count.

    Lines of the front matter keep their numbers: what stands above it is there as line breaks.

    Raises:
        BadInput: a front matter that is opened and has no end, or one of TOML.

    """
    opening = _FENCE.match(source)
    if not opening:
        if _TOML.match(source):
            raise BadInput([problem("toml", file)])
        return Parts(None, 0)
    end = _END.search(source, opening.end())
    above = (opening["blank"] or "").count("\n")
    if not end and above:  # a line across the top of a text
        return Parts(None, 0)
    if not end:
        raise BadInput([_unclosed(source, opening.end(), file)])
    blank = _BLANK.match(source, end.end())
    body = blank.end() if blank else end.end()
    return Parts("\n" * above + source[opening.end() : end.start()], body)


def _unclosed(source: str, start: int, file: str) -> Problem:
    near = _NEARLY.search(source, start)
    if not near:
        return problem("unclosed", file)
    line = source.count("\n", 0, near.start()) + 1
    return problem("unclosed_near", file, line=line)


def front_document(front: str | None, file: str) -> Document:
    """The fields of a front matter with their places in the file; none for a blank one.

    Raises:
        BadInput: with every problem of the YAML, placed in the file.

    """
    # The line break stands for the opening mark, so that lines count from the file's top.
    return parse_optional(f"\n{front or ''}", file)
