"""Answers as text for a terminal, in English and Persian.

Nothing is wider than the console, nothing is told by colour alone, and a stream that cannot
carry a character gets a plain one. Rich is imported here and nowhere else in the package.
"""

from channelwise.render.terminal.explanation import explanation
from channelwise.render.terminal.network import network
from channelwise.render.terminal.networks import networks
from channelwise.render.terminal.paper import recorded
from channelwise.render.terminal.plan import plan
from channelwise.render.terminal.recommendation import recommendation
from channelwise.render.terminal.rules import rule, rules

__all__ = [
    "explanation", "network", "networks", "plan", "recommendation", "recorded", "rule", "rules",
]  # fmt: skip
