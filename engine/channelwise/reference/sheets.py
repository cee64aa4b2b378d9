"""Sheets of tone rules and of codes."""

from channelwise.check.codes import described
from channelwise.count.limits import Units
from channelwise.networks.model import Network
from channelwise.reference.audience import audience
from channelwise.reference.limits import limit_lines
from channelwise.reference.looks_for import looks_for
from channelwise.reference.model import Sheet
from channelwise.reference.samples import samples
from channelwise.text import Text
from channelwise.tone.model import ToneRule


def tone_sheet(rule: ToneRule, network: Text | None = None) -> Sheet:
    """All that is shown of a tone rule. `network` is the name of its own, if it has one."""
    return Sheet(
        code=rule.id, title=rule.title, what=looks_for(rule), because=rule.because,
        instead=rule.instead, origin=rule.origin, level=rule.level, status=rule.status,
        network=network, audience=tuple(audience(rule, network)), fails=samples(rule, "fails"),
        passes=samples(rule, "passes"), sources=rule.sources,
    )  # fmt: skip


def code_sheet(key: str, network: Network | None = None, units: Units | None = None) -> Sheet:
    """All that is shown of a code of the core, or of a code of limits for one network.

    Args:
        key: `core.file`, or the end of a code such as `media.size`.
        network: whose limits are shown; None for what holds on all.
        units: what texts are counted in; needed with a network.
    """
    about = described(key)
    prefix = "" if key.startswith("core.") else f"{network.id if network else 'NETWORK'}."
    return Sheet(
        code=f"{prefix}{key}", title=about.title, what=about.what, because=about.because,
        instead=about.instead, levels=about.levels, origin=network.origin if network else "core",
        network=network.name if network else None,
        limits=limit_lines(network, key, units) if network and units else (),
    )  # fmt: skip
