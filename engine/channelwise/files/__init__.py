"""Reading files with places: data, and the line and column of every value and key.

Nothing here knows what a brief, a rule or a network is. The parsers are imported by
`channelwise.files.read` when a file of their kind is read.
"""
