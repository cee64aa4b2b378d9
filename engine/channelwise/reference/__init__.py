"""What can be read of every rule and code: one description, for pages, terminals and JSON.

`Catalogue` finds whatever has a name, `tone` and `codes` describe it in both languages, and
`plain` gives it as data. Nothing here judges a draft.
"""
