"""Broken files as test cases: each case file holds a valid base and what to break in it.

A case of `cases/*.yaml` is one of

    {id, swap: [old, new]}     `old` occurs once in the base; the mistake is on its line
    {id, swap: ..., line: n}   the mistake is shown on line n instead; 0 = anywhere
    {id, text: ...}            a whole file

and says with `says` and `hint` what the message must hold. Every base is spoiled as well in
all ways of `SPOILED`, which no file of any kind may be.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

CASES: Final = Path(__file__).parent / "cases"
ACME: Final = Path(__file__).parents[1] / "acme_network"


@dataclass(frozen=True)
class Case:
    """One broken file. `line` is where its mistake must be shown; None = wherever."""

    id: str
    content: bytes
    line: int | None = None
    says: str = ""
    hint: str = ""
    suffix: str = ".yaml"
    part: str = ""  # of a network: network.yaml, facts.yaml or rules.yaml


def _prepend(text: bytes) -> Callable[[bytes], bytes]:
    return lambda base: text + base


def _append(text: bytes) -> Callable[[bytes], bytes]:
    return lambda base: base + text


def _instead(text: bytes) -> Callable[[bytes], bytes]:
    return lambda _: text


def _laughs() -> bytes:
    lines = ["l0: &l0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 12)]
    return ("\n".join(lines) + "\n").encode()


SPOILED: Final[dict[str, Callable[[bytes], bytes]]] = {
    "empty-file": _instead(b""),
    "only-spaces": _instead(b" \n\n  \n"),
    "only-comments": _instead(b"# nothing\n# here\n"),
    "only-marker": _instead(b"---\n"),
    "null-document": _instead(b"null\n"),
    "list-at-top": _instead(b"- 1\n- 2\n"),
    "text-at-top": _instead(b"hello\n"),
    "number-at-top": _instead(b"42\n"),
    "empty-mapping": _instead(b"{}\n"),
    "not-utf8": _append(b"note: caf\xe9\n"),
    "utf-16": lambda base: base.decode().encode("utf-16"),
    "random-bytes": _instead(bytes(range(256)) * 4),
    "nul": _append(b"note: a\x00b\n"),
    "escape-sequence": _append(b"note: \x1b[2J\n"),
    "bidi-override": _append("note: a\u202eb\n".encode()),
    "bidi-isolate": _append("note: a\u2066b\n".encode()),
    "bidi-escaped": _append(b'note: "a\\u202Eb"\n'),
    "byte-order-mark-inside": _append("note: a\ufeffb\n".encode()),
    "two-megabytes-of-text": _append(b"note: " + b"x" * 2_000_000 + b"\n"),
    "long-key": _append(b"k" * 100_000 + b": 1\n"),
    "deep-list": _append(b"note: " + b"[" * 100_000),
    "deep-closed-list": _append(b"note: " + b"[" * 100_000 + b"]" * 100_000 + b"\n"),
    "deep-mapping": _append(b"note: " + b"{a: " * 100_000 + b"}" * 100_000 + b"\n"),
    "deep-indent": _append("".join(f"{' ' * n}n:\n" for n in range(600)).encode()),
    "billion-laughs": _prepend(_laughs()),
    "anchor": _append(b"note: &a 1\n"),
    "alias": _append(b"note: &a 1\nother: *a\n"),
    "merge-key": _append(b"<<: {a: 1}\n"),
    "python-tag": _append(b"note: !!python/object/apply:os.system [id]\n"),
    "custom-tag": _append(b"note: !secret value\n"),
    "duplicate-key": lambda base: base + base,
    "second-document": _append(b"---\nmore: 1\n"),
    "unknown-key-at-top": _append(b"zzz_unheard_of: 1\n"),
    "number-as-key": _append(b"12: twelve\n"),
    "list-as-key": _append(b"? [a, b]\n: 1\n"),
    "tab-indent": _append(b"note:\n\tdeep: 1\n"),
    "unclosed-quote": _append(b'note: "never\n'),
    "unclosed-bracket": _append(b"note: [1, 2\n"),
    "two-colons": _append(b"note: a: b\n"),
    "not-a-number": _append(b"note: .nan\n"),
    "infinite": _append(b"note: .inf\n"),
    "overflowing-float": _append(b"note: 1e999\n"),
    "integer-of-5000-digits": _append(b"note: " + b"9" * 5000 + b"\n"),
    "dangling-text": _append(b"just words\n"),
}  # fmt: skip


# What is said of them: the spoiled part is refused for itself, not as an unknown key.
SAID: Final = {
    **dict.fromkeys(("empty-file", "only-spaces", "only-comments"), "is empty"),
    **dict.fromkeys(("not-utf8", "utf-16", "random-bytes"), "UTF-8"),
    **dict.fromkeys(
        ("nul", "escape-sequence", "bidi-override", "bidi-isolate", "bidi-escaped",
         "byte-order-mark-inside"), "hidden character",
    ),
    "two-megabytes-of-text": "is larger than 1 MiB",
    **dict.fromkeys(("deep-list", "deep-closed-list", "deep-mapping", "deep-indent"), "levels deep"),
    **dict.fromkeys(("billion-laughs", "anchor", "alias"), "anchors and aliases"),
    "merge-key": "merging",
    **dict.fromkeys(("python-tag", "custom-tag"), "tags"),
    "duplicate-key": "is given twice",
    "second-document": "second document",
    **dict.fromkeys(("number-as-key", "list-as-key"), "a key must be text"),
    "unknown-key-at-top": "not a known field",
    "tab-indent": "not with a tab",
    "unclosed-quote": "closing quote",
    "two-colons": "a colon stands",
    **dict.fromkeys(("not-a-number", "infinite", "overflowing-float"), "not a number"),
    "integer-of-5000-digits": "more than 15 digits",
}  # fmt: skip


def spoiled(base: bytes, part: str = "") -> Iterator[Case]:
    """The base in every way in which no file may be."""
    stem = part.removesuffix(".yaml")
    for name, spoil in SPOILED.items():
        says = SAID.get(name, "")
        yield Case(f"{stem}-{name}" if stem else name, spoil(base), says=says, part=part)


def swapped(base: str, old: str, new: str) -> tuple[bytes, int]:
    """The base with one text replaced, and the line on which that was."""
    assert base.count(old) == 1, f"occurs {base.count(old)} times: {old!r}"
    before, _, after = base.partition(old)
    return (before + new + after).encode(), before.count("\n") + 1


def _written(entry: dict[str, Any], base: str, part: str) -> Case:
    more = {"says": entry.get("says", ""), "hint": entry.get("hint", ""), "part": part}
    if "text" in entry:
        suffix = entry.get("suffix", ".yaml")
        return Case(entry["id"], entry["text"].encode(), entry.get("line"), suffix=suffix, **more)
    content, line = swapped(base, *entry["swap"])
    wanted = entry.get("line", line)
    return Case(entry["id"], content, wanted or None, **more)


def written(file: str, base: str, part: str = "") -> list[Case]:
    """The cases of one case file."""
    entries = yaml.safe_load((CASES / file).read_text(encoding="utf-8"))["cases"]
    return [_written(entry, base, part) for entry in entries if entry.get("part", "") == part]


def base_of(file: str) -> str:
    """The valid file that the cases of a case file break."""
    return str(yaml.safe_load((CASES / file).read_text(encoding="utf-8"))["base"])


def other_words(file: str, base: str) -> Iterator[Case]:
    """Each closed word list of the base, with a word that is nearly one of its own."""
    for path, line in yaml.safe_load((CASES / file).read_text(encoding="utf-8"))["words"].items():
        word = re.search(r"\b(\w+)\W*$", line)
        assert word, line
        name = path.replace(".", "-")
        near = word[1][:-1] + "zq"
        for kind, wrong in (("slip", near), ("number", "7"), ("flag", "true"), ("list", "[a]")):
            new = line[: word.start(1)] + wrong + line[word.end(1) :]
            yield Case(f"word-{kind}-{name}", *swapped(base, line, new))


BRIEF: Final = base_of("briefs.yaml")
RULES: Final = base_of("rules.yaml")
PARTS: Final = {name: (ACME / name).read_text(encoding="utf-8") for name in ("network.yaml", "facts.yaml", "rules.yaml")}  # fmt: skip

BRIEFS: Final = [
    *spoiled(BRIEF.encode()), *written("briefs.yaml", BRIEF), *other_words("briefs.yaml", BRIEF),
]  # fmt: skip
RULE_FILES: Final = [
    *spoiled(RULES.encode()), *written("rules.yaml", RULES), *other_words("rules.yaml", RULES),
]  # fmt: skip
NETWORKS: Final = [
    *spoiled(PARTS["network.yaml"].encode(), "network.yaml"),
    *spoiled(PARTS["facts.yaml"].encode(), "facts.yaml"),
    *(case for part, base in PARTS.items() for case in written("networks.yaml", base, part)),
]

# A few of every sort also go through a real command: a sample is enough, the path is one.
SAMPLE_STEP: Final = 9
_CASES: Final = {
    "brief_case": BRIEFS,
    "rule_case": RULE_FILES,
    "network_case": NETWORKS,
    "brief_sample": BRIEFS[::SAMPLE_STEP],
    "rule_sample": RULE_FILES[::SAMPLE_STEP],
    "network_sample": NETWORKS[:: 2 * SAMPLE_STEP],
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for name, cases in _CASES.items():
        if name in metafunc.fixturenames:
            ids = [case.id for case in cases]
            assert len(set(ids)) == len(ids), sorted({one for one in ids if ids.count(one) > 1})
            metafunc.parametrize(name, cases, ids=ids)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Checked files are remembered beside the tests, never in the cache of who runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHANNELWISE_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def valid_brief() -> str:
    return BRIEF


@pytest.fixture(scope="session")
def valid_rules() -> str:
    return RULES


@pytest.fixture(scope="session")
def valid_network() -> dict[str, str]:
    return dict(PARTS)
