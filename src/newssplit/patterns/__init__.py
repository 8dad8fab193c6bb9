"""Patterns and tables that may come ready-made from an earlier run.

To compile the patterns of a page takes longer than to split it. So the modules that a page needs take `re` and `regex`
from here: `compile` gives what a store has ready, and compiles the rest. Programs that import newssplit have no store.
"""
