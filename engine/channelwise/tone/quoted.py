"""What stands in quotation marks: somebody else's words, or a word held at arm's length."""

import re
from collections.abc import Iterator
from typing import Final

# Longer than this, a pair of marks is more likely two that do not belong together.
MOST_QUOTED: Final = 400
_ONE: Final = f"{{1,{MOST_QUOTED}}}+"
# A straight mark opens only before a word and closes only behind one, as in 5" pipe it does not.
_QUOTED: Final = re.compile(
    rf"«[^«»\n]{_ONE}»|“[^“”\n]{_ONE}”|„[^„“”\n]{_ONE}[“”]|‘[^‘\n]{{1,{MOST_QUOTED}}}?’(?!\w)"
    rf'|(?<!\w)"(?!\s)[^"\n]{_ONE}(?<!\s)"(?!\w)'
)


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of what is quoted, marks included; none of them overlap.

    Example:
        >>> text = 'A guest said "I love it", and so do we.'
        >>> [text[start:end] for start, end in quoted(text)]
        ['"I love it"']
    """
    yield from (found.span() for found in _QUOTED.finditer(text))
