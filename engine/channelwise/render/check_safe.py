"""Words of drafts and plugins made safe to print in one line."""

import re
from typing import Final

from channelwise.files.show import HIDDEN

# Our own isolates keep directions apart, and may stay; nothing else that is hidden may.
_ISOLATES: Final = "\u2066\u2067\u2068\u2069"
_ACTS: Final = re.compile(f"(?![{_ISOLATES}])(?:{HIDDEN.pattern}|[\n\r\t])")


def safe(text: str) -> str:
    r"""The text with line ends, controls and overrides of direction written as escapes.

    Example:
        >>> safe("a\nb\x1b"), safe("\u2068a\u2069") == "\u2068a\u2069"
        ('a\\nb\\x1b', True)

    """
    return _ACTS.sub(lambda found: ascii(found[0])[1:-1], text)
