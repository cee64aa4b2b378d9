"""Tone rules: fixed kinds of checks, written as YAML, that judge the words of a draft.

They are loaded by `channelwise.tone.load`, run by `channelwise.tone.findings`, and each rule's
own examples by `channelwise.tone.trial`.
"""
