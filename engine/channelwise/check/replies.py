"""The limits of an answer to somebody: of a comment, which has no format, or those of a post."""

from collections.abc import Callable

from channelwise.check.limits import Limit, Limits
from channelwise.drafts.model import Draft
from channelwise.networks.model import Network
from channelwise.vocabulary import FORMATS, Format

_Named = tuple[Format, Limit]


def are_posts(network: Network) -> bool:
    """Whether an answer on a network is a post like any other, with all limits of one."""
    return (network.plain.get("replies") or {}).get("value") == "posts"


def is_comment(draft: Draft, network: Network) -> bool:
    """Whether a draft is an answer that is held against the limits of comments, and not against
    those of the format that it declares or is made of.
    """
    made = draft.format or draft.media or draft.poll or draft.title
    return draft.reply and not (made and are_posts(network))


def comment_limits(network: Network, limits: Callable[[Format], Limits]) -> list[_Named]:
    """The limits on a comment, each with the format that names it; the first on its length.

    Where no format limits the length of comments, they are taken to be as long as posts of
    text alone. Without either the list is empty, or begins with another limit.
    """
    length = _first("comment", FORMATS, network, limits) or _first(
        "text", ("text",), network, limits
    )
    return [*length, *_first("comment_items", FORMATS, network, limits)]


def _first(
    measure: str, formats: tuple[Format, ...], network: Network,
    limits: Callable[[Format], Limits],
) -> list[_Named]:  # fmt: skip
    """The limits of a measure of the first format that has any."""
    for name in formats:
        if name in network.carries:
            found = [one for one in limits(name).known if one.row.measure == measure]
            if found:
                return [(name, one) for one in found]
    return []
