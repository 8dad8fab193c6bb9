"""How much the program takes of anything: bounds that no newspaper comes near, and that end what has no end."""

from __future__ import annotations

LARGEST_INPUT = 2 << 30
"""Bytes of one input. An issue has some hundred thousand; to split takes twelve bytes of memory for each of them."""

LARGEST_PROFILE = 1 << 20
"""Bytes of a profile."""
MOST_WORDS = 5_000
"""Words that a profile adds and removes; the vocabulary has 1,900. Some become a pattern, which takes its time."""
LONGEST_WORD = 100
"""Characters of a word in a profile."""
DEEPEST = 20
"""Parts of a key in a profile, which has three at most."""
MOST_MISTAKES = 100
"""Mistakes in a profile that are told at once."""
