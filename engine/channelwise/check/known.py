"""Exceptions for codes that there are not: told with the one that was probably meant."""

from collections.abc import Iterable, Iterator

from channelwise.check.accepted import Accepted, matches
from channelwise.check.codes import CORE_CODES
from channelwise.check.config import Config
from channelwise.check.model import Finding, Span
from channelwise.check.say import said
from channelwise.check.subject import own_finding
from channelwise.check.table import CODES
from channelwise.drafts.model import Draft
from channelwise.files.nearest import nearest


class Codes:
    """Every code that can be reported here.

    Example:
        >>> codes = Codes(["acme"], ["core.signs.emoji"])
        >>> codes.knows("acme.media.*"), codes.knows("core.sign.*"), codes.meant("core.sign.*")
        (True, False, 'core.signs.*')

    """

    def __init__(self, networks: Iterable[str], rules: Iterable[str]) -> None:
        limits = (f"{network}.{end}" for network in networks for end in CODES)
        self._all = frozenset((*CORE_CODES, *limits, *rules))

    def knows(self, pattern: str) -> bool:
        """Whether a code, or for `.*` any below it, can be reported."""
        return pattern in self._all or any(matches(pattern, code) for code in self._all)

    def meant(self, pattern: str) -> str:
        """The code or group of codes that comes closest, or `` if none is close."""
        return nearest(pattern, self._groups() if pattern.endswith(".*") else self._all)

    def _groups(self) -> set[str]:
        parts = (code.split(".") for code in self._all)
        return {".".join(one[:end]) + ".*" for one in parts for end in range(1, len(one))}


def unknown_in(draft: Draft, exceptions: Iterable[Accepted], codes: Codes) -> Iterator[Finding]:
    """A warning for each unknown code of a draft's exceptions."""
    for one in exceptions:
        for code in one.codes:
            if not codes.knows(code):
                yield _unknown(draft, one.span, code, codes)


def unknown_in_settings(config: Config, codes: Codes) -> Iterator[Finding]:
    """The same for the exceptions of the settings."""
    place = Draft(file=config.file, source="", text="", text_at=None)
    for index, entry in enumerate(config.ignore):
        if not codes.knows(entry.code):
            yield _unknown(place, config.span(index), entry.code, codes)


def _unknown(draft: Draft, span: Span | None, code: str, codes: Codes) -> Finding:
    found = own_finding(
        "core.suppression.form", "warning", draft, span, "suppress.unknown_code", code=code
    )
    meant = codes.meant(code)
    if not meant or found.fix is None:
        return found
    fix = found.fix.model_copy(update={"text": said("suppress.unknown_code.meant", known=meant)})
    return found.model_copy(update={"fix": fix})
