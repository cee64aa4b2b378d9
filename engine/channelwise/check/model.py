"""What a check reports, as linters do: a code, a level, a place, a reason, and the way out."""

from typing import Final, Literal

from pydantic import Field

from channelwise.recommend.model import Ground, Part, Said
from channelwise.vocabulary import Format

Level = Literal["error", "warning", "note"]
State = Literal["found", "not_evaluated"]
FailOn = Literal["error", "warning", "note", "never"]
Where = Literal["source", "config"]

LEVELS: Final[tuple[Level, ...]] = ("error", "warning", "note")


class Span(Part):
    """Where in the file: from the first code point to the one after the last; both from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


class Fix(Part):
    """The way out in words, and the text that would stand in the span's place if it is certain."""

    text: Said
    replacement: str | None = None


class Finding(Part):
    """One thing found in one draft, or in a set of them.

    `code` is stable (`core.separation.opinion`, `NETWORK.length`). `network` is None for what
    holds everywhere. `state` is `not_evaluated` where something needed is not known or not
    installed: then nothing is claimed of the draft, and the level is `note`. `count` tells how
    a number was reached. `formats` are those that the draft was taken for, where it does not say
    one itself. `suppressed` is the reason that somebody gave for living with it, and
    `suppressed_in` where: in the draft's own file or in the settings. `covered_by` is the code
    of another finding of the draft that says the same more exactly.
    """

    code: str
    level: Level
    state: State = "found"
    file: str
    network: str | None
    span: Span | None
    message: Said
    because: Said
    fix: Fix | None
    count: Said | None = None
    grounds: list[Ground] = Field(default_factory=list)
    formats: list[Format] = Field(default_factory=list)
    suppressed: str | None = None
    suppressed_in: Where | None = None
    covered_by: str | None = None

    @property
    def stands(self) -> bool:
        """True if it says that something is wrong, nobody has accepted it, and no other says so."""
        return self.state == "found" and self.suppressed is None and self.covered_by is None

    @property
    def leaves_out(self) -> bool:
        """True if it tells that limits of a network were not held against the draft at all, or
        only those of several formats together, or that no word was judged. People have to see
        that without asking for it.
        """
        large = self.code in (f"{self.network}.format", "core.network", "core.not-checked.language")
        return large and self.state == "not_evaluated" and self.suppressed is None


class About(Part):
    """What stands behind a code: its name, what it is for, and what to do instead."""

    code: str
    level: Level = Field(description="the highest level that it was reported at")
    title: Said
    because: Said
    instead: Said | None


class Unread(Part):
    """Why a draft could not be read and so was not checked; line and column count from 1.

    `message` is the whole line that a person is told, with the place.
    """

    file: str
    line: int | None
    column: int | None
    message: Said


class Checked(Part):
    """The findings of a run, in the order of files, places and codes."""

    form: Literal["channelwise.check/1"] = "channelwise.check/1"
    version: str
    rulebook: str
    as_of: str
    files: list[str]
    findings: list[Finding]
    rules: list[About] = Field(default_factory=list, description="what stands behind each code")
    unread: list[Unread] = Field(
        default_factory=list, description="what could not be read; the run is not whole then"
    )
    summary: dict[str, int] = Field(
        description="findings by level, without those suppressed or not evaluated; and these two"
    )

    def fails(self, fail_on: FailOn) -> bool:
        """True if something stands at this level or above.

        Example:
            >>> Checked(version="1", rulebook="", as_of="2026-11", files=[], findings=[],
            ...     summary={}).fails("note")
            False

        """
        if fail_on == "never":
            return False
        bad = LEVELS[: LEVELS.index(fail_on) + 1]
        return any(finding.stands and finding.level in bad for finding in self.findings)
