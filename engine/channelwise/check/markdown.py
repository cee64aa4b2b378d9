"""Marks of Markdown in a text, which most networks show as they are written."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from channelwise.check.format_of import possible
from channelwise.check.model import Finding
from channelwise.check.say import span_of
from channelwise.check.subject import Post, own_finding
from channelwise.files.show import shortened
from channelwise.networks.model import Network

# What a mark around words may stand behind: so prices (5*3), faces (^_^) and names are none.
_BEHIND: Final = r"(?<![^\s(\"'«“])"
_URL: Final = r"(?:https?://|www\.)[^\s<>()\[\]*]++"
_ENTITIES: Final = "amp|lt|gt|quot|apos|nbsp|ndash|mdash|hellip|copy|reg|trade|euro|zwnj|zwj"
# A link's address has a full stop, a stroke, a hash or a colon in it, and no blank.
_TARGET: Final = r"<?(?=[^\s()]{0,500}[./#:])[^\s()]{1,500}+(?:\([^\s()]{0,200}\)[^\s()]{0,200}+)?"
_DEFINITION: Final = re.compile(
    r"^[ ]{0,3}\[[^\[\]\n]{1,60}\]:[ \t]{1,9}<?(?:https?://|www\.)\S++", re.MULTILINE
)
_REFERENCE: Final = re.compile(r"\[[^\[\]\n]{1,200}\]\[[^\[\]\n]{0,60}\]")
# Each part stops at the next mark of its kind, so that no text takes more than one short look
# from each place. Addresses, names and hashtags are passed over whole.
_MARK: Final = re.compile(
    rf"""
      !?\[[^\[\]\n]{{1,300}}\]\({_TARGET}(?:[ ]"[^"\n]{{0,200}}")?\)
    | <https?://[^\s<>]{{1,500}}>
    | (?P<passed>{_URL}|(?<!\w)[@\#][\w.]++)
    | ^\#{{1,6}}[ \t][ \t]{{0,9}}[^\s\#][^\n]{{0,80}}
    | ^>{{1,3}}[ ](?!\d)\S[^\n]{{0,80}}
    | ^```
    | \*\*(?=[^\s*])[^*\n]{{1,300}}(?<=[^\s*])\*\*
    | {_BEHIND}__(?=\w)[^_\n]{{1,300}}(?<=[^\s_])__(?!\w)
    | ~~(?=[^\s~])[^~\n]{{1,300}}(?<=[^\s~])~~
    | {_BEHIND}\*(?=\w)[^*\n]{{1,100}}(?<=[\w.!?؟])\*(?![\w*])
    | {_BEHIND}_(?=[^\W_])[^_\n]{{1,100}}(?<=[^\W_]|[.!?؟])_(?!\w)
    | {_BEHIND}`(?=[^\s`])[^`\n]{{1,300}}(?<=[^\s`])`(?!\w)
    | &(?:{_ENTITIES}|\#[0-9]{{2,6}}|\#x[0-9a-fA-F]{{2,6}});
    | (?<![\\¯])\\[*_\#`~\[\]]
    """,
    re.VERBOSE | re.MULTILINE,
)


def marks(text: str) -> Iterator[tuple[int, int]]:
    """Where each mark of Markdown begins and ends, with the words that it is around.

    Hashtags and the dashes of a list are none, as they mean the same everywhere.

    Example:
        >>> [text[slice(*one)] for text in ["A **new** #rye at 5*3"] for one in marks(text)]
        ['**new**']

    """
    for found in _MARK.finditer(text):
        if found["passed"] is None:
            yield found.span()


def _all(text: str) -> list[tuple[int, int]]:
    """Links by reference too, if the text says where they lead."""
    defined = [found.span() for found in _DEFINITION.finditer(text)]
    named = [found.span() for found in _REFERENCE.finditer(text)] if defined else []
    return sorted({*marks(text), *defined, *named})


def markdown_findings(post: Post, networks: Sequence[Network]) -> Iterator[Finding]:
    """One note for a draft whose marks some of its networks show as they are written."""
    if not any(not _renders(post, network) for network in networks):
        return
    found = _all(post.draft.text)
    if found:
        text = shortened(post.draft.text[slice(*found[0])])
        key = "markdown" if len(found) == 1 else "markdown.many"
        yield own_finding(
            "core.markdown", "note", post.draft, span_of(post.draft, *found[0]), key, text=text,
            number=len(found),
        )  # fmt: skip


def _renders(post: Post, network: Network) -> bool:
    """Whether a network shows Markdown as it is meant, in every format the draft may be in."""
    formats = network.plain["formats"]
    return all(formats.get(name, {}).get("markdown") for name in possible(post, network).names)
