"""Links in running text, as people write and paste them: the finder of tone rules and `adapt`.

`channelwise.count.links` finds them as networks do that give each link one price; both agree on
where a link begins and ends, but for what this one knows beyond the other, since a link that is
moved must not be broken: any host behind `https://`, paths in any script, fragments. Text is read
once from left to right, so that the time grows with its length alone.
"""

import re
from collections.abc import Iterator
from typing import Final

Span = tuple[int, int]

# Endings of hosts that make a link of a bare name; words of a sentence are not among them.
_ENDINGS: Final = (
    "com|net|org|info|biz|shop|store|online|site|app|dev|io|co|me|ir|uk|de|fr|nl|us|ca|au|eu|tv"
    "|ai|es|pt|ch|dk|pl|ru|br|jp|nz|ie|tr|ae|edu|gov|cafe|restaurant|bakery|blog|xyz|website"
)
_LETTERS: Final = "A-Za-z0-9À-ÖØ-öø-ɏ"
_NO_LETTER: Final = r"(?![A-Za-z0-9_@+-])"
# No part of a path: what quotes, breaks a line, turns the direction, or ends a sentence elsewhere.
_OUTSIDE: Final = (
    r"\s<>\"«»“”„…،؛؟。、！？「」『』`^\\"
    r"\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
)
_SIGN: Final = rf"[^{_OUTSIDE}()\[\]{{}},;|]"
_IN_BRACKETS: Final = rf"[^{_OUTSIDE}()]"
# Brackets are part of a path in pairs alone, and marks that list things only within one link.
_PATH: Final = (
    rf"(?:{_SIGN}++|[,;|](?!https?://|www\.)"
    rf"|\((?:{_IN_BRACKETS}++|\({_IN_BRACKETS}*+\))*+\)"
    rf"|\[[^{_OUTSIDE}\[\]()]*+\]|\{{{{?[^{_OUTSIDE}{{}}]++\}}}}?)*+"
)
_USER: Final = r"(?:[\w.~+-]{1,64}+(?::[^\s@/]{0,64}+)?@)?"
# The last part of a host in Latin letters ends where another script goes on without a blank.
_HOST: Final = r"(?:[\w-]++\.(?=\w))++(?:[A-Za-z0-9][A-Za-z0-9-]*+|[^\W_]++)"
_BARE: Final = (
    rf"(?<![{_LETTERS}@\uff20$#\uff03_./-])(?=[{_LETTERS}])(?:[{_LETTERS}-]{{1,63}}\.){{1,5}}"
    rf"(?:(?i:{_ENDINGS}){_NO_LETTER}|[A-Za-z]{{2}}(?=/\w))"
)
_LINK: Final = re.compile(
    rf"(?:(?<![A-Za-z0-9@\uff20$#\uff03])(?:(?i:https?)://{_USER}|(?=(?i:www)\.[\w-]++\.\w)){_HOST}"
    rf"(?::\d{{1,5}}+)?(?:(?:[/?]|\#(?=\w)){_PATH})?|{_BARE}(?::\d{{1,5}}+)?(?:[/?]{_PATH})?)"
)
_TAIL: Final = ".,:;!?'’‘*~|&@$%([{"
_QUERY_TAIL: Final = _TAIL.replace("&", "")


def links(text: str) -> Iterator[Span]:
    """Start and end of each link, in order, without the marks behind it.

    Example:
        >>> text = "See example.com/a_(b), https://a.example/x."
        >>> [text[start:end] for start, end in links(text)]
        ['example.com/a_(b)', 'https://a.example/x']
    """
    if "." not in text:
        return
    for found in _LINK.finditer(text):
        whole = found[0]
        kept = whole.rstrip(_QUERY_TAIL if "?" in whole else _TAIL)
        yield found.start(), found.start() + len(kept)
