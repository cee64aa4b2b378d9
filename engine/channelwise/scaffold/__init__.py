"""A new plugin, written from `template/`: a made-up network that passes its own tests.

The template is a whole plugin for the network `acme`; a new one has its own name in these
places. Its files end in `.template`, so that no tool takes them for part of channelwise.
"""
