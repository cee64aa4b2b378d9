"""Which formats a draft may be in on a network: declared, or left possible by its parts."""

from dataclasses import dataclass
from typing import Final

from channelwise.check.file import File, Sort, files_of, sorts_of
from channelwise.check.limits import Limit, Terms, limits_of, open_formats
from channelwise.check.subject import Post
from channelwise.check.values import names
from channelwise.networks.model import Network
from channelwise.vocabulary import Format

MOVING: Final[tuple[Format, ...]] = ("short_video", "long_video")
_SHOWN: Final[tuple[Format, ...]] = ("image", "carousel", *MOVING)
_TITLED: Final[tuple[Format, ...]] = ("article", "event")
# What each format is made of. The others take anything, or have a limit that says what.
MADE_OF: Final[dict[Format, frozenset[Sort]]] = {
    "text": frozenset(),
    "image": frozenset(("picture",)),
    "short_video": frozenset(("video",)),
    "long_video": frozenset(("video",)),
}


@dataclass(frozen=True, slots=True)
class Possible:
    """The formats that a draft may be in. A single one may be one that the network lacks.

    `declared` is what the draft says. `fits` is False where what it is made of cannot be posted
    in that format; then `names` are those that it can be in. `certain` is true where nobody
    has to be told which format was taken: it is declared, or follows from words alone.
    """

    names: tuple[Format, ...]
    declared: Format | None = None
    fits: bool = True

    @property
    def certain(self) -> bool:
        alone = len(self.names) == 1
        return alone and self.fits and (self.names[0] in ("text", "poll", self.declared))


def format_of(post: Post, network: Network) -> Format | None:
    """The format of a draft on a network, or None where it cannot be told for certain.

    Stories, live videos, events and articles look like other posts, so they have to be declared.
    """
    if post.draft.format is not None:
        return post.draft.format
    found = possible(post, network).names
    return found[0] if len(found) == 1 else None


def possible(post: Post, network: Network, terms: Terms | None = None) -> Possible:
    """The formats that a draft may be in for an account of these terms."""
    look = _Told(post, network, terms or Terms())
    declared = post.draft.format
    if declared is None:
        return Possible(look.formats())
    if declared not in network.carries:
        return Possible((declared,), declared)
    if look.is_out_of_place():  # in the format that it says as in all others
        return Possible((declared,), declared)
    told = look.formats() if post.draft.media else ()
    if declared not in look.open and told:  # such as a longer video than the account may post
        return Possible(told, declared)
    if _suits(declared, look.files) or not told:
        return Possible((declared,), declared)
    return Possible(told, declared, fits=False)


def _suits(declared: Format, files: list[File]) -> bool:
    """False if what a format is made of is missing among files whose sort is known."""
    made_of = MADE_OF.get(declared)
    sorts = {file.sort for file in files}
    if made_of is None or not files or None in sorts:
        return True
    return bool(made_of & sorts)


class _Told:
    """What the parts of a draft tell about its format on a network."""

    def __init__(self, post: Post, network: Network, terms: Terms) -> None:
        self.post, self.network, self.terms = post, network, terms
        self.open = open_formats(network, terms)
        self.files = files_of(post)

    def formats(self) -> tuple[Format, ...]:
        draft = self.post.draft
        if draft.poll:
            return ("poll",)
        if not draft.media:
            return self._of_words()
        sorts = {file.sort for file in self.files}
        likely = self._of_sorts(sorts)
        found = self._carried(*likely) or likely[:1]
        return (*found, *self._titled()) if sorts == {"picture"} else found

    def is_out_of_place(self) -> bool:
        """Whether there is a document among the files, and no format that takes any."""
        documents = any(file.sort == "document" for file in self.files)
        return documents and not self._series_takes("document")

    def _of_words(self) -> tuple[Format, ...]:
        """A title alone may be that of an article or an event as well."""
        found: tuple[Format, ...] = ("text",) if "text" in self.open else ()
        return (*found, *self._titled()) or ("text",)

    def _titled(self) -> tuple[Format, ...]:
        return self._carried(*_TITLED) if self.post.draft.title else ()

    def _carried(self, *names: Format) -> tuple[Format, ...]:
        return tuple(name for name in names if name in self.open)

    def _of_sorts(self, sorts: set[Sort | None]) -> tuple[Format, ...]:
        if sorts == {"picture"}:
            return self._of_pictures()
        if sorts == {"video"} and (len(self.files) == 1 or not self._series_takes("video")):
            return self._of_video()
        if None in sorts:
            return _SHOWN
        if "document" not in sorts:
            return ("carousel",) if self._series_takes(*_known(sorts)) else ("image", *MOVING[:1])
        return ("carousel",) if self._series_takes("document") else _SHOWN

    def _of_pictures(self) -> tuple[Format, ...]:
        series: tuple[Format, ...] = ("carousel",) if self._series_takes("picture") else ()
        if len(self.files) == 1:
            return ("image",) if "image" in self.open else series or ("image",)
        items = self._limit("image", "items")
        several = items is not None and (items.highest or 0) > 1
        return ("image", *series) if several or not series or "image" not in self.open else series

    def _series_takes(self, *sorts: Sort) -> bool:
        """Whether the network makes a series of such files; a list of pictures leaves room for
        videos beside them, and of a series without a list nothing is known but that it is shown.
        """
        if "carousel" not in self.open:
            return False
        listed = self._limit("carousel", "file_formats")
        known = sorts_of(names(listed.value)) if listed else frozenset[Sort](("picture",))
        if "picture" in known:
            known |= {"video"}
        return known.issuperset(sorts)

    def _of_video(self) -> tuple[Format, ...]:
        """Short or long, by the length that the network gives short ones.

        Where the long ones are for one way of posting and the account's is not known, it may be
        either.
        """
        carried = self._carried(*MOVING)
        limit = self._limit("short_video", "seconds")
        length = self.files[0].seconds if len(self.files) == 1 else None
        longest = limit.highest if limit else None
        if len(carried) < 2 or longest is None or length is None:
            return carried or MOVING[:1]
        if length <= longest:
            return ("short_video",)
        through = self.network.plain["formats"]["long_video"].get("through")
        sure = through is None or self.terms.posts_with == through
        return ("long_video",) if sure else carried

    def _limit(self, name: Format, measure: str) -> Limit | None:
        """The firmest limit of a measure that has an upper end."""
        if name not in self.open:
            return None
        known = limits_of(self.network, name, self.terms).known
        found = [one for one in known if one.row.measure == measure and one.row.end == "most"]
        return min(found, key=lambda one: not one.hard, default=None)


def _known(sorts: set[Sort | None]) -> tuple[Sort, ...]:
    return tuple(sort for sort in sorts if sort)
