"""Checks drafts: the limits of each network's formats, and the tone rules.

    from channelwise import Engine
    from channelwise.drafts.read import read_drafts

    engine = Engine.load()
    checked = engine.check(read_drafts(["drafts"]))
    print(checked.summary, [finding.code for finding in checked.findings])

`run` puts it together, `formats` checks limits, `config` reads accounts and exceptions from
`channelwise.yaml`, and `suppress` those that stand in a draft.
"""
