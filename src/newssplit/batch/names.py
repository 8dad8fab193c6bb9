"""Every name that becomes a path goes through here: it stays below its folder, on every system.

The same on all of them, so that outputs can go from one to another. What a system has another meaning for
is written as %3A, like the bytes of a name that are no UTF-8; names of devices and of our own files get a _.
Two names may come out as one; who writes has to see to that (see `Manifest.want`).
"""

from __future__ import annotations

import os
import re
import unicodedata

STATE = ".newssplit"
MANIFEST, FAILURES = "manifest.sqlite", "failures.jsonl"
BESIDE_MANIFEST = ("", "-wal", "-shm", "-journal", ".damaged")
"""What ends the names of SQLite's own files beside a manifest, and of one that was put aside."""
OWN = frozenset({STATE, FAILURES, *(MANIFEST + end for end in BESIDE_MANIFEST)})
DEVICE_RE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *", re.IGNORECASE)
"""What Windows takes for a device, whatever extension follows."""
SURROGATE_RE = re.compile(r"[\ud800-\udfff]")
ODD_RE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f-\x9f\ud800-\udfff]|[. ]$')


def safe_path(name: str) -> str:
    """A path below a folder, with parts parted by /, that no system takes for anything else."""
    first, *rest = [_safe(part) for part in name.split("/") if part not in ("", os.curdir, os.pardir)] or ["unnamed"]
    return "/".join([_marked(first) if _is_own(first) else first, *rest])


def is_below(path: str) -> bool:
    """Whether a path that somebody else wrote down is one that `safe_path` can have made, our own folder included."""
    first, _, rest = path.partition("/")
    return path == safe_path(path) or (first == STATE and bool(rest) and rest == safe_path(rest))


def folders_of(path: str) -> list[str]:
    """The folders that a path lies in, the outermost first."""
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def shown(name: str) -> str:
    """A name as text that UTF-8 can hold: bytes of it that are no UTF-8 become %FF."""
    return SURROGATE_RE.sub(_escaped, name)


def _safe(part: str) -> str:
    part = ODD_RE.sub(_escaped, part)
    return _marked(part) if DEVICE_RE.fullmatch(part.partition(".")[0]) else part


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"%{code - 0xDC00 if 0xDC80 <= code <= 0xDCFF else code:02X}"


# Systems that do not tell upper from lower case, or composed characters from others, do not tell these names either.
def _is_own(part: str) -> bool:
    return unicodedata.normalize("NFKC", part).casefold() in OWN


def _marked(part: str) -> str:
    stem, dot, rest = part.partition(".")
    return f"{stem}_{dot}{rest}" if stem else f"{part}_"
