"""Writes docs/reference: a page for each theme of rules, for codes, and for each own network.

python docs/generate.py            writes the pages anew
python docs/generate.py --check    names the pages that are not as they would be written; exit 1

The rules of third parties are left out, whatever is installed.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from reference_writer import Writer

from channelwise.check.codes import CORE_CODES
from channelwise.check.table import CODES
from channelwise.load.rulebook import load
from channelwise.networks.model import Network
from channelwise.plugins.discover import OWN, installed
from channelwise.reference.catalogue import Catalogue
from channelwise.reference.limits import ends_of
from channelwise.reference.sheets import code_sheet
from channelwise.render.escaping import escaped
from channelwise.rules.model import Rule
from channelwise.tone.model import ToneRule
from channelwise.vocabulary import LANGS

FOLDER: Final = Path(__file__).parent / "reference"
INDEX: Final = "README.md"
_TITLE: Final = re.compile(r"^# (.+)$", re.MULTILINE)
_HEADING: Final = re.compile(r"^##+ `(.+)`$", re.MULTILINE)


# --- pages --------------------------------------------------------------------------------------


def pages(catalogue: Catalogue) -> dict[str, str]:
    """The text of every page, by its path in the folder."""
    found: dict[str, str] = {}
    for lang in LANGS:
        writer = Writer(lang, catalogue)
        made = dict(_pages(writer))
        made[INDEX] = _index(writer, made)
        prefix = "" if lang == "en" else f"{lang}/"
        found |= {f"{prefix}{name}": text for name, text in made.items()}
    return found


def _pages(writer: Writer) -> Iterator[tuple[str, str]]:
    catalogue = writer.catalogue
    for theme, rules in _themes(rule for rule in catalogue.tone if rule.network is None):
        blocks = [block for rule in rules for block in writer.sheet(catalogue.sheet(rule))]
        yield _titled(writer, "tone", theme, blocks)
    yield "codes.md", writer.page("codes.md", writer.ui("rules.page.check"), _codes(writer))
    for network in catalogue.rulebook.networks:
        name = f"network-{network.id}.md"
        title = writer.ui("rules.page.network", network=network.name.lang(writer.lang))
        yield name, writer.page(name, title, _network(writer, network))
    for theme, rules in _themes(one for one in catalogue.rulebook.rules if one.network is None):
        blocks = [block for rule in rules for block in writer.scoring(rule)]
        yield _titled(writer, "scoring", theme, blocks)


def _titled(writer: Writer, kind: str, theme: str, blocks: Iterable[str]) -> tuple[str, str]:
    name = f"{kind}-{theme}.md"
    title = writer.ui(f"rules.page.{kind}", theme=writer.ui(f"rules.theme.{theme}"))
    return name, writer.page(name, title, blocks)


def _themes(rules: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """Rules by the theme in their ids: `core.THEME.name` and `THEME.name`."""
    found: dict[str, list[Any]] = {}
    for rule in rules:
        found.setdefault(rule.id.removeprefix("core.").partition(".")[0], []).append(rule)
    return list(found.items())


def _codes(writer: Writer) -> Iterator[str]:
    networks = writer.catalogue.rulebook.networks
    for end in CODES:
        yield from writer.sheet(code_sheet(end))
        having = [one for one in networks if end in ends_of(one)]
        if having:
            links = writer.listed(_link(writer, one, end) for one in having)
            yield writer.ui("rules.page.of", networks=links)
    for code in CORE_CODES:
        yield from writer.sheet(code_sheet(code))


def _link(writer: Writer, network: Network, end: str) -> str:
    place = f"network-{network.id}.md#{_anchor(f'{network.id}.{end}')}"
    return f"[{writer.text(network.name)}]({place})"


def _network(writer: Writer, network: Network) -> Iterator[str]:
    catalogue = writer.catalogue
    yield escaped(network.summary.lang(writer.lang))
    yield f"## {writer.ui('rules.page.limits')}"
    for end in ends_of(network):
        sheet = code_sheet(end, network, catalogue.rulebook)
        yield from writer.limits(sheet)
    both: tuple[Rule | ToneRule, ...] = (*catalogue.tone, *catalogue.rulebook.rules)
    own = [one for one in both if one.network == network.id]
    if own:
        yield f"## {writer.ui('rules.page.own')}"
    for rule in own:
        if isinstance(rule, Rule):
            yield from writer.scoring(rule, 3)
        else:
            yield from writer.sheet(catalogue.sheet(rule), 3)


def _anchor(code: str) -> str:
    """The anchor of a heading that is a code, as code hosts make it."""
    return code.replace(".", "").lower()


def _index(writer: Writer, made: Mapping[str, str]) -> str:
    lines = []
    for name, text in made.items():
        title, codes = _TITLE.findall(text)[0], _HEADING.findall(text)
        links = writer.listed(f"[`{code}`]({name}#{_anchor(code)})" for code in codes)
        lines.append(f"- [{title}]({name}): {links}")
    blocks = [writer.ui("rules.page.intro"), "\n".join(lines)]
    return writer.page(INDEX, writer.ui("rules.page.index"), blocks)


# --- the folder ---------------------------------------------------------------------------------


def catalogue() -> Catalogue:
    """The rules of this distribution."""
    return Catalogue(load(plugins=[one for one in installed() if one.distribution == OWN]))


def stale(wanted: Mapping[str, str], folder: Path = FOLDER) -> list[str]:
    """Pages that are missing, differ, or should not be there."""
    there = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*.md")}
    changed = [
        name
        for name, text in wanted.items()
        if name not in there or there[name].read_text(encoding="utf-8") != text
    ]
    return sorted([*changed, *(there.keys() - wanted.keys())])


def write(wanted: Mapping[str, str], folder: Path = FOLDER) -> None:
    """Writes every page, and takes away those of rules that are gone."""
    for name in stale(wanted, folder):
        file = folder / name
        if name in wanted:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(wanted[name], encoding="utf-8")
        else:
            file.unlink()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Write docs/reference from the rules themselves.")
    parser.add_argument("--check", action="store_true", help="only name the pages that are stale")
    wanted = pages(catalogue())
    if not parser.parse_args(arguments).check:
        write(wanted)
        return 0
    found = stale(wanted)
    for name in found:
        sys.stderr.write(f"docs/reference/{name} is stale; run python docs/generate.py\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
