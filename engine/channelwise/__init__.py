"""Which social networks should a business be on, with what content, in the hours it has?

    from channelwise import Engine, read_brief

    engine = Engine.load()
    answer = engine.recommend(read_brief("bakery.yaml"))
    print(answer.ranking[0].id, answer.ranking[0].verdict)

Nothing is read or imported until a name is used.
"""

from typing import TYPE_CHECKING, Any

from channelwise.version import VERSION

if TYPE_CHECKING:
    from channelwise.brief.model import Brief
    from channelwise.brief.read import read_brief
    from channelwise.engine import Engine
    from channelwise.errors import (
        BadInput,
        BrokenPlugins,
        ChannelwiseError,
        Problem,
        UnknownName,
    )
    from channelwise.recommend.model import Explanation, Recommendation

__version__ = VERSION

_HOME = {
    "Brief": "channelwise.brief.model",
    "read_brief": "channelwise.brief.read",
    "Engine": "channelwise.engine",
    "BadInput": "channelwise.errors",
    "BrokenPlugins": "channelwise.errors",
    "ChannelwiseError": "channelwise.errors",
    "Problem": "channelwise.errors",
    "UnknownName": "channelwise.errors",
    "Explanation": "channelwise.recommend.model",
    "Recommendation": "channelwise.recommend.model",
}

__all__ = [
    "BadInput",
    "Brief",
    "BrokenPlugins",
    "ChannelwiseError",
    "Engine",
    "Explanation",
    "Problem",
    "Recommendation",
    "UnknownName",
    "__version__",
    "read_brief",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'channelwise' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
