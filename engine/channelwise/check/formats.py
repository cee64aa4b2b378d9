"""The limits of a network's formats against a draft."""

from collections.abc import Iterator, Sequence
from typing import Literal

from channelwise.check.amounts import is_mixed
from channelwise.check.file import File, files_of
from channelwise.check.format_of import MOVING, Possible, possible
from channelwise.check.judging import held_against, judged
from channelwise.check.limits import Limit, Limits, Terms, limits_of, terms_of
from channelwise.check.merged import merged, named
from channelwise.check.model import Finding
from channelwise.check.per_file import is_out_of_place
from channelwise.check.replies import are_posts, comment_limits
from channelwise.check.say import said
from channelwise.check.subject import Post, Subject
from channelwise.check.unjudged import clash, left_open, no_limits, not_carried, unsure
from channelwise.check.ways import only_one_way
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
        given = _for_draft(terms_of(terms), post)
        if post.draft.reply and not are_posts(network):
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
            files = files_of(post)
            yield from merged(results, files)
            if not any(_fits_nowhere(one, files) for one in subjects.values()):
                yield unsure(post.draft, network, found.names)
        else:
            [name] = found.names
            if only := only_one_way(post, network, name, terms, self._clock):
                yield only
            for one in results[name]:
                yield one.finding if found.certain else named(one.finding, [name])
        for name, subject in subjects.items():
            yield from self._left_open(subject, self._limits_of(network, name, terms).unknown)

    def _subject(
        self, post: Post, network: Network, name: Format, terms: Terms,
        limits: tuple[Limit, ...] | None = None,
    ) -> Subject:  # fmt: skip
        """A post in a format, with its limits or some of them; no advice is given on answers."""
        closed = _closed(network, name, terms)
        if limits is None:
            known = self._limits_of(network, name, terms).known
            limits = tuple(one for one in known if one.hard) if post.draft.reply else known
        return Subject(post, network, name, limits, self._units, self._clock, closed, terms)

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
        """An answer that is a comment: it has a length and perhaps a picture, and no format."""
        known = comment_limits(network, lambda name: self._limits_of(network, name, terms))
        by_format: dict[Format, list[Limit]] = {}
        for name, limit in known:
            by_format.setdefault(name, []).append(limit)
        for name, limits in by_format.items():
            subject = self._subject(post, network, name, terms, tuple(limits))
            yield from (one.finding for one in held_against(subject))
        measures = {limit.row.measure for _, limit in known}
        if not measures & {"comment", "text"} and (network.id, "reply") not in self._told:
            self._told.add((network.id, "reply"))
            message = said("comment.unknown", network=network.name)
            subject = self._subject(post, network, "text", terms, ())
            yield subject.not_evaluated("length", message, None, said("comment.unknown.fix"))

    def _limits_of(self, network: Network, name: Format, terms: Terms) -> Limits:
        key = (network.id, name, terms)
        if key not in self._limits:
            self._limits[key] = limits_of(network, name, terms)
        return self._limits[key]


def _fits_nowhere(subject: Subject, files: Sequence[File]) -> bool:
    """Whether a draft is told already that its files go together in no format."""
    return is_mixed(subject, files) or any(is_out_of_place(subject, file) for file in files)


def _for_draft(terms: Terms, post: Post) -> Terms:
    """The terms with the kind of account that the draft says itself."""
    return terms._replace(kind=post.draft.kind or terms.kind)


def _closed(network: Network, name: Format, terms: Terms) -> tuple[tuple[Format, str], ...]:
    """Formats for longer videos that accounts of another tier have."""
    specs = network.plain["formats"]
    return tuple(
        (other, specs[other]["tier"])
        for other in MOVING
        if name in MOVING and other in network.carries and other != name
        and specs[other].get("tier") not in (None, terms.tier)
    )  # fmt: skip
