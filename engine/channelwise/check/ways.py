"""Formats that are there for one way of posting only."""

from typing import Final

from channelwise.check.limits import Terms
from channelwise.check.model import Finding, Level
from channelwise.check.say import field_span, joined, labels, said
from channelwise.check.subject import Post, is_firm, own_finding
from channelwise.networks.model import Network
from channelwise.recommend.grounds import Clock
from channelwise.text import Text
from channelwise.vocabulary import Format, PostsWith

_FIELDS: Final = ("format", "poll", "media")


def only_one_way(
    post: Post, network: Network, name: Format, terms: Terms, clock: Clock
) -> Finding | None:
    """What is to be told of a format that is there for another way of posting than the account's,
    or for one of them where the account's is not known; None if it is there for it.
    """
    spec, draft = network.plain["formats"][name], post.draft
    way: PostsWith | None = spec.get("through")
    if way is None or terms.posts_with == way:
        return None
    evidence = network.evidence.get(f"formats.{name}.available")
    other: Level = "error" if is_firm(evidence) else "warning"
    span = next(filter(None, (field_span(draft, field) for field in _FIELDS)), None)
    found = own_finding(
        f"{network.id}.format", other if terms.posts_with else "note", draft, span,
        f"format.only.{way}", network=network.id, name=network.name,
        format=labels("Format", [name]),
    )  # fmt: skip
    note = Text.of(spec["note"]) if spec.get("note") else None
    grounds = [clock.ground(evidence)] if evidence else []
    because = joined(note) if note else said(f"format.only.{way}.because", name=network.name)
    return found.model_copy(update={"because": because, "grounds": grounds})
