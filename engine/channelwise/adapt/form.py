"""Which format a draft is posted in on a network, and what is missing for it there."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from channelwise.check.format_of import Possible, possible
from channelwise.check.limits import Terms
from channelwise.check.replies import are_posts
from channelwise.check.subject import Post
from channelwise.check.table import REFUSED, TABLE
from channelwise.networks.check import HARD
from channelwise.networks.model import Network
from channelwise.vocabulary import FORMATS, Format

# What comes nearest to a format, the nearest first; after these, any other that is carried.
_NEAREST: Final[Mapping[Format, tuple[Format, ...]]] = {
    "text": ("image", "carousel", "short_video"),
    "article": ("text", "image"),
    "image": ("story", "carousel"),
    "carousel": ("image", "story"),
    "short_video": ("long_video", "story"),
    "long_video": ("short_video", "story"),
    "story": ("image", "short_video"),
    "live": ("long_video", "short_video", "story"),
    "poll": ("text", "image"),
    "event": ("text", "image"),
}
_WORDS: Final[frozenset[Format]] = frozenset(("text", "article", "poll", "event"))
# What they offer, such as answers to choose from, has no place in another format.
_ALONE: Final[frozenset[Format]] = frozenset(("poll", "live", "event"))


@dataclass(frozen=True, slots=True)
class Form:
    """The format that a draft asks for, and the one that it gets.

    `asked` is None where neither the draft nor its media tell, `given` where the network
    carries nothing. `lacks` is true where a picture or video has to be made first, or where
    what the format offers is lost. `firm` tells that no source leaves a doubt.
    """

    asked: Format | None
    given: Format | None
    lacks: bool
    firm: bool

    @property
    def changed(self) -> bool:
        return self.asked is not None and self.asked != self.given


def _refuses_text(network: Network, name: Format) -> bool:
    limits = network.plain["formats"][name].get("limits", {})
    return any(
        TABLE[limit].measure == "no_text" and spec["value"] in REFUSED
        for limit, spec in limits.items()
        if limit in TABLE
    )


def _of_answer(network: Network) -> Form:
    """An answer is words below a post, and no post of its own: it needs no picture anywhere."""
    name: Format | None = "text" if "text" in network.carries else None
    return Form(name, name, lacks=False, firm=False)


def _told(found: Possible) -> Format | None:
    return found.names[0] if len(found.names) == 1 else None


def _as_shown(post: Post, network: Network, terms: Terms) -> tuple[Format, ...]:
    """What the files of a draft can be posted as, whatever it asks for: a video as a video."""
    if not post.draft.media:
        return ()
    return possible(Post(replace(post.draft, format=None)), network, terms).names


def form_of(post: Post, network: Network, terms: Terms) -> Form:
    """The format as asked for, or the one that comes nearest to it among those carried."""
    if post.draft.reply and not are_posts(network):
        return _of_answer(network)
    asked = post.draft.format or _told(possible(post, network, terms))
    if asked in network.carries:
        return Form(asked, asked, lacks=False, firm=True)
    shown = _as_shown(post, network, terms)
    like = asked or (shown[0] if shown else "text")
    order = (*(() if asked else (like,)), *shown, *_NEAREST[like], *FORMATS)
    carried = [name for name in order if name in network.carries]
    if like in _WORDS:  # a place without words is the last choice for what is made of words
        carried.sort(key=lambda name: _refuses_text(network, name))
    given = carried[0] if carried else None
    evidence = network.evidence.get(f"formats.{asked}.available")
    needs_media = given is not None and given not in _WORDS and not post.draft.media
    return Form(
        asked, given, lacks=given is None or needs_media or asked in _ALONE,
        firm=evidence is not None and evidence.confidence in HARD,
    )  # fmt: skip
