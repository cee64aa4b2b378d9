"""Executors: which rules fire for which candidate."""
