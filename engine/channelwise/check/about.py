"""What stands behind each code that was reported."""

from collections.abc import Iterable, Mapping
from typing import Final

from channelwise.check.model import LEVELS, About, Finding
from channelwise.check.say import plain, said
from channelwise.check.table import CODES
from channelwise.tone.model import ToneRule

_CORE: Final = ("network", "account", "file", "placeholder", "suppression", "not-checked")


def about_all(
    findings: Iterable[Finding], networks: Iterable[str], tone: Mapping[str, ToneRule]
) -> list[About]:
    """One entry for each code, in the order of codes."""
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    known = frozenset(networks)
    return [_about(code, by_code[code], known, tone) for code in sorted(by_code)]


def _about(
    code: str, found: list[Finding], networks: frozenset[str], tone: Mapping[str, ToneRule]
) -> About:
    level = min((one.level for one in found), key=LEVELS.index)
    if code in tone:
        rule = tone[code]
        return About(
            code=code, level=level, title=plain(rule.title), because=plain(rule.because),
            instead=plain(rule.instead),
        )  # fmt: skip
    key = _key(code, networks)
    if key:
        parts = {name: said(f"rule.{key}.{name}") for name in ("title", "because", "instead")}
        return About(code=code, level=level, **parts)
    first = found[0]
    instead = first.fix.text if first.fix else None
    return About(
        code=code, level=level, title=said("rule.other.title"), because=first.because,
        instead=instead,
    )  # fmt: skip


def _key(code: str, networks: frozenset[str]) -> str:
    owner, _, rest = code.partition(".")
    if owner in networks and rest in CODES:
        return rest
    first = rest.partition(".")[0]
    return f"core.{first}" if owner == "core" and first in _CORE else ""
