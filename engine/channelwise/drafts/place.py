"""From a place in the text of a draft to the place in its file."""

from functools import lru_cache

from channelwise.drafts.cuts import source_at
from channelwise.drafts.model import Draft, Spot
from channelwise.files.lines import Lines


def place_of(draft: Draft, offset: int) -> Spot:
    r"""Where the code point at `offset` of the text stands in the file.

    Offsets count code points from 0; that of the end of the text is allowed, and is the place
    behind its last code point.

    Raises:
        IndexError: an offset that is not in the text.

    Example:
        >>> from channelwise.drafts.read import draft_from
        >>> place_of(draft_from("---\nnetworks: acme\n---\nOne\nTwo", "a.md"), 4)
        Spot(line=5, column=1)

    """
    if not 0 <= offset <= len(draft.text):
        raise IndexError(offset)
    if not draft.runs:  # built by hand
        return _spot(draft.text, offset, draft.text_at or Spot(1, 1))
    return Spot(*_lines(draft.source).place(source_at(draft.runs, offset)))


@lru_cache(maxsize=2)
def _lines(source: str) -> Lines:
    """The lines of a file, found once for all that is placed in it, one draft after another."""
    return Lines(source)


def _spot(source: str, at: int, first: Spot) -> Spot:
    line = source.count("\n", 0, at)
    start = source.rfind("\n", 0, at) + 1
    return Spot(first.line + line, at - start + (1 if line else first.column))
