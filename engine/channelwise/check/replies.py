"""The one limit of an answer to somebody: how long a comment may be. It has no format."""

from collections.abc import Callable, Iterator

from channelwise.check.limits import Limit, Limits
from channelwise.networks.model import Network
from channelwise.vocabulary import FORMATS, Format


def comment_limit(
    network: Network, limits: Callable[[Format], Limits]
) -> tuple[Format, Limit] | None:
    """The limit on a comment and the format that names it, or None if nothing is known.

    Where no format names one, comments are taken to be as long as posts of text alone.
    """
    for measure, formats in (("comment", FORMATS), ("text", ("text",))):
        found = next(_found(network, limits, measure, formats), None)
        if found:
            return found
    return None


def _found(
    network: Network, limits: Callable[[Format], Limits], measure: str,
    formats: tuple[Format, ...],
) -> Iterator[tuple[Format, Limit]]:  # fmt: skip
    for name in formats:
        if name in network.carries:
            known = limits(name).known
            yield from ((name, limit) for limit in known if limit.row.measure == measure)
