"""Which settings and which account a draft is judged by, in checks and adaptations alike."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from channelwise.check.config import Account, Config
from channelwise.drafts.model import Draft
from channelwise.errors import UnknownName
from channelwise.files.nearest import nearest

ConfigOf = Callable[[Draft], Config]


@dataclass(frozen=True, slots=True)
class Settings:
    """The account asked for instead of those that drafts name, and the settings of a draft."""

    account: str | None
    config_of: ConfigOf

    def accounts(self, drafts: Sequence[Draft]) -> list[Account | None]:
        """The account of each draft; None where it names none, or one that is not known.

        Raises:
            UnknownName: no settings have the account that was asked for.
            BadInput: the settings of a draft are wrong.
        """
        configs = [self.config_of(draft) for draft in drafts]
        refuse_unknown(self.account, configs)
        names = [self.account or draft.account for draft in drafts]
        return [
            config.account(name) if name else None
            for config, name in zip(configs, names, strict=True)
        ]


def config_of(given: Config | ConfigOf | None) -> ConfigOf:
    """Settings for all drafts, or those of each, as a function; none as empty ones."""
    found = Config() if given is None else given
    return (lambda _: found) if isinstance(found, Config) else found


def refuse_unknown(account: str | None, configs: Iterable[Config]) -> None:
    """Raises UnknownName if an account was asked for that no settings have."""
    given = list(configs)
    if account is None or not given or any(one.account(account) for one in given):
        return
    known = [one.name for config in given for one in config.accounts]
    raise UnknownName("account", account, nearest(account, known))
