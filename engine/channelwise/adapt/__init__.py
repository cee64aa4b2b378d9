"""Adapts a draft to other networks as far as that is mechanical, and lists the rest.

    from channelwise import Engine
    from channelwise.drafts.read import draft_from

    engine = Engine.load()
    found = engine.adapt(draft_from("Fresh bread at six.", "post.md"), "acme")
    print([part.text for part in found.results[0].parts])

Texts are cut, hashtags and links moved by a network's own limits and traits alone, never by
its name. `answer` puts it together, `split` finds the best cuts, `ends` says where sentences
end, `links` and `hashtags` change a text, `tasks` tells what a person has to do.
"""
