"""Finding and reading `channelwise.yaml`: every mistake at once, each with its place."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from channelwise.check.config import NAME, Config, ConfigFile
from channelwise.check.limits import server_limits, tiers_of
from channelwise.check.say import said, words
from channelwise.drafts.model import Draft, Spot
from channelwise.errors import BadInput, Problem
from channelwise.files.nearest import nearest
from channelwise.files.problems import from_pydantic
from channelwise.files.read import file_bytes, parse_optional
from channelwise.files.show import printable
from channelwise.files.tree import Document, dotted
from channelwise.files.tree import Path as DataPath
from channelwise.networks.model import Network
from channelwise.recommend.model import Said


def find_config(folder: Path) -> Path | None:
    """The nearest `channelwise.yaml` in a folder or above it."""
    at = folder.absolute()
    return next((one / NAME for one in (at, *at.parents) if (one / NAME).is_file()), None)


def read_config(path: Path, networks: Iterable[Network] = ()) -> Config:
    """The settings in a file, held against the networks that are known.

    Raises:
        BadInput: with every problem of the file.

    """
    return config_from(file_bytes(path), str(path), path.parent, networks)


def config_from(
    text: str | bytes, file: str, folder: Path, networks: Iterable[Network] = ()
) -> Config:
    """The settings in a text; `folder` is where its patterns of files begin.

    Raises:
        BadInput: with every problem of the text.

    """
    source = text if isinstance(text, str) else text.decode("utf-8", "replace")
    document = parse_optional(text, file)
    try:
        made = ConfigFile.model_validate(document.data)
    except ValidationError as error:
        raise BadInput(from_pydantic(error, document, model=ConfigFile)) from None
    problems = [*_doubled(document, made), *_of_networks(document, made, tuple(networks))]
    if problems:
        raise BadInput(sorted(problems, key=lambda one: (one.line, one.column)))
    spots = tuple(Spot(*document.place(("ignore", at))) for at in range(len(made.ignore)))
    return Config(
        file=document.file, folder=folder, accounts=tuple(made.accounts),
        exclude=tuple(made.exclude), ignore=tuple(made.ignore), fail_on=made.fail_on,
        spots=spots, source=source,
    )  # fmt: skip


def _doubled(document: Document, made: ConfigFile) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, account in enumerate(made.accounts):
        if account.name in seen:
            yield _problem(document, ("accounts", index, "name"), said("config.taken"))
        seen.add(account.name)


def _of_networks(
    document: Document, made: ConfigFile, networks: Sequence[Network]
) -> Iterator[Problem]:
    known = {network.id: network for network in networks}
    for index, account in enumerate(made.accounts):
        place = ("accounts", index)
        if account.network is None:
            if account.tier is not None:
                yield _problem(document, (*place, "tier"), said("config.tier_network"))
            if account.limits:
                yield _problem(document, (*place, "limits"), said("config.own_network"))
        elif account.network in known:
            if account.tier is not None:
                yield from _tier(document, (*place, "tier"), account.tier, known[account.network])
            yield from _own(document, (*place, "limits"), account.limits, known[account.network])
        elif known:
            message = said("config.network", name=account.network)
            yield _problem(document, (*place, "network"), message, nearest(account.network, known))


def _tier(document: Document, place: DataPath, tier: str, network: Network) -> Iterator[Problem]:
    tiers = tiers_of(network)
    if not tiers:
        yield _problem(document, place, said("config.no_tiers"))
    elif tier not in tiers:
        message = said("config.tier", name=tier, known=words([*tiers]))
        yield _problem(document, place, message, nearest(tier, tiers))


def _own(
    document: Document, place: DataPath, given: Iterable[str], network: Network
) -> Iterator[Problem]:
    """Limits of an account that are not for its server to set."""
    names = server_limits(network)
    for name in given:
        if not names:
            yield _problem(document, (*place, name), said("config.own_none"))
        elif name not in names:
            message = said("config.own", name=name, known=words([*names]))
            yield _problem(document, (*place, name), message, nearest(name, names))


def _problem(document: Document, path: DataPath, message: Said, hint: str = "") -> Problem:
    place = document.place(path)
    return Problem(
        document.file, place.line, place.column, dotted(path), message.en, "check.config",
        (("fa", message.fa),), printable(hint),
    )  # fmt: skip


def _from_here(path: Path) -> Path:
    """The path as a person here would write it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


class Configs:
    """The settings of each draft: those given, or the nearest file above it, read once."""

    def __init__(self, networks: Iterable[Network], given: Path | None = None) -> None:
        self._networks = tuple(networks)
        self._read: dict[Path, Config] = {}
        self._none = Config()
        self._by_folder: dict[Path, Config] = {}
        self._given = self._config(given) if given else None

    def of(self, draft: Draft) -> Config:
        """The settings for a draft; BadInput with the problems of their file."""
        return self._in(Path() if draft.file.startswith("<") else Path(draft.file).parent)

    def leave_out(self, file: Path) -> bool:
        """Whether the settings say that a file is no draft."""
        return self._in(file.parent).leaves_out(str(file))

    def _in(self, folder: Path) -> Config:
        if self._given is not None:
            return self._given
        if folder not in self._by_folder:
            found = find_config(folder)
            self._by_folder[folder] = self._config(_from_here(found)) if found else self._none
        return self._by_folder[folder]

    @property
    def read(self) -> tuple[Config, ...]:
        """All settings that were read, in order."""
        return tuple(self._read.values())

    def _config(self, path: Path) -> Config:
        if path not in self._read:
            self._read[path] = read_config(path, self._networks)
        return self._read[path]
