"""Placeholders that are still in a text, and what each was counted as."""

from collections.abc import Iterator, Sequence
from itertools import islice

from channelwise.check.model import Finding
from channelwise.check.say import said, sentences, span_of
from channelwise.check.subject import Post, own_finding
from channelwise.count.limits import Units, unit_names
from channelwise.count.model import CounterFailed, Note
from channelwise.count.placeholders import placeholders
from channelwise.networks.model import Network
from channelwise.recommend.model import Said
from channelwise.tone.outcome import MOST_PLACES


def placeholder_findings(
    post: Post, networks: Sequence[Network], units: Units
) -> Iterator[Finding]:
    """One note for each placeholder, with its price on every network."""
    found = list(islice(placeholders(post.draft.text), MOST_PLACES))
    if not found:
        return
    prices = [(network, _notes(post, network, units)) for network in networks]
    for index, one in enumerate(found):
        written = post.draft.text[one.start : one.end]
        span = span_of(post.draft, one.start, one.end)
        finding = own_finding(
            "core.placeholder", "note", post.draft, span, "placeholder", text=written
        )
        known = [_price(network, notes[index]) for network, notes in prices if notes]
        yield finding.model_copy(update={"count": sentences(known) if known else None})


def _notes(post: Post, network: Network, units: Units) -> tuple[Note, ...]:
    try:
        return post.count(post.draft.text, units.counter(unit_names(network)[0])).notes
    except CounterFailed:
        return ()


def _price(network: Network, note: Note) -> Said:
    if note.in_link:
        return said("placeholder.in_link", network=network.name)
    key = "placeholder.sure" if note.sure else "placeholder.unsure"
    return said(key, each=note.each, network=network.name)
