"""The entries of a plan's calendar in words, for files that other programs open."""

import unicodedata
from collections import defaultdict

from channelwise.plan.model import Entry, Plan, PlannedStrategy
from channelwise.render.phrases import Phrases
from channelwise.texts import load as load_texts
from channelwise.vocabulary import AccountKind, Lang


def clean(text: str) -> str:
    """One line without control characters; these files are read by programs of all kinds.

    Example:
        >>> clean("Tea\\r\\nand\\x00 cake ")
        'Tea and cake'
    """
    spaced = " ".join(text.split())
    return "".join(c for c in spaced if unicodedata.category(c) != "Cc")


class EntryWords:
    """What there is to say about the entries of one plan in one language."""

    def __init__(self, plan: Plan, lang: Lang) -> None:
        self.p = Phrases(load_texts(), lang)
        self._plan = plan
        self._makers: dict[tuple[int, str | None], Entry] = {}
        self._posts: dict[tuple[int, str | None], list[Entry]] = defaultdict(list)
        for entry in plan.calendar.entries:
            if entry.kind == "make":
                self._makers[entry.week, entry.piece] = entry
            elif entry.kind == "post":
                self._posts[entry.week, entry.piece].append(entry)

    def title(self, entry: Entry) -> str:
        """What to do, in one line."""
        key = f"calendar.{entry.kind}"
        if entry.parts:
            networks = dict.fromkeys(self._network(name.split("/")[0]) for name in entry.parts)
            return self.p.ui(key, accounts=self.p.comma.join(networks))
        return self.p.ui(
            key, account=self.account(entry), piece=entry.piece or "", format=self.format(entry)
        )

    def account(self, entry: Entry) -> str:
        """Network and kind of account, or nothing where an entry is for several."""
        return self._account(entry.network, entry.account)

    def network(self, entry: Entry) -> str:
        """The network's name, or nothing where an entry is for several accounts."""
        return self._network(entry.network) if entry.network else ""

    def notes(self, entry: Entry) -> list[str]:
        """What to mind about the time of a post."""
        kinds = {"scheduled": entry.scheduled, "late": entry.late}
        return [self.p.ui(f"calendar.{name}") for name, so in kinds.items() if so]

    def shares(self, entry: Entry) -> list[str]:
        """Each account of a shared entry with its minutes."""
        return [self._share(name, minutes) for name, minutes in entry.parts.items()]

    def strategy(self, entry: Entry) -> str:
        found = self._planned(entry)
        return clean(self.p.say(found.name)) if found else ""

    def format(self, entry: Entry) -> str:
        return self.p.word("Format", entry.format) if entry.format else ""

    def made_for(self, entry: Entry) -> str:
        """The account that the entry's piece is made for; nothing if it is this one."""
        maker = self._makers.get((entry.week, entry.piece))
        if maker is None or _place(maker) == _place(entry):
            return ""
        return self.account(maker)

    def lines(self, entry: Entry) -> list[str]:
        """All there is to know about an entry beside its title and time."""
        found = [
            *self.notes(entry), *self.shares(entry), *self._about_piece(entry),
            *self._about_strategy(entry),
        ]  # fmt: skip
        if entry.hands > 1:
            found.append(self.p.ui("calendar.hands", minutes=entry.minutes, hands=entry.hands))
        return found

    def _about_piece(self, entry: Entry) -> list[str]:
        if entry.piece is None:
            return []
        found = [self.p.ui("calendar.piece", piece=entry.piece, week=entry.week)]
        if made_for := self.made_for(entry):
            found.append(self.p.ui("calendar.made_for", account=made_for))
        if entry.kind == "make" and (further := self._further(entry)):
            found.append(self.p.ui("calendar.also", accounts=self.p.pause.join(further)))
        return found

    def _further(self, make: Entry) -> list[str]:
        posts = self._posts[make.week, make.piece]
        return [self.account(post) for post in posts if _place(post) != _place(make)]

    def _about_strategy(self, entry: Entry) -> list[str]:
        found = self._planned(entry)
        if found is None:
            return []
        lines = [
            self.p.ui("calendar.strategy", strategy=clean(self.p.say(found.name))),
            self.p.ui("calendar.tone", tone=clean(self.p.say(found.tone))),
        ]
        # Later weeks have their own ideas.
        if entry.week == 1:
            lines.append(self.p.ui("calendar.idea", idea=clean(self.p.say(found.example))))
        return lines

    def _planned(self, entry: Entry) -> PlannedStrategy | None:
        if entry.network is None or entry.account is None:
            return None
        strategies = self._plan.account(entry.network, entry.account).strategies
        return next((one for one in strategies if one.id == entry.strategy), None)

    def _share(self, name: str, minutes: int) -> str:
        network, kind = name.split("/")
        key = "calendar.part.one" if minutes == 1 else "calendar.part"
        return self.p.ui(key, account=self._account(network, kind), minutes=minutes)

    def _account(self, network: str | None, kind: AccountKind | str | None) -> str:
        if network is None or kind is None:
            return ""
        word = self.p.word("AccountKind", kind)
        return self.p.ui("calendar.account", network=self._network(network), kind=word)

    def _network(self, network: str) -> str:
        return clean(self.p.say(self._plan.names[network]))


def _place(entry: Entry) -> tuple[str | None, AccountKind | None]:
    return entry.network, entry.account
