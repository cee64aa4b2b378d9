"""One draft on one network: its text is changed step by step, and every step is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from channelwise.adapt.form import Form
from channelwise.adapt.model import Change, ChangeKind, Task, TaskKind
from channelwise.adapt.room import Room, room_of
from channelwise.adapt.say import grounds_of
from channelwise.check.limits import Held, Terms, held
from channelwise.check.replies import is_comment
from channelwise.count.limits import Units
from channelwise.count.posted import Counted, counted_text
from channelwise.drafts.language import language_of
from channelwise.drafts.model import Draft
from channelwise.networks.model import Network
from channelwise.recommend.grounds import Clock
from channelwise.recommend.model import Ground, Said
from channelwise.vocabulary import FORMATS, LANGS, Format, Lang

# Formats whose text may go on in further posts.
_CHAINED: Final[frozenset[Format]] = frozenset(
    ("text", "image", "carousel", "short_video", "long_video")
)
_FOLLOWING: Final[Format] = "text"


@dataclass
class Work:
    """A draft while it is adapted. `text` and `comment` are what has become of it so far.

    `terms` are what is known of the account on this network. `shared` tells that its files were
    shared out over the posts of a chain.
    """

    draft: Draft
    network: Network
    units: Units
    clock: Clock
    form: Form
    terms: Terms
    shared: bool = False
    text: str = ""
    comment: str = ""
    changes: list[Change] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = self.draft.text

    @cached_property
    def language(self) -> str | None:
        """As declared, else as its letters and words tell."""
        return self.draft.language or language_of(self.draft.text)

    @property
    def lang(self) -> Lang | None:
        """The language, if words can be put into the post in it."""
        return next((lang for lang in LANGS if lang == self.language), None)

    @cached_property
    def limits(self) -> Mapping[str, Any]:
        """The limits of the format as they hold for the account, by their general names."""
        return {base: one.spec for base, one in self._held.items()}

    @cached_property
    def _held(self) -> Mapping[str, Held]:
        name = self.form.given
        return {one.base: one for one in held(self.network, name, self.terms)} if name else {}

    @cached_property
    def room(self) -> Room:
        return room_of(
            self.network,
            self.units,
            self.form.given,
            self.terms,
            reply=is_comment(self.draft, self.network),
        )

    def counted(self) -> Counted:
        """What the network counts of the text so far, and where that begins."""
        return counted_text(replace(self.draft, text=self.text, runs=()), self.network)

    @cached_property
    def following(self) -> Room | None:
        """The room of each further post, where the network has chains of posts."""
        chains = self.network.plain.get("threads") or {}
        may = chains.get("value") and _FOLLOWING in self.network.carries
        if not may or self.form.given not in _CHAINED:
            return None
        return room_of(self.network, self.units, _FOLLOWING, self.terms)

    def grounds(self, *paths: str) -> list[Ground]:
        """What the values at these paths of the network's file rest on. Values that the account's
        own server gave rest on nothing in that file.
        """
        return [
            one
            for path in paths
            if not self._is_own(path)
            for one in grounds_of(self.network, path, self.clock)
        ]

    def _is_own(self, path: str) -> bool:
        form, _, limit = path.removeprefix("formats.").partition(".limits.")
        names = [name for name in FORMATS if name == form and limit]
        return any(
            one.own and one.name == limit
            for name in names
            for one in held(self.network, name, self.terms)
        )

    def limit_path(self, name: str) -> str:
        found = self._held.get(name)
        return f"formats.{self.form.given}.limits.{found.name if found else name}"

    def change(self, kind: ChangeKind, text: Said, because: Said, *paths: str,
               items: tuple[str, ...] = ()) -> None:  # fmt: skip
        """Notes a change, and what it rests on."""
        grounds = self.grounds(*paths)
        self.changes.append(
            Change(kind=kind, text=text, because=because, items=list(items), grounds=grounds)
        )

    def task(self, kind: TaskKind, text: Said, *paths: str, because: Said | None = None,
             hard: bool = False) -> None:  # fmt: skip
        """Notes something that a person has to do."""
        grounds = self.grounds(*paths)
        self.tasks.append(Task(kind=kind, text=text, because=because, hard=hard, grounds=grounds))
