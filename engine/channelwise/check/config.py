"""`channelwise.yaml`: the accounts, what is accepted and why, and what makes a check fail.

accounts:
  - {name: shop, network: acme, kind: business, voice: we, topics: [bread], tier: premium}
exclude: [README.md, "notes/*"]
ignore:
  - {code: acme.hashtags, files: ["archive/*"], reason: written before the rule}
fail_on: warning
"""

from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from channelwise.check.accepted import CODE, matches
from channelwise.check.limits import Terms
from channelwise.check.model import FailOn, Finding, Span
from channelwise.check.say import said
from channelwise.drafts.fields import Day
from channelwise.drafts.model import Spot
from channelwise.files.model import Line, Part
from channelwise.networks.schema import LimitName
from channelwise.vocabulary import AccountKind, PostsWith

NAME: Final = "channelwise.yaml"
_LANGUAGE: Final = r"^[a-z]{2,3}$"


def _refused(key: str) -> PydanticCustomError:
    line = said(f"config.{key}")
    return PydanticCustomError("config", line.en, {"fa": line.fa})


def _code(code: str) -> str:
    if not CODE.fullmatch(code):
        raise _refused("code")
    return code


OwnLimit = Annotated[int, Field(ge=1)]


class Account(Part):
    """An account that drafts may name. What is left out is not known, and not assumed."""

    name: Line
    network: Line | None = Field(None, description="the network that it is on")
    kind: AccountKind | None = None
    topics: list[Line] | None = Field(None, description="what it speaks about; [] is not 'unknown'")
    voice: Literal["i", "we"] | None = None
    tier: Line | None = Field(None, description="such as premium, where limits depend on it")
    language: Annotated[str, Field(pattern=_LANGUAGE)] | None = None
    posts_with: PostsWith | None = Field(
        None, description="by hand in the app, or with a publishing tool"
    )
    limits: dict[LimitName, OwnLimit] = Field(
        {}, description="what the account's own server allows, where each server sets it"
    )


def terms_on(account: Account | None, network: str) -> Terms:
    """What limits on a network depend on, as far as it is known of an account there."""
    if account is None or account.network not in (None, network):
        return Terms()
    return Terms(account.tier, account.posts_with, tuple(account.limits.items()), account.kind)


def tier_on(account: Account | None, network: str) -> str | None:
    """The tier that an account has on a network; None if it is not known to be there."""
    return account.tier if account and account.network == network else None


class Ignore(Part):
    """Findings that are accepted, and why."""

    code: Annotated[Line, AfterValidator(_code)]
    files: Annotated[list[Line], Field(min_length=1)] | None = Field(
        None, description="patterns below the folder of this file; * also stands for /"
    )
    reason: Line
    until: Day | None = Field(None, description="the last day on which it holds")


class ConfigFile(Part):
    """The whole of `channelwise.yaml`."""

    accounts: list[Account] = Field([])
    exclude: list[Line] = Field(
        [], description="files of folders that are no drafts; patterns as under `ignore`"
    )
    ignore: list[Ignore] = Field([])
    fail_on: FailOn | None = None


@dataclass(frozen=True)
class Config:
    """Checked settings. `spots` are the places of the entries of `ignore` in the file.

    Example:
        >>> Config().account("shop") is None
        True

    """

    file: str = NAME
    folder: Path = field(default_factory=Path)
    accounts: tuple[Account, ...] = ()
    exclude: tuple[str, ...] = ()
    ignore: tuple[Ignore, ...] = ()
    fail_on: FailOn | None = None
    spots: tuple[Spot, ...] = ()
    source: str = ""

    def account(self, name: str) -> Account | None:
        return next((one for one in self.accounts if one.name == name), None)

    def leaves_out(self, file: str) -> bool:
        """Whether a file is no draft."""
        return any(self._matches(one, file) for one in self.exclude)

    def covers(self, index: int, file: str) -> bool:
        """Whether an exception is for a draft."""
        patterns = self.ignore[index].files
        return patterns is None or any(self._matches(one, file) for one in patterns)

    def accepts(self, index: int, finding: Finding, today: date) -> bool:
        """Whether an exception accepts a finding on a day."""
        one = self.ignore[index]
        return (
            matches(one.code, finding.code)
            and not self.ended(index, today)
            and self.covers(index, finding.file)
        )

    def ended(self, index: int, today: date) -> bool:
        until = self.ignore[index].until
        return until is not None and today > until

    def span(self, index: int) -> Span | None:
        if index >= len(self.spots):
            return None
        spot = self.spots[index]
        return Span(
            line=spot.line, column=spot.column, end_line=spot.line, end_column=spot.column + 1
        )

    def _matches(self, pattern: str, file: str) -> bool:
        try:
            inside = Path(file).absolute().relative_to(self.folder.absolute())
        except ValueError:  # a draft elsewhere, or on standard input
            inside = Path(PurePath(file).name)
        return fnmatchcase(inside.as_posix(), pattern)
