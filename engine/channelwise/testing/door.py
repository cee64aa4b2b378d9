"""How the network comes in: by an entry point that the plugin door lets through."""

from collections.abc import Iterator

from channelwise.plugins.spec import GROUP
from channelwise.testing.subject import Subject


def admitted(subject: Subject) -> Iterator[str]:
    """If the package is installed as a plugin, the door has nothing against it."""
    for problem in subject.others.problems:
        module = problem.plugin.module.partition(":")[0]
        if f"{subject.package}.".startswith(f"{module}.") and module:
            yield str(problem)


def registered(subject: Subject) -> Iterator[str]:
    """Without an entry point, nobody but the tests ever sees the network."""
    if not subject.installed:
        yield f"no installed entry point of the group '{GROUP}' brings it, so only tests see it"
