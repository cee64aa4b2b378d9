"""Answers as text for a terminal, in English and Persian.

Nothing is wider than the console, nothing is told by colour alone, and a stream that cannot
carry a character gets a plain one. Rich is imported here and nowhere else in the package. Each
kind of answer is a module of its own, so that a command loads only what it prints.
"""
