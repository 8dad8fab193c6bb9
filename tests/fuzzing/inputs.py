"""The inputs of the fuzzer: a piece of an annotated issue, damaged as real dumps are, and then mutated."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from newssplit.errors import NewssplitError
from newssplit.evaluation.damage import Damage
from newssplit.evaluation.issue_format import compile_issue
from tests.damage import DAMAGES
from tests.fuzzing.mutations import MUTATIONS, Lines, mutated

FOLDERS: tuple[Path, ...] = (Path(__file__).parents[1] / "golden",)
"""Where annotated issues are."""
LONGEST = 24
"""Lines of an issue that an input begins with: small inputs, many of them."""
MOST_STEPS = 6
NUMBER = st.integers(0, 1 << 16)


@cache
def sources() -> tuple[str, ...]:
    """The annotated issues, in the order of their paths."""
    return tuple(path.read_text("utf-8") for folder in FOLDERS for path in sorted(folder.rglob("*.issue")))


@cache
def dump(source: int, damage: int) -> Lines:
    """The lines of a dump after a damage; as it was, where an issue cannot be damaged so."""
    text, damages = sources()[source], (None, *DAMAGES.values())
    try:
        return _compiled(text, damages[damage])
    except NewssplitError:
        return _compiled(text, None)


def _compiled(source: str, damage: Damage | None) -> Lines:
    lines = source.split("\n")
    return compile_issue("\n".join(damage(lines, random.Random(0)) if damage else lines))[0].split("\n")


@st.composite
def inputs(draw: st.DrawFn) -> str:
    """Texts to split."""
    many = len(sources())
    damage = draw(st.integers(0, len(DAMAGES)))
    lines: Lines = []
    for _ in range(draw(st.integers(1, 2))):
        found = dump(draw(st.integers(0, many - 1)), damage)
        first = draw(NUMBER) % len(found)
        lines += found[first : first + draw(st.integers(1, LONGEST))]
    steps = st.lists(st.tuples(st.integers(0, len(MUTATIONS) - 1), NUMBER, NUMBER), max_size=MOST_STEPS)
    return "\n".join(mutated(lines, draw(steps)))
