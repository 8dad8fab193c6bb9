"""How large the pieces are in which a large dump is read."""

from __future__ import annotations

from newssplit.light import NamedTuple


class Window(NamedTuple):
    """Sizes in characters."""

    whole: int = 3 << 20
    """A dump that is no longer is read whole."""
    first: int = 1 << 19
    """The first piece: enough for all that is measured at the head of a dump, and soon read."""
    size: int = 1 << 21
    """What later pieces, each twice as long as the one above, grow to. Memory goes with it, and time hardly."""
    ahead: int = 1 << 16
    """What is read of a piece below its cut, so that an item's other half, or its copy, is seen: some pages."""
    behind: int = 1 << 16
    """What the next piece reads once more above the cut, so that its first items have something above them."""

    @property
    def most(self) -> int:
        """A piece grows to so much, where no cut is sure, before one is made that is less so, or parts halves."""
        return 2 * self.size


WINDOW = Window()
