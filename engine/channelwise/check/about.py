"""What stands behind each code that was reported."""

from collections.abc import Iterable, Mapping

from channelwise.check.codes import described, key_of
from channelwise.check.model import LEVELS, About, Finding
from channelwise.check.say import plain, said
from channelwise.tone.model import ToneRule


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
    key = key_of(code, networks)
    known = tone.get(code) or (described(key) if key else None)
    if known:
        return About(
            code=code, level=level, title=plain(known.title), because=plain(known.because),
            instead=plain(known.instead),
        )  # fmt: skip
    first = found[0]
    instead = first.fix.text if first.fix else None
    return About(
        code=code, level=level, title=said("rule.other.title"), because=first.because,
        instead=instead,
    )  # fmt: skip
