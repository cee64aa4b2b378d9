"""What stands in the place of a link that leaves a text, and putting it there."""

import re
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from channelwise.adapt.groups import Group, line_before

_BLANKS: Final = " \t"
_COLONS: Final = (":", "\uff1a")
# Signs and marks of lists that would point at nothing if nothing stood behind them.
_POINTING: Final = re.compile(
    "(?:[👉👇➡⬇▶►→↓🔗][\ufe0f\U0001f3fb-\U0001f3ff]?|[-–—•*·▪●]|^\\s*[\\d۰-۹]{1,3}[.)])$"
)
_TAIL: Final = " \t.,;:!?،؛؟"  # marks that only closed the link

# Words in its place; its own words; the line that tells of all links, in its place or below its
# own line; or nothing.
Way = Literal["words", "label", "here", "below", "gone"]


class Placed(NamedTuple):
    """A text whose links are gone, and whether the line that tells of all of them is in it."""

    text: str
    lined: bool


def ways(text: str, groups: Sequence[Group], words: Sequence[str], plain: str) -> list[Way]:
    """What becomes of each group; each of several that are announced gets words of its own.

    `words` are what would stand for each group within a sentence, `plain` that without a number.
    """
    last = max((at for at, one in enumerate(groups) if one.alone), default=-1)
    before = [line_before(text, one.start) if one.alone else "" for one in groups]
    pointed = [_POINTING.search(line) is not None for line in before]
    announced = [line.endswith(_COLONS) for line in before]
    several = sum(pointed) + sum(announced) > 1

    def way(at: int) -> Way:
        if not groups[at].alone:
            return "label" if groups[at].label else "words"
        needed = pointed[at] or announced[at]
        if needed and (several or at != last or (pointed[at] and words[at] != plain)):
            return "words"
        if pointed[at]:
            return "here"
        return "below" if at == last else "gone"

    return [way(at) for at in range(len(groups))]


def placed(
    text: str, groups: Sequence[Group], words: Sequence[str], line: str, plain: str
) -> Placed:
    """The text without the groups. `line` says where they are, once at most."""
    if not groups:
        return Placed(text, lined=False)
    chosen, out, at = ways(text, groups, words, plain), "", 0
    for group, inside, way in zip(groups, words, chosen, strict=True):
        out += text[at : group.start]
        at = group.end
        if way == "label":
            out += f"{group.label} {inside}".rstrip(_BLANKS)
        elif way in ("words", "here"):
            out += line if way == "here" else inside
        else:
            out, at = _without(out, text, at, line if way == "below" else "")
    lined = "here" in chosen or "below" in chosen
    return Placed((out + text[at:]).strip("\n"), lined)


def _without(out: str, text: str, at: int, line: str) -> tuple[str, int]:
    """What is left of a line that lost its link: no mark that only closed the link."""
    stop = text.find("\n", at)
    rest = text[at : stop if stop >= 0 else len(text)]
    out = f"{out.rstrip(_BLANKS)} {rest.strip(_TAIL)}".rstrip(_BLANKS)
    return _line_end(out, text, at + len(rest), line)


def _line_end(out: str, text: str, at: int, line: str) -> tuple[str, int]:
    """What comes behind a line that lost its link: `line` if any, and no empty line by itself."""
    is_empty = not out or out.endswith("\n")
    if line:
        return out + (line if is_empty else f"\n{line}"), at
    if is_empty:
        at += 1
        at += out.endswith("\n\n") and text.startswith("\n", at)
    return out, at
