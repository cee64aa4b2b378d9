"""One draft on one network: its text is changed step by step, and every step is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from channelwise.adapt.form import Form
from channelwise.adapt.model import Change, ChangeKind, Task, TaskKind
from channelwise.adapt.room import Room, of_tier, room_of
from channelwise.adapt.say import grounds_of
from channelwise.check.limits import Terms
from channelwise.count.limits import Units
from channelwise.drafts.language import language_of
from channelwise.drafts.model import Draft
from channelwise.networks.model import Network
from channelwise.recommend.grounds import Clock
from channelwise.recommend.model import Ground, Said
from channelwise.vocabulary import LANGS, Format, Lang

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

    @property
    def tier(self) -> str | None:
        """That of the account, if it is known."""
        return self.terms.tier

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
        """The limits of the format, as the network's file gives them, those of the tier first."""
        return {name: self._spec[self._named.get(name, name)] for name in self._spec}

    @cached_property
    def _spec(self) -> Mapping[str, Any]:
        spec = self.network.plain["formats"].get(self.form.given) or {}
        found: Mapping[str, Any] = spec.get("limits", {})
        return found

    @cached_property
    def _named(self) -> Mapping[str, str]:
        return of_tier(self._spec, self.tier)

    @cached_property
    def room(self) -> Room:
        return room_of(self.network, self.units, self.form.given, reply=self.draft.reply,
                       tier=self.tier)  # fmt: skip

    @cached_property
    def following(self) -> Room | None:
        """The room of each further post, where the network has chains of posts."""
        chains = self.network.plain.get("threads") or {}
        may = chains.get("value") and _FOLLOWING in self.network.carries
        if not may or self.form.given not in _CHAINED:
            return None
        return room_of(self.network, self.units, _FOLLOWING, tier=self.tier)

    def grounds(self, *paths: str) -> list[Ground]:
        """What the values at these paths of the network's file rest on."""
        return [one for path in paths for one in grounds_of(self.network, path, self.clock)]

    def limit_path(self, name: str) -> str:
        return f"formats.{self.form.given}.limits.{self._named.get(name, name)}"

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
