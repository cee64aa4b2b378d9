"""What a counting unit of a plugin must be before it is let in."""

import re
from typing import Any, Final

from channelwise.count.model import Counter

_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")


def checked_counter(counter: Counter) -> Counter:
    """The same unit.

    Its function is not called here: a broken one shows when a text is counted, and then ends
    that count alone.

    Raises:
        ValueError, TypeError: a name, function, description or price of links that cannot be used.
    """
    name: Any = counter.name
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ValueError(f"a counting unit cannot be named {name!r}")
    if not callable(counter.measure):
        raise TypeError(f"the measure of '{name}' is not a function")
    description: Any = counter.description
    for lang in ("en", "fa"):
        text = getattr(description, lang, None)
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"the description of '{name}' has no text in '{lang}'")
    link: Any = counter.link
    if link is not None and (type(link) is not int or link < 0):
        raise ValueError(f"'link' of '{name}' is no number of units")
    return counter
