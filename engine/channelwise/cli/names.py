"""The built-in commands. Nothing is imported here, so that loading can ask for their names."""

from typing import Final

# Command -> module that defines a click command of the same name.
COMMANDS: Final = {
    "recommend": "channelwise.cli.recommend",
    "explain": "channelwise.cli.explain",
    "plan": "channelwise.cli.plan",
    "count": "channelwise.cli.count",
    "adapt": "channelwise.cli.adapt",
    "check": "channelwise.cli.check",
    "init": "channelwise.cli.init",
    "networks": "channelwise.cli.networks",
    "rules": "channelwise.cli.rules",
    "plugins": "channelwise.cli.plugins",
    "schema": "channelwise.cli.schema",
}
HELP: Final = {
    "recommend": "Rank the networks for a brief, with reasons.",
    "explain": "Prove one network's place, rule by rule.",
    "plan": "Plan the best week that the hours allow.",
    "count": "Count a text in a network's own unit.",
    "adapt": "Fit a draft to other networks, and list what is left.",
    "check": "Check drafts against each network's limits and tone.",
    "init": "Answer questions and write a brief.",
    "networks": "List the networks, or show one with its facts.",
    "rules": "List, show, check and test rules.",
    "plugins": "List plugins and their problems; start a new one.",
    "schema": "Print a JSON Schema for editors and services.",
}
