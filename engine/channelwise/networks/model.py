"""Networks and strategies as the engine works with them: frozen and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from channelwise.brief.answers import Value
from channelwise.evidence import Evidence
from channelwise.text import Text
from channelwise.vocabulary import AccountKind, Format, Goal, Ingredient


@dataclass(frozen=True, slots=True)
class Cadence:
    """Posts a week, rising from the least that is sensible; `typical` is one of the steps."""

    steps: tuple[int, ...]
    typical: int


@dataclass(frozen=True, slots=True)
class Strategy:
    """A content strategy of one network, posted from one kind of account."""

    id: str
    network: str
    name: Text
    summary: Text
    tone: Text
    example: Text
    account: AccountKind
    needs: tuple[Ingredient, ...]
    formats: tuple[Format, ...]
    goals: tuple[Goal, ...]
    cadence: Cadence
    values: Mapping[str, Value]

    @property
    def key(self) -> str:
        return f"{self.network}/{self.id}"


@dataclass(frozen=True, slots=True)
class Network:
    """A network. `values` are the fields that rules read; `plain` is the checked file.

    `origin` and `plugin` are the distribution and the entry point that brought it, `package`
    the folder its files are in. Audience figures are whole percent by country; `evidence`
    gives, for each grounded path of the file (such as `traits.upkeep` or
    `access.IR`), what the value rests on.
    """

    id: str
    origin: str
    plugin: str
    package: str
    name: Text
    summary: Text
    carries: frozenset[Format]
    strategies: tuple[Strategy, ...]
    values: Mapping[str, Value]
    plain: Mapping[str, Any]
    evidence: Mapping[str, Evidence]

    def facts(self) -> dict[str, Any]:
        """Every fact of the network with its sources, read from its folder on each call."""
        from channelwise.files.read import read_document
        from channelwise.load.bundle import folder

        return dict(read_document(folder(self.package) / "facts.yaml").data)
