"""The network's data is beside this file; nothing else is needed."""

from channelwise.plugins import NetworkFolder, hookimpl


@hookimpl
def channelwise_register_networks() -> list[NetworkFolder]:
    return [NetworkFolder(__name__)]
