"""How much one input may cost. The bounds are far above what any newspaper needs: they only end what has no end."""

from __future__ import annotations

from typing import NamedTuple

from newssplit.errors import InputError
from newssplit.limits import LARGEST_INPUT, MEGABYTE, UNITS, amount

MOST_RATIO = 200
"""Bytes that come out of one packed byte: pages give 2 to 5, tables of blanks and dots some 50, a bomb 1000."""
RATIO_FROM = 16 * MEGABYTE
"""Bytes unpacked below which no ratio is looked at: they cost nothing."""
SECONDS, SECONDS_PER_MEGABYTE = 120.0, 120.0
"""For an input: a hundred times what usual pages take, five times what the slowest kind of hostile text does."""
MOST_SECONDS = 1e7
"""More is no limit: a clock cannot be set as far as one may ask."""


class Limits(NamedTuple):
    """The bounds of a run; 0 is none."""

    size: int = LARGEST_INPUT
    """Bytes of an input: of a file, or of a member of an archive when it is unpacked."""
    ratio: int = MOST_RATIO
    """How many times its size an archive, or a member of one, may unpack to."""
    timeout: float | None = None
    """Seconds for an input; None: by its size."""

    def seconds(self, size: int) -> float | None:
        """The time for inputs of so many bytes, None for any time."""
        allowed = SECONDS + SECONDS_PER_MEGABYTE * max(size, 0) / MEGABYTE if self.timeout is None else self.timeout
        return allowed if 0 < allowed <= MOST_SECONDS else None

    def is_too_large(self, size: int) -> bool:
        return bool(self.size) and size > self.size

    def is_bomb(self, size: int, packed: int) -> bool:
        """Whether so many bytes cannot have come out of so many packed ones with right things."""
        return bool(self.ratio) and size > max(RATIO_FROM, self.ratio * packed)

    def too_large(self, label: str) -> InputError:
        """What to say of an input with too many bytes."""
        remedy = "cut it into issues, or allow more: --max-size"
        return InputError(f"is larger than {amount(self.size)}", path=label, remedy=remedy)

    def bomb(self, label: str) -> InputError:
        """What to say of an archive, or of a member, that unpacks beyond all measure."""
        problem = f"unpacks to more than {self.ratio} times its size"
        return InputError(problem, path=label, remedy="if you trust it, allow it: --max-ratio")


NO_LIMITS = Limits(0, 0, 0.0)


def bytes_of(text: str) -> int:
    """The number of bytes that `2G`, `500m` or `0` says; ValueError where it says none."""
    number, unit = (text[:-1], text[-1:].upper()) if text[-1:].isalpha() else (text, "")
    if not number.isdecimal() or not number.isascii() or unit not in UNITS:
        raise ValueError(text)
    return int(number) * UNITS[unit]
