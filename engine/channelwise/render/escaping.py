"""Text that cannot become Markdown or HTML by accident."""

import re
from typing import Final

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>|~#&!$]")
# At the start of a line these would begin a list, a heading or a quotation.
_LEADING: Final = re.compile(r"^(\d+)([.)])|^([-+=])")


def escaped(text: str) -> str:
    r"""One line of plain text as Markdown shows it.

    Line breaks become spaces, so that a text can stand in a cell of a table.

    Example:
        >>> escaped("Tea | <b>Coffee</b>")
        'Tea \\| \\<b\\>Coffee\\</b\\>'
    """
    line = _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    return _LEADING.sub(_held, line)


def _held(found: re.Match[str]) -> str:
    number, mark, sign = found.groups()
    return f"{number}\\{mark}" if number else f"\\{sign}"


def link(text: str, address: str) -> str:
    """A Markdown link; the address goes between angle brackets, where nothing can end it early."""
    safe = address.replace("<", "%3C").replace(">", "%3E").replace("|", "%7C")
    return f"[{escaped(text)}](<{safe}>)"


def table(head: list[str], rows: list[list[str]], end: frozenset[int] = frozenset()) -> str:
    """A table of cells that are Markdown already; columns in `end` hold numbers."""
    ruler = ["---:" if place in end else "---" for place in range(len(head))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [head, ruler, *rows])
