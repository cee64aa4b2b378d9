"""An adaptation as drafts again, to be checked, counted, adapted or posted by a program."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from channelwise.adapt.model import Adaptation, Adapted, PostPart
from channelwise.check.suppress import read_exceptions
from channelwise.drafts.model import Draft
from channelwise.vocabulary import Format

_FOLLOWING: Final[Format] = "text"


def adapted_drafts(
    answer: Adaptation, drafts: Sequence[Draft], folder: Path
) -> list[dict[str, Any]]:
    """One draft for each part of an adaptation, as JSON files of drafts hold them.

    What answers a post of the same list, a comment with its links or a further post of a chain,
    is marked as a reply and follows it.

    Args:
        answer: what became of the drafts.
        drafts: those that were adapted, in their order.
        folder: where the list is to stand; media are named as seen from there.

    Example:
        >>> adapted_drafts(engine.adapt(draft, "acme"), [draft], Path())  # doctest: +SKIP
        [{'networks': ['acme'], 'language': 'en', 'format': 'text', 'text': 'Fresh bread'}]
    """
    each = len(answer.results) // len(drafts) if drafts else 0
    return [
        {name: value for name, value in fields.items() if value}
        for index, found in enumerate(answer.results)
        for fields in _Written(drafts[index // each], found, folder).fields()
    ]


class _Written:
    """One draft on one network."""

    def __init__(self, draft: Draft, found: Adapted, folder: Path) -> None:
        self._draft, self._found, self._folder = draft, found, folder

    def fields(self) -> Iterator[dict[str, Any]]:
        for index, part in enumerate(self._found.parts):
            begins = index == 0
            yield {
                **self._of_all(),
                "format": self._format(part, begins=begins),
                **(self._of_first() if begins else {}),
                "media": [self._media(written) for written in part.media],
                "reply": self._draft.reply if begins else True,
                # The line end that ends a text in a file is no part of it.
                "text": f"{part.text}\n" if part.text.endswith("\n") else part.text or "\n",
            }

    def _of_all(self) -> dict[str, Any]:
        draft, found = self._draft, self._found
        return {
            "networks": [found.network], "account": found.account, "kind": draft.kind,
            "language": found.language, "ignore": list(_ignored(draft)),
        }  # fmt: skip

    def _of_first(self) -> dict[str, Any]:
        draft = self._draft
        placed = any(draft.link and draft.link in part.text for part in self._found.parts)
        moved = any(draft.link in change.items for change in self._found.changes)
        return {
            "title": draft.title, "poll": list(draft.poll),
            "schedule": draft.schedule and draft.schedule.isoformat(),
            "link": None if placed or moved else draft.link,
        }  # fmt: skip

    def _format(self, part: PostPart, *, begins: bool) -> Format | None:
        if part.kind == "comment":
            return None
        return self._found.format if begins else _FOLLOWING

    def _media(self, written: str) -> dict[str, str]:
        found = next(one for one in self._draft.media if one.written == written)
        file = Path(os.path.relpath(found.path, self._folder)).as_posix()
        return {"file": file, "alt": found.alt} if found.alt else {"file": file}


def _ignored(draft: Draft) -> Iterator[dict[str, str]]:
    """The exceptions of a draft. Lines change, so that those of comments hold for all of it."""
    for one in read_exceptions(draft).exceptions:
        until = {"until": one.until.isoformat()} if one.until else {}
        yield from ({"code": code, "reason": one.reason, **until} for code in one.codes)
