"""Ten thousand drafts, made from a seed: short and long, English, Persian and both.

A draft is a few sentences of a small business, some of them pushing, hurried or full of jargon,
with hashtags, links, mentions and emoji here and there, and a front matter that names
networks, account and format. Half the sentences are the labelled posts of `tests/tone/posts`,
half are from the banks of `phrases.yaml`; all were made up for this project. Every fifth draft
has a picture, one plain area of colour, since some networks take no post without one.

    python -m benchmarks.drafts FOLDER
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from struct import pack
from typing import Any, Final, Literal
from zlib import compress, crc32

import yaml

HERE: Final = Path(__file__).parent
POSTS: Final = HERE.parent / "tests" / "tone" / "posts"
NUMBER: Final = 10_000
SEED: Final = 20_261_123

Language = Literal["en", "fa"]
_LANGUAGES: Final[tuple[Language, ...]] = ("en", "fa")
_IN_WORDS: Final = ("x", "linkedin")  # networks that take a post of words alone
_NETWORKS: Final = (*_IN_WORDS, "instagram", "snapchat")
_ACCOUNTS: Final = ("shop", "owner")
_PICTURE: Final = "loaf.png"
_SIZE: Final = (1080, 1350)
_SENTENCES: Final = ((1, 1), (1, 2), (2, 4), (4, 8), (8, 14))
_SHARES: Final = (25, 25, 25, 18, 7)  # per cent of the drafts that are so long

SETTINGS: Final = """\
accounts:
  - {name: shop, network: x, kind: business, voice: we, topics: [bread, baking, نان]}
  - {name: owner, kind: personal, voice: i}
ignore:
  - {code: core.signs.emoji, files: ["*7.md"], reason: the birthday series}
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A draft: its text, the fields above it, and whether all of it is in one language."""

    text: str
    fields: tuple[str, ...]
    language: Language | None

    @property
    def source(self) -> str:
        front = "".join(f"{field}\n" for field in self.fields)
        return f"---\n{front}---\n\n{self.text}\n" if front else f"{self.text}\n"


@cache
def _posts(language: Language) -> tuple[str, ...]:
    """The texts of the labelled posts of a language."""
    files = sorted(POSTS.glob(f"{language}_*.yaml"))
    read = [yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader) for file in files]
    return tuple(post["text"] for file in read for post in file["posts"])


@cache
def _phrases() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((HERE / "phrases.yaml").read_text("utf-8"))
    return found


def drafts(number: int = NUMBER, seed: int = SEED) -> list[Made]:
    """So many drafts; the same for the same seed, wherever they are made."""
    chance = Random(seed)
    return [_draft(chance) for _ in range(number)]


def write(folder: Path, made: Sequence[Made]) -> None:
    """One Markdown file a draft, a hundred to a folder, and the settings above them."""
    (folder / "channelwise.yaml").write_text(SETTINGS, "utf-8")
    for index, one in enumerate(made):
        file = folder / f"{index // 100:03}" / f"{index:05}.md"
        if index % 100 == 0:
            file.parent.mkdir(exist_ok=True)
            file.with_name(_PICTURE).write_bytes(_png(*_SIZE))
        file.write_text(one.source, "utf-8", newline="\n")


def _png(width: int, height: int) -> bytes:
    """A picture in one shade of grey."""
    rows = (b"\0" + b"\x99" * width) * height
    header = pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", compress(rows)), (b"IEND", b""))
    chunks = (
        pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _draft(chance: Random) -> Made:
    languages = chance.choices((("en",), ("fa",), _LANGUAGES), (45, 40, 15))[0]
    least, most = chance.choices(_SENTENCES, _SHARES)[0]
    number = chance.randint(least, most)
    sentences = [_sentence(chance, chance.choice(languages)) for _ in range(number)]
    text = "".join(
        one + (chance.choice((" ", " ", " ", "\n", "\n\n")) if at < number - 1 else "")
        for at, one in enumerate(sentences)
    )
    single = languages[0] if len(languages) == 1 else None
    return Made(text + _tail(chance, languages), tuple(_fields(chance, single)), single)


def _sentence(chance: Random, language: Language) -> str:
    if chance.random() < 0.5:
        return chance.choice(_posts(language))
    bank = _phrases()[language]
    kind = chance.choices(("plain", "selling", "urgency", "jargon"), (70, 12, 10, 8))[0]
    sentence: str = chance.choice(bank[kind])
    return sentence.format(**{
        hole: chance.choice(bank[hole]) for hole in ("thing", "place", "day", "number")
    })  # fmt: skip


def _tail(chance: Random, languages: Sequence[Language]) -> str:
    """What often stands at the end of a post: a link, a mention, emoji, hashtags."""
    signs = _phrases()["signs"]
    bank = _phrases()[chance.choice(languages)]
    parts = []
    for share, words in ((0.2, signs["links"]), (0.15, signs["mentions"]), (0.25, signs["emoji"])):
        if chance.random() < share:
            parts.append(" " + chance.choice(words))
    if chance.random() < 0.6:
        number = chance.choice((1, 2, 2, 3, 3, 5, 12))
        parts.append("\n" + " ".join(chance.choice(bank["hashtags"]) for _ in range(number)))
    return "".join(parts)


def _fields(chance: Random, language: Language | None) -> list[str]:
    """The lines of a front matter; one draft in ten has none."""
    if chance.random() < 0.1:
        return []
    pictured = chance.random() < 0.2
    known = _NETWORKS if pictured else _IN_WORDS
    networks = chance.sample(known, min(len(known), chance.choice((1, 1, 2, 3))))
    fields = [f"networks: [{', '.join(networks)}]"]
    if chance.random() < 0.7:
        fields.append(f"account: {chance.choice(_ACCOUNTS)}")
    if pictured:
        alt = chance.choice(_phrases()[language or "en"]["alt"])
        fields += ["media:", f"  - file: {_PICTURE}", *([f"    alt: {alt}"] if alt else [])]
    if chance.random() < 0.2:
        fields.append(f"format: {'image' if pictured else 'text'}")
    if language and chance.random() < 0.3:
        fields.append(f"language: {language}")
    if chance.random() < 0.2:
        fields.append(f"schedule: 2026-12-{chance.randint(1, 28):02}T{chance.randint(8, 20):02}:30")
    if not pictured and chance.random() < 0.15:
        fields.append("reply: true")
    return fields


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the drafts into an empty folder."""
    parser = argparse.ArgumentParser(description="Write drafts made from a seed.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=NUMBER)
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    write(options.folder, drafts(options.number))
    return 0


if __name__ == "__main__":
    sys.exit(main())
