"""The answer of a count: each text on each network, or in each unit, in one form.

Everything a person reads is there in English and Persian. The JSON of equal input is equal byte
for byte.
"""

from typing import Literal

from pydantic import Field

from channelwise.count.model import Kind, Standing
from channelwise.recommend.model import Ground, Part, Said
from channelwise.vocabulary import Format


class At(Part):
    """A place: `offset` in the text in code points from 0, `line` and `column` of its file from 1.

    Of a text that stands in no file, the line and column are its own.
    """

    offset: int
    line: int
    column: int


class CountPart(Part):
    """Things of one kind and price: `number` x `each` = `total` units."""

    kind: Kind
    number: int
    each: int
    total: int


class Filled(Part):
    """A placeholder such as `[URL]`, and the units that were charged for it.

    `sure` is true where that holds whatever will stand there. `in_link` tells that it is part of a
    link and adds nothing to that link's price.
    """

    text: str
    place: At
    stands_for: Standing
    each: int
    sure: bool
    in_link: bool


class RefusedSign(Part):
    """A character that the network takes in no text: how often it is there, and where first."""

    code_point: str = Field(description="such as U+FFFF")
    number: int
    place: At


class LimitAnswer(Part):
    """A text beside one limit on the text of a post.

    `decides` is true for the limits that the exit code goes by; the others are there for
    comparison. `unsure` means that it fits as counted, but not in the strictest unit that sources
    leave open, or not with the mentions at the start of an answer.
    """

    format: Format
    name: str = Field(description="as the network's file calls it")
    what: Said = Field(description="the same in words")
    tier: str | None = Field(description="the tier of accounts that it holds for; null for all")
    limit: int
    unit: str
    total: int
    left: int = Field(description="units to spare; below zero, how many are too many")
    fits: bool
    unsure: bool
    hard: bool = Field(description="true if the network refuses what is longer")
    decides: bool
    when: Said | None
    too_long_from: At | None
    refused_for_sure: bool = Field(
        description="false where it fits, or where it holds for some ways of posting or kinds of "
        "account and it is not known which is meant"
    )
    ground: Ground | None = Field(description="null for a limit of the account's own server")


class TextCount(Part):
    """One text on one network, or in one unit.

    Without a network, `network`, `name`, `unit_is_known` and `format` are null and there are no
    limits. `total` is the exact sum of `parts`. `format` is null for an answer to somebody
    (`reply`) as well, which has none. The first `not_counted` code points of the text are mentions
    that the network itself puts before an answer.
    """

    file: str | None = Field(description="null if the text stands in no file")
    line: int | None = Field(description="where the draft begins in the file")
    network: str | None
    name: Said | None
    unit: str
    unit_name: Said
    unit_is_known: bool | None = Field(description="false where no source tells how it counts")
    total: int
    parts: list[CountPart]
    placeholders: list[Filled]
    refused: list[RefusedSign]
    account: str | None = Field(description="the account of the settings whose terms hold")
    format: Format | None
    not_carried: Format | None = Field(
        description="the format that the draft declares and the network has not: nothing decides"
    )
    reply: bool
    not_counted: int
    fits: bool = Field(description="false if the network refuses it: too long, or `refused`")
    limits: list[LimitAnswer]


class Counted(Part):
    """Texts in the order given, each on every network or in every unit that was asked for.

    Example:
        >>> from channelwise import Engine
        >>> engine = Engine.load()
        >>> engine.count("Fresh bread at six", unit="graphemes").results[0].total
        18
    """

    form: Literal["channelwise.count/1"] = "channelwise.count/1"
    version: str
    rulebook: str = Field(description="fingerprint of rules and networks")
    as_of: str = Field(description="month against which the age of facts was judged")
    results: list[TextCount]

    @property
    def fits(self) -> bool:
        """True if no text is refused by a network that it was counted for."""
        return all(result.fits for result in self.results)
