"""The limits of an answer to somebody: of a comment, which has no format, or those of a post."""

from collections.abc import Callable, Iterator
from typing import Final

from channelwise.check.limits import Limit, Limits
from channelwise.networks.model import Network
from channelwise.vocabulary import FORMATS, Format

_OF_COMMENTS: Final = frozenset(("comment", "comment_items"))
_Named = tuple[Format, Limit]


def are_posts(network: Network) -> bool:
    """Whether an answer on a network is a post like any other, with all limits of one."""
    return (network.plain.get("replies") or {}).get("value") == "posts"


def comment_limits(network: Network, limits: Callable[[Format], Limits]) -> list[_Named]:
    """The limits on a comment, each with the format that names it; the first on its length.

    Where no format limits the length of comments, they are taken to be as long as posts of
    text alone. Without either the list is empty, or begins with another limit.
    """
    found = [
        (name, limit)
        for name in FORMATS
        if name in network.carries
        for limit in limits(name).known
        if limit.row.measure in _OF_COMMENTS
    ]
    if any(limit.row.measure == "comment" for _, limit in found):
        return found
    return [*_of_text(network, limits), *found]


def _of_text(network: Network, limits: Callable[[Format], Limits]) -> Iterator[_Named]:
    if "text" in network.carries:
        yield from (("text", one) for one in limits("text").known if one.row.measure == "text")
