"""Where a text has to end to keep a limit."""

from typing import TYPE_CHECKING, Final

from channelwise.count.clusters import cluster_start

if TYPE_CHECKING:
    from channelwise.count.model import Count

# Cutting can make a link of what was none, as after "example.com" in "example.comes"; then the
# cut goes before it. Twice is rare; only a unit that adds up to nothing sensible needs more.
_MOST_CUTS: Final = 16


def fitting_end(found: "Count", limit: int) -> int:
    """The offset up to which a text that is too long fits; never inside a character as people
    see it, an emoji or a link.
    """
    from channelwise.count.counting import count

    end = _end(found, limit)
    for _ in range(_MOST_CUTS):
        cut = count(found.text[:end], found.counter)
        if cut.total <= limit:
            return end
        end = _end(cut, limit)
    return 0


def _end(found: "Count", limit: int) -> int:
    """Where the first thing begins that no longer fits whole."""
    end, offset = _over(found, limit), -1
    while end != offset:  # a character may reach across the end of a link, and so on
        offset = end
        end = _whole_start(found, cluster_start(found.text, offset))
    return end


def _over(found: "Count", limit: int) -> int:
    spent = 0
    for start, measured in found.measured:
        for piece in measured.pieces:
            if spent + piece.total > limit:
                into = 0 if piece.whole else (limit - spent) // piece.cost
                return start + measured.original(piece.start + into)
            spent += piece.total
    raise AssertionError("the pieces add up to the total")


def _whole_start(found: "Count", offset: int) -> int:
    """The start of the emoji or link around an offset; the offset if there is none."""
    for start, measured in found.measured:
        for piece in measured.pieces:
            end = start + measured.original(piece.end)
            if end > offset:
                begin = start + measured.original(piece.start)
                return min(begin, offset) if piece.whole else offset
    return offset
