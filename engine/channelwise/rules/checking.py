"""What a check of a rule file has found so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from channelwise.errors import Problem
from channelwise.files.show import shortened
from channelwise.files.tree import Document, Path, dotted

if TYPE_CHECKING:
    from channelwise.rules.check_named import Size


@dataclass(slots=True)
class Check:
    """What is wrong so far, and the conditions one may name."""

    document: Document
    named: Mapping[str, Any]
    network: str | None
    problems: list[Problem] = field(default_factory=list)
    sizes: Mapping[str, "Size"] = field(default_factory=dict)

    def report(self, path: Path, message: str, suggestion: str = "", *, key: bool = False) -> None:
        place = self.document.key_place(path) if key else self.document.place(path)
        self.problems.append(
            Problem(
                file=self.document.file, line=place.line, column=place.column, message=message,
                field=dotted(with_short_keys(path)), key="rule", suggestion=suggestion,
            )
        )  # fmt: skip


def with_short_keys(path: Path) -> Path:
    """The path with keys of any length made short enough for an error."""
    return tuple(step if isinstance(step, int) else shortened(step) for step in path)
