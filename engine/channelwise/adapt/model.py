"""The answer of an adaptation: what is posted, what was changed and why, what is left to do.

Everything a person reads is there in English and Persian; the post itself stays in its own
language. The JSON of equal input is equal byte for byte.
"""

from typing import Literal

from pydantic import Field

from channelwise.recommend.model import Ground, Part, Said, ToneAnswer
from channelwise.vocabulary import Format

PostKind = Literal["post", "comment"]
CutAt = Literal["end", "paragraph", "sentence", "clause", "word", "letter"]
ChangeKind = Literal["format", "links", "link_added", "hashtags", "split", "media"]
TaskKind = Literal[
    "length", "link", "hashtags", "format", "media", "alt", "poll", "title", "text", "fold",
    "placeholder",
]  # fmt: skip


class PartCount(Part):
    """The length of a part in one unit, beside the limit that it has to keep, if there is one.

    `made` says what the length is made of. The number of a part, such as 1/5, is counted in it.
    `plain` tells that it is made of characters that cost 1 each, so that `made` adds nothing.
    """

    unit: str
    total: int
    limit: int | None
    left: int | None = Field(description="units to spare; below zero, how many are too many")
    hard: bool
    made: Said
    plain: bool = False


class PostPart(Part):
    """One thing to post. The first is the post itself, further ones are chained to it.

    `ends_at` says where it was cut from what follows; `end` if nothing was cut. `label` is the
    number in its text, such as `1/5`, which stands on its last line. `media` are the files that go
    with it, as they are written in the draft.
    """

    kind: PostKind
    text: str
    label: str | None
    ends_at: CutAt
    counts: list[PartCount]
    fits: bool
    media: list[str] = Field(default=[])


class Change(Part):
    """Something that was changed: what, why, and the facts it rests on.

    `items` are the links, hashtags or files that it is about, as they were written.
    """

    kind: ChangeKind
    text: Said
    because: Said
    items: list[str]
    grounds: list[Ground]


class Task(Part):
    """Something that a person has to do. `hard` tells that it cannot be posted before."""

    kind: TaskKind
    text: Said
    because: Said | None
    hard: bool
    grounds: list[Ground]


class Fold(Part):
    """What is seen of the first part before "more": `shown`, and `hidden` behind it.

    `inside` is true if the fold cuts the first sentence.
    """

    limit: int
    shown: str
    hidden: str
    inside: bool
    grounds: list[Ground]


class Adapted(Part):
    """One draft on one network.

    `unchanged` is true if the text is posted as it was written. `format` is what it is posted
    as, `language` that of the text: declared, or told by its letters and words, or unknown.
    `account` is the one that posts it there; null for one that is on another network.
    """

    file: str
    line: int = Field(
        description="where the text begins in the file; in JSON, where its draft does"
    )
    network: str
    name: Said
    account: str | None
    format: Format | None
    language: str | None
    unchanged: bool
    parts: list[PostPart]
    changes: list[Change]
    tasks: list[Task]
    fold: Fold | None
    tone: ToneAnswer
    format_note: Said | None

    @property
    def met(self) -> bool:
        """True if nothing hard is left."""
        return not any(task.hard for task in self.tasks)


class Adaptation(Part):
    """Drafts on networks, draft by draft in the order given."""

    form: Literal["channelwise.adaptation/1"] = "channelwise.adaptation/1"
    version: str
    rulebook: str = Field(description="fingerprint of rules and networks")
    as_of: str = Field(description="month against which the age of facts was judged")
    results: list[Adapted]

    @property
    def met(self) -> bool:
        """True if every draft can be posted once the soft tasks are done or let be."""
        return all(result.met for result in self.results)
