"""From a place in the text of a draft to the place in its file."""

from bisect import bisect_right

from channelwise.drafts.model import Draft, Spot


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
    return _spot(draft.source, _source_offset(draft, offset), Spot(1, 1))


def _source_offset(draft: Draft, offset: int) -> int:
    index = bisect_right(draft.runs, offset, key=lambda run: run.text) - 1
    return draft.runs[index].source + offset - draft.runs[index].text


def _spot(source: str, at: int, first: Spot) -> Spot:
    line = source.count("\n", 0, at)
    start = source.rfind("\n", 0, at) + 1
    return Spot(first.line + line, at - start + (1 if line else first.column))
