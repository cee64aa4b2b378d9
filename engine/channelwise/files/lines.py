"""From an offset in a text to a line and a column."""

from bisect import bisect_right

from channelwise.files.tree import Place


class Lines:
    r"""The line starts of a text, found once, so that many offsets can be placed.

    Example:
        >>> Lines("a\nbc").place(3)
        Place(line=2, column=2)

    """

    def __init__(self, text: str) -> None:
        starts = [0]
        for line in text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        self._starts = starts[:-1]

    def place(self, offset: int) -> Place:
        """The place of the character at `offset`, which counts from 0."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)
