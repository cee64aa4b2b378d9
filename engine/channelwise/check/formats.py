"""The limits of a network's formats against a draft."""

from collections.abc import Iterator
from typing import Literal

from channelwise.check.amounts import is_mixed
from channelwise.check.file import files_of
from channelwise.check.format_of import MOVING, Possible, possible
from channelwise.check.judging import judged, one_limit
from channelwise.check.limits import Limits, Terms, limits_of, terms_of
from channelwise.check.merged import merged, named
from channelwise.check.model import Finding
from channelwise.check.replies import comment_limit
from channelwise.check.say import said
from channelwise.check.subject import Post, Subject
from channelwise.check.unjudged import clash, left_open, no_limits, not_carried, unsure
from channelwise.count.limits import Units
from channelwise.networks.model import Network
from channelwise.recommend.grounds import Clock
from channelwise.vocabulary import Format


class Formats:
    """Checks drafts against networks; what it learns of a network's limits it learns once."""

    def __init__(self, units: Units, clock: Clock) -> None:
        self._units, self._clock = units, clock
        self._limits: dict[tuple[str, Format, Terms], Limits] = {}
        self._told: set[tuple[str, Format | Literal["reply"]]] = set()

    def findings(
        self, post: Post, network: Network, terms: Terms | str | None = None
    ) -> list[Finding]:
        """What is beyond a limit, and what could not be checked.

        Args:
            post: a draft.
            network: where it is to be posted.
            terms: what is known of the account there; its tier alone may stand for that.
        """
        given = terms_of(terms)
        if post.draft.reply:
            return [*self._of_reply(post, network, given)]
        found = possible(post, network, given)
        if found.names[0] not in network.carries:
            return [not_carried(post.draft, network, found.names[0], self._clock)]
        return [*self._judged(post, network, given, found)]

    def _judged(
        self, post: Post, network: Network, terms: Terms, found: Possible
    ) -> Iterator[Finding]:
        if not found.fits:
            yield clash(post.draft, network, found)
        subjects: dict[Format, Subject] = {
            name: self._subject(post, network, name, terms) for name in found.names
        }
        results = {name: [*judged(subject)] for name, subject in subjects.items()}
        if len(found.names) > 1:
            yield from merged(results)
            if not any(is_mixed(one, files_of(post)) for one in subjects.values()):
                yield unsure(post.draft, network, found.names)
        else:
            [name] = found.names
            for one in results[name]:
                yield one.finding if found.certain else named(one.finding, [name])
        for name, subject in subjects.items():
            yield from self._left_open(subject, self._limits_of(network, name, terms).unknown)

    def _subject(self, post: Post, network: Network, name: Format, terms: Terms) -> Subject:
        limits, closed = self._limits_of(network, name, terms).known, _closed(network, name, terms)
        return Subject(post, network, name, limits, self._units, self._clock, closed)

    def _left_open(self, subject: Subject, unknown: tuple[str, ...]) -> Iterator[Finding]:
        """What was not checked, once for a format of a network; no limit at all, in each draft."""
        key = (subject.network.id, subject.format)
        if not subject.limits:
            yield no_limits(subject)
        if key not in self._told:
            self._told.add(key)
            if subject.limits or unknown:
                yield from left_open(subject, unknown)

    def _of_reply(self, post: Post, network: Network, terms: Terms) -> Iterator[Finding]:
        """An answer is a comment: of its network it has a length, and neither format nor files."""
        found = comment_limit(network, lambda name: self._limits_of(network, name, terms))
        name: Format = found[0] if found else "text"
        known = (found[1],) if found else ()
        subject = Subject(post, network, name, known, self._units, self._clock)
        for limit in known:
            yield from one_limit(subject, limit)
        if not known and (network.id, "reply") not in self._told:
            self._told.add((network.id, "reply"))
            message = said("comment.unknown", network=network.name)
            yield subject.not_evaluated("length", message, None, said("comment.unknown.fix"))

    def _limits_of(self, network: Network, name: Format, terms: Terms) -> Limits:
        key = (network.id, name, terms)
        if key not in self._limits:
            self._limits[key] = limits_of(network, name, terms)
        return self._limits[key]


def _closed(network: Network, name: Format, terms: Terms) -> tuple[tuple[Format, str], ...]:
    """Formats for longer videos that accounts of another tier have."""
    specs = network.plain["formats"]
    return tuple(
        (other, specs[other]["tier"])
        for other in MOVING
        if name in MOVING and other in network.carries and other != name
        and specs[other].get("tier") not in (None, terms.tier)
    )  # fmt: skip
