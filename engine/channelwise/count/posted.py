"""What of a draft is counted, and which limits hold for it: a post, or an answer to somebody."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from channelwise.count.limits import TextLimit
from channelwise.drafts.model import Draft
from channelwise.networks.model import Network
from channelwise.vocabulary import Format

# How long a comment may be, where a network says so.
COMMENT: Final = "comment_max_chars"
# An answer is posted as text, and is as long as that where nothing else is said of comments.
_ANSWERED_AS: Final[Format] = "text"
# Mentions that begin an answer, with the blanks behind them.
_LEADING: Final = re.compile(r"\s*(?:[@\uff20]\w+\s+)+")


class Counted(NamedTuple):
    """The words of a draft that its network counts, and where in the draft's text they begin."""

    text: str
    offset: int


def counted_text(draft: Draft, network: Network) -> Counted:
    """What a network counts of a draft: of an answer, not the mentions that it puts there itself.

    Source: `reply_mentions` of the network's counting. Whether the network really put them there
    cannot be seen, so a text that fits only without them is not sure to fit.

    Example:
        >>> from channelwise import Engine
        >>> from channelwise.drafts.read import draft_from
        >>> network = Engine.load().rulebook.networks[0]
        >>> counted_text(draft_from("At six.", "post.md"), network)
        Counted(text='At six.', offset=0)
    """
    rule = (network.plain.get("counting") or {}).get("reply_mentions") or {}
    found = _LEADING.match(draft.text) if draft.reply and rule.get("value") == "free" else None
    offset = found.end() if found else 0
    return Counted(draft.text[offset:], offset)


def limits_of_post(
    limits: Sequence[TextLimit], name: Format | None, *, reply: bool = False
) -> tuple[TextLimit, ...]:
    """Which of a network's limits on text hold for the words of a post, or of an answer.

    Args:
        limits: every limit of the network that counts text, in the order of formats.
        name: the format that the post has. It does not matter for an answer.
        reply: whether it is an answer. Of comments, the first limit that is named holds for all;
            where none is, they may be as long as posts of text alone.
    """
    if reply:
        answer = next((one for one in limits if _is_of_comments(one.name)), None)
        if answer:
            return (answer,)
        name = _ANSWERED_AS
    return tuple(one for one in limits if one.main and one.format == name)


def _is_of_comments(name: str) -> bool:
    return name == COMMENT or name.endswith(f"_{COMMENT}")  # of a tier of accounts
