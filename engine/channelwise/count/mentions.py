"""Mentions of accounts on other servers, whose server's name costs nothing."""

import re
from collections.abc import Iterator
from typing import Final

from channelwise.count.model import Piece

_MENTION: Final = re.compile(
    r"(?<![=/\w])@([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)(?:@(\w(?:[\w.-]*\w)?))?",
    re.IGNORECASE | re.ASCII,
)
# No name of a server is longer (RFC 1035); after what is longer, nothing is free.
MOST_HOST: Final = 253


def far_mentions(text: str) -> Iterator[Piece]:
    """Each `@name@server` as one piece that costs what `@name` does.

    Example:
        >>> [(piece.end, piece.cost) for piece in far_mentions("@acme@far.example hello")]
        [(17, 5)]
    """
    for found in _MENTION.finditer(text):
        name, host = found.groups()
        if host and len(host) <= MOST_HOST:
            yield Piece("mention", found.start(), found.end(), 1 + len(name), whole=True)
