"""Drafts that could not be read, as part of an answer: programs see no standard error."""

from collections.abc import Iterable

from channelwise.check.model import Unread
from channelwise.errors import Problem
from channelwise.files.say import localised
from channelwise.recommend.model import Said


def unread(problems: Iterable[Problem]) -> list[Unread]:
    """What is wrong with them, in order, in both languages."""
    return [
        Unread(
            file=one.file, line=one.line or None, column=one.column or None,
            message=Said(en=localised(one, "en"), fa=localised(one, "fa")),
        )
        for one in problems
    ]  # fmt: skip
