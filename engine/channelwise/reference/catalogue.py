"""Everything that has a name: scoring rules, tone rules, codes of checks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from channelwise.check.codes import CORE_CODES
from channelwise.check.table import CODES
from channelwise.errors import UnknownName
from channelwise.files.nearest import nearest
from channelwise.load.rulebook import Rulebook
from channelwise.networks.model import Network
from channelwise.reference.limits import ends_of
from channelwise.reference.model import Sheet
from channelwise.reference.sheets import code_sheet, tone_sheet
from channelwise.rules.model import Rule
from channelwise.tone.model import ToneRule


@dataclass(frozen=True, slots=True)
class Code:
    """A code that no rule stands behind. `key` is what it is described under."""

    id: str
    key: str
    network: Network | None = None


class Catalogue:
    """All that a rulebook can say, by name.

    Example:
        >>> from channelwise.load.rulebook import load
        >>> Catalogue(load(plugins=())).find("core.signs.emoji").level
        'warning'

    """

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    @cached_property
    def tone(self) -> tuple[ToneRule, ...]:
        """The tone rules, by code."""
        from channelwise.check.tone import (
            Tone,
        )  # the lexicons are only read where they are asked for

        return Tone(self.rulebook).book.rules

    @cached_property
    def codes(self) -> tuple[Code, ...]:
        """The codes of the core, and those that each network's limits can give."""
        own = [
            Code(f"{network.id}.{end}", end, network)
            for network in self.rulebook.networks
            for end in ends_of(network)
        ]
        return (*(Code(one, one) for one in CORE_CODES), *own)

    def find(self, name: str) -> Rule | ToneRule | Code:
        """The rule or code of that name.

        Raises:
            UnknownName: there is none, with the nearest one.
        """
        for rule in self.rulebook.rules:
            if rule.id == name:
                return rule
        found = self._code(name) or next((one for one in self.tone if one.id == name), None)
        if found is None:
            raise UnknownName("code", name, nearest(name, self._names()))
        return found

    def _code(self, name: str) -> Code | None:
        """Also a code of limits that a network has none of: that is worth saying."""
        if name in CORE_CODES:
            return Code(name, name)
        owner, _, end = name.partition(".")
        networks = {network.id: network for network in self.rulebook.networks}
        return Code(name, end, networks[owner]) if owner in networks and end in CODES else None

    def _names(self) -> Iterator[str]:
        yield from (rule.id for rule in self.rulebook.rules)
        yield from (rule.id for rule in self.tone)
        yield from (code.id for code in self.codes)

    def sheet(self, found: ToneRule | Code) -> Sheet:
        """All that is shown of a tone rule or a code."""
        if isinstance(found, Code):
            return code_sheet(found.key, found.network, self.rulebook)
        names = {network.id: network.name for network in self.rulebook.networks}
        return tone_sheet(found, names.get(found.network or ""))
