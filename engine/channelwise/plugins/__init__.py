"""The plugin door. Plugin authors import `hookimpl`, `NetworkFolder` and `RulePack` from here."""

from channelwise.plugins.spec import NetworkFolder, RulePack, hookimpl

__all__ = ["NetworkFolder", "RulePack", "hookimpl"]
