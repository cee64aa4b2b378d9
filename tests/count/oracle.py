"""The package `twitter-text-parser` as a second opinion, and texts to ask it about."""

import random
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from types import ModuleType
from typing import Any

import yaml

from channelwise.count.hosts import sound_labels
from channelwise_networks.x.counting import measured


def ours(text: str) -> int:
    """Our length of a text."""
    return sum(piece.total for piece in measured(text).pieces)


@cache
def package() -> ModuleType:
    """The package. It asks `pkg_resources` for a file, which newer setuptools do not have."""
    stand_in = ModuleType("pkg_resources")
    stand_in.resource_string = lambda name, file: (
        files(name.rpartition(".")[0]).joinpath(file).read_bytes()
    )
    before = sys.modules.get("pkg_resources")
    sys.modules["pkg_resources"] = stand_in
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import twitter_text
    finally:
        if before is None:
            del sys.modules["pkg_resources"]
        else:
            sys.modules["pkg_resources"] = before
    return twitter_text


def theirs(text: str) -> int:
    """The package's length of a text."""
    return package().parse_tweet(text).weightedLength


@contextmanager
def lenient_hosts() -> Iterator[None]:
    """The package with the published check of host names: that labels are not too long.

    By itself it encodes them with Python's IDNA codec, which refuses more: a label in which
    writing directions mix, for one; and it drops joiners and selectors before it measures a
    label, so that some labels of emoji pass that are too long. The network does neither.
    """
    package()
    module: Any = sys.modules["twitter_text.extract_urls"]
    strict = module.idna_to_ascii
    module.idna_to_ascii = lambda host: host if sound_labels(host) else None
    try:
        yield
    finally:
        module.idna_to_ascii = strict


def hosts_judged_otherwise(text: str) -> list[str]:
    """Host names in a text that only one of the package's check and the published one accepts."""
    package()
    module: Any = sys.modules["twitter_text.extract_urls"]
    strict, found = module.idna_to_ascii, []

    def noting(host: str) -> str | None:
        if bool(strict(host)) != sound_labels(host):
            found.append(host)
        return strict(host)

    module.idna_to_ascii = noting
    try:
        theirs(text)
    finally:
        module.idna_to_ascii = strict
    return found


@cache
def known_emoji() -> tuple[str, ...]:
    """The emoji of the package's list (version 12), but for the two that are letters to us."""
    package()
    module: Any = sys.modules["twitter_text.regexp.emoji"]
    return tuple(entry.emoji for entry in module.emoji_list if entry.emoji not in "©®")


_ENDINGS = [
    "com",
    "ir",
    "org",
    "co",
    "ایران",
    "рф",
    "中国",
    "de",
    "com.au",
    "co.uk",
    "xn--p1ai",
    "example",
]
_LABELS = [
    "example",
    "foo-bar",
    "a",
    "b1",
    "مثال",
    "سلام",
    "日本語",
    "bücher",
    "x_y",
    "-",
    "_",
    "t",
    "www",
]
_TAILS = [
    "", "", "/", "/a", "/a/b.html", "/a(b)", "/a(b(c)d)e", "/(", "/a.", "/ы", "/@x/", "?x=1", "/?x=1",
    "/a?b=c&d", "/a?!", ":80", ":80/x", "/a#b", "/–",
]  # fmt: skip
_WORDS = {
    "persian": ["سلام", "می‌خواهیم", "کتاب‌ها", "را", "۱۴۰۵", "مُحَمَّد", "؟", "،", "ﷺ", "ـ"],
    "east asian": ["日本語", "中文", "한국", "ｱ", "々", "～"],
    "marks": ["e\u0301", "a\u0323\u0301", "\u1100\u1161\u11a8", "\u0958", "é", "\u200d", "\u200c", "\ufe0f", "\u20e3", "\u0301"],
    "signs": ["🇮🇷", "🇽🇽", "🇮", "1️⃣", "#⃣", "9", "👍🏽", "🏽", "👨‍👩‍👧", "❤", "❤️", "™", "☎", "👨‍👨"],
    "between": [" ", " ", "\n", "\r\n", ".", ",", "!", "(", ")", "@", "#", "$", "-", "_", "/", ":", '"', "\u200f", "\u202b", "\u2066", "\u00a0", "\u3000", "–", "…", "＠"],
    "latin": ["hello", "World", "x", "ok", "a1", "http", "https", "t.co/abcDEF12", "https://t.co/abc?x=1", "https://t.co/" + "a" * 41, "@user", "#tag", "user@example.com", "ΑΒ", "ι", "Ж"],
}  # fmt: skip


def texts(number: int, seed: int) -> Iterator[str]:
    """Texts of links, emoji, Persian, Chinese, marks and joiners, glued in every way."""
    chance = random.Random(seed)
    makers: list[Callable[[], str]] = [lambda: chance.choice(known_emoji()), lambda: _link(chance)]
    makers += [lambda words=words: chance.choice(words) for words in _WORDS.values()]
    for _ in range(number):
        yield "".join(chance.choice(makers)() for _ in range(chance.randint(1, 12)))


def _link(chance: random.Random) -> str:
    scheme = chance.choice(["http://", "https://", "HTTP://", "ftp://", ""])
    labels = ".".join(chance.choice(_LABELS) for _ in range(chance.randint(1, 3)))
    return f"{scheme}{labels}.{chance.choice(_ENDINGS)}{chance.choice(_TAILS)}"


def cases(path: Any, *keys: str) -> Any:
    """A part of a YAML file of test data."""
    found = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    for key in keys:
        found = found[key]
    return found
