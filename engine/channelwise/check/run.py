"""A whole check: every draft against its networks' limits and the tone rules."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from channelwise.check.about import about_all
from channelwise.check.accepted import applied, unused
from channelwise.check.config import Account, Config, terms_on
from channelwise.check.covered import covered
from channelwise.check.files import file_findings
from channelwise.check.fingerprint import fingerprint
from channelwise.check.formats import Formats
from channelwise.check.invisible import invisible_findings
from channelwise.check.known import Codes, unknown_in, unknown_in_settings
from channelwise.check.markdown import markdown_findings
from channelwise.check.model import LEVELS, Checked, Finding
from channelwise.check.placeholders import placeholder_findings
from channelwise.check.say import field_span, said, words
from channelwise.check.settings import ConfigOf, refuse_unknown
from channelwise.check.subject import Post, own_finding
from channelwise.check.suppress import Read, read_exceptions
from channelwise.check.tone import Tone
from channelwise.drafts.model import Draft
from channelwise.files.nearest import nearest
from channelwise.load.rulebook import Rulebook
from channelwise.networks.model import Network
from channelwise.recommend.grounds import Clock
from channelwise.text import Text
from channelwise.text import day as day_of
from channelwise.tone.model import ToneRule
from channelwise.version import VERSION


@dataclass(frozen=True, slots=True)
class Asked:
    """What a check is asked for beside the drafts.

    `networks` and `account` stand in place of those that drafts name. `config_of` gives the
    settings of a draft. The age of facts and the end of exceptions are judged on `day`.
    """

    networks: tuple[str, ...]
    account: str | None
    config_of: ConfigOf
    day: date


@dataclass(frozen=True, slots=True)
class _Ready:
    """A draft as it is checked: without exceptions, for the networks and account asked for."""

    read: Read
    config: Config
    account: Account | None

    @property
    def draft(self) -> Draft:
        return self.read.draft


def check(rulebook: Rulebook, drafts: Sequence[Draft], asked: Asked) -> Checked:
    """The findings of all drafts, in the order of drafts, places, levels, codes and networks.

    Raises:
        UnknownName: a network or account that was asked for is not known.
        BadInput: the settings of a draft are wrong.

    """
    for name in asked.networks:
        rulebook.network(name)
    ready = [
        _ready(draft, asked, name) for draft, name in zip(drafts, _names_of(drafts), strict=True)
    ]
    refuse_unknown(asked.account, [one.config for one in ready])
    clock = Clock(asked.day, rulebook.policy.shelf_life_months)
    tone = Tone(rulebook)
    found = [*_single(rulebook, ready, clock), *_tone(tone, ready, clock)]
    rules = {rule.id: rule for rule in tone.book.rules}
    codes = Codes((network.id for network in rulebook.networks), rules)
    found = _in_order(ready, _accepted(ready, _once(ready, found, rules), asked.day, codes))
    files = list(dict.fromkeys(one.draft.file for one in ready))
    return Checked(
        version=VERSION, rulebook=fingerprint(rulebook, tone.book), as_of=clock.as_of, files=files,
        findings=found, summary=_summary(found, len(ready)),
        rules=about_all(found, (network.id for network in rulebook.networks), rules),
    )  # fmt: skip


def _names_of(drafts: Sequence[Draft]) -> Iterator[str]:
    """A name for each draft. Texts that were given under one name are numbered from the second on:
    by its name and place a finding is known as its draft's.
    """
    seen = Counter[str]()
    for draft in drafts:
        alone = draft.begins is None  # drafts of one list are told apart by where they begin
        seen[draft.file] += alone
        again = alone and seen[draft.file] > 1
        yield f"{draft.file}#{seen[draft.file]}" if again else draft.file


def _ready(draft: Draft, asked: Asked, name: str) -> _Ready:
    read, config = read_exceptions(draft), asked.config_of(draft)
    account = asked.account or draft.account
    entry = config.account(account) if account else None
    networks = asked.networks or draft.networks
    if not networks and entry and entry.network:
        networks = (entry.network,)
    names = tuple(dict.fromkeys(networks))

    def made(one: Draft) -> Draft:
        same = (one.networks, one.account, one.file) == (names, account, name)
        return one if same else replace(one, networks=names, account=account, file=name)

    return _Ready(replace(read, draft=made(read.draft), masked=made(read.masked)), config, entry)


def _single(rulebook: Rulebook, ready: Sequence[_Ready], clock: Clock) -> Iterator[Finding]:
    """What is found in each draft alone."""
    formats = Formats(rulebook, clock)
    known = {network.id: network for network in rulebook.networks}
    for one in ready:
        post = Post(one.draft)
        networks = [known[name] for name in one.draft.networks if name in known]
        yield from one.read.findings
        yield from _names(one, known)
        yield from file_findings(post)
        yield from placeholder_findings(post, networks, rulebook)
        yield from markdown_findings(post, networks)
        yield from invisible_findings(one.draft)
        for network in networks:
            yield from formats.findings(post, network, terms_on(one.account, network.id))


def _names(one: _Ready, known: dict[str, Network]) -> Iterator[Finding]:
    """Networks and accounts that are not known, or not named."""
    draft = one.draft
    if not draft.networks:
        yield own_finding("core.network", "note", draft, None, "no_network", seen=False)
    for index, name in enumerate(draft.networks):
        if name not in known:
            yield _unknown_network(draft, index, name, known)
    if draft.account and one.account is None:
        yield _unknown_account(one, draft.account)
    yield from _elsewhere(one, known)


def _unknown_network(draft: Draft, index: int, name: str, known: dict[str, Network]) -> Finding:
    place = f"networks[{index}]" if f"networks[{index}]" in draft.spots else "networks"
    meant = nearest(name, known)
    finding = own_finding(
        "core.network", "error", draft, field_span(draft, place, len(name)), "unknown_network",
        name=name, known=words([*known]),
    )  # fmt: skip
    if not meant or finding.fix is None:
        return finding
    fix = finding.fix.model_copy(update={"text": said("unknown_network.meant", known=meant)})
    return finding.model_copy(update={"fix": fix})


def _unknown_account(one: _Ready, name: str) -> Finding:
    """A misspelt name where there are accounts; where there are none, nothing is known."""
    span = field_span(one.draft, "account", len(name))
    accounts = [account.name for account in one.config.accounts]
    if accounts:
        return own_finding(
            "core.account", "warning", one.draft, span, "unknown_account", name=name,
            known=words(accounts),
        )  # fmt: skip
    return own_finding("core.account", "note", one.draft, span, "no_account", seen=False, name=name)


def _elsewhere(one: _Ready, known: dict[str, Network]) -> Iterator[Finding]:
    """Networks that the draft's account is not on."""
    home = one.account.network if one.account else None
    if one.account is None or home is None:
        return
    for name in one.draft.networks:
        if name != home and name in known:
            yield own_finding(
                "core.account", "warning", one.draft,
                field_span(one.draft, "account", len(one.account.name)), "account_elsewhere",
                name=one.account.name, known=_name(home, known), place=known[name].name,
            )  # fmt: skip


def _name(network: str, known: dict[str, Network]) -> Text | str:
    """What people call a network; its id if it is not installed."""
    return known[network].name if network in known else network


def _tone(tone: Tone, ready: Sequence[_Ready], clock: Clock) -> Iterator[Finding]:
    """What the tone rules find, in sets of drafts that share their settings."""
    groups: dict[str, list[_Ready]] = {}
    for one in ready:
        groups.setdefault(str(one.config.folder / one.config.file), []).append(one)
    for group in groups.values():
        yield from tone.findings([one.read.masked for one in group], group[0].config, clock)


def _once(
    ready: Sequence[_Ready], found: Sequence[Finding], rules: dict[str, ToneRule]
) -> list[Finding]:
    """The findings, marked where another one of their draft says the same."""
    of_file = _by_file(ready)
    return covered(found, rules, lambda one: id(_owner(of_file[one.file], one)))


def _accepted(
    ready: Sequence[_Ready], found: Sequence[Finding], day: date, codes: Codes
) -> list[Finding]:
    """The findings, marked where an exception accepts them, and what is wrong with exceptions."""
    of_file, used = _by_file(ready), set[tuple[str, int]]()
    marked = [_mark(_owner(of_file[one.file], one), one, day, used) for one in found]
    for one in ready:
        marked += unknown_in(one.draft, one.read.exceptions, codes)
        marked += unused(one.draft, one.read.exceptions, day, codes.knows)
    for config in {one.config.file: one.config for one in ready}.values():
        marked += unknown_in_settings(config, codes)
    return [*marked, *_of_configs(ready, used, day, codes)]


def _by_file(ready: Sequence[_Ready]) -> dict[str, list[_Ready]]:
    of_file: dict[str, list[_Ready]] = {}
    for one in ready:
        of_file.setdefault(one.draft.file, []).append(one)
    return of_file


def _owner(drafts: Sequence[_Ready], finding: Finding) -> _Ready:
    """The draft of a file that a finding is of: in a list, the last that begins before it."""
    if len(drafts) == 1 or finding.span is None:
        return drafts[-1]
    at = finding.span.line, finding.span.column
    return drafts[max(0, bisect_right(drafts, at, key=_begins) - 1)]


def _begins(one: _Ready) -> tuple[int, int]:
    spot = one.draft.begins
    return (spot.line, spot.column) if spot else (0, 0)


def _mark(one: _Ready, finding: Finding, day: date, used: set[tuple[str, int]]) -> Finding:
    if finding.code.startswith("core.suppression."):
        return finding
    marked = applied(finding, one.read.exceptions, day)
    for index, entry in enumerate(one.config.ignore):
        if one.config.accepts(index, finding, day):
            used.add((one.config.file, index))
            if marked.suppressed is None:
                update = {"suppressed": entry.reason, "suppressed_in": "config"}
                marked = marked.model_copy(update=update)
    return marked


def _of_configs(
    ready: Sequence[_Ready], used: set[tuple[str, int]], day: date, codes: Codes
) -> Iterator[Finding]:
    """Exceptions of the settings that ended, or that were for these files and not needed."""
    configs = {one.config.file: one.config for one in ready}
    files: dict[int, list[str]] = {}
    for one in ready:
        files.setdefault(id(one.config), []).append(one.draft.file)
    for config in configs.values():
        for index, entry in enumerate(config.ignore):
            if config.ended(index, day):
                until = day_of(entry.until.isoformat()) if entry.until else ""
                yield _of_config(config, index, "expired", entry.code, until)
            elif (
                entry.files
                and codes.knows(entry.code)
                and (config.file, index) not in used
                and any(config.covers(index, file) for file in files[id(config)])
            ):
                yield _of_config(config, index, "unused", entry.code)


def _of_config(config: Config, index: int, key: str, code: str, until: Text | str = "") -> Finding:
    place = Draft(file=config.file, source="", text="", text_at=None)
    return own_finding(
        f"core.suppression.{key}", "note", place, config.span(index), f"suppress.{key}",
        code=code, until=until,
    )  # fmt: skip


def _in_order(ready: Sequence[_Ready], found: Sequence[Finding]) -> list[Finding]:
    """By file, in the order of drafts and then of settings; by place, level, code and network."""
    order: dict[str, int] = {}
    for file in (*(one.draft.file for one in ready), *(finding.file for finding in found)):
        order.setdefault(file, len(order))

    def place(finding: Finding) -> tuple[int, int, int, int, str, str]:
        at = (finding.span.line, finding.span.column) if finding.span else (0, 0)
        level = LEVELS.index(finding.level)
        return order[finding.file], *at, level, finding.code, finding.network or ""

    return sorted(found, key=place)


def _summary(found: Sequence[Finding], drafts: int) -> dict[str, int]:
    numbers: dict[str, int] = {
        level: sum(one.stands and one.level == level for one in found) for level in LEVELS
    }
    open_ = sum(one.state == "not_evaluated" and one.suppressed is None for one in found)
    accepted = sum(one.suppressed is not None for one in found)
    return {**numbers, "not_evaluated": open_, "suppressed": accepted, "drafts": drafts}
