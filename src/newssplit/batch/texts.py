"""The text of any input: plain text as it is, other kinds by their reader."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from newssplit.errors import DecodingError, InputError
from newssplit.files.decoding import Decoded, decode
from newssplit.files.kinds import Kind, kind_to_read
from newssplit.files.readers.reader import Decode, ReadText
from newssplit.limits import DEEPEST_PACKED

PACKED = ("gzip", "bz2", "xz", "zstd")
"""Readers that give bytes, of which each may be of any kind again."""


def text_of(data: bytes, encoding: str | None = None, errors: str = "strict", path: str | None = None) -> Decoded:
    """The text that the bytes of an input hold.

    `encoding` and `errors` are those of `decode`; `path` is for messages. The `encoding` of the result names the kinds
    that were read before it, from the outside in: `gzip, html, gb18030`; `pdf`. Raises DecodingError where the bytes
    are broken, of a kind that nobody reads, or of one whose package is not installed.
    """
    kind = kind_to_read(data)
    if kind is None:
        return decode(data, encoding, errors, path=path)
    try:
        read = _read(data, kind, lambda part, named: _decoded(part, encoding or named, errors), DEEPEST_PACKED)
    except (DecodingError, InputError) as error:
        if errors == "replace" and isinstance(error, _Missing):
            return decode(data, encoding, errors, path=path)
        raise DecodingError(error.problem, path=path, place=error.place, remedy=error.remedy) from None
    return Decoded(read.text, read.read_as, "; ".join(dict.fromkeys(read.warnings)) or None)


class _Missing(DecodingError):
    """A kind that could be read, were its package there."""


def _read(data: bytes, kind: Kind, decoder: Decode, depth: int) -> ReadText:
    try:
        if kind.reader not in PACKED:
            return _reader(kind)(data, decoder)
        from newssplit.files.readers.packed import unpacked

        inside = unpacked(data, kind.reader)
    except ImportError as error:
        raise _Missing(
            f"is {kind.name}, and to read it needs the package {error.name}",
            remedy=f"pip install 'newssplit[{kind.extra}]'",
        ) from None
    within = kind_to_read(inside)
    if within and not depth:
        raise DecodingError("is packed in too many layers", remedy="unpack it first")
    read = _read(inside, within, decoder, depth - 1) if within else decoder(inside, None)
    return read._replace(read_as=f"{kind.reader}, {read.read_as}")


def _reader(kind: Kind) -> Callable[[bytes, Decode], ReadText]:
    found: Callable[[bytes, Decode], ReadText] = import_module(f"newssplit.files.readers.{kind.reader}").read
    return found


def _decoded(data: bytes, encoding: str | None, errors: str) -> ReadText:
    decoded = decode(data, encoding, errors, dump=False)
    return ReadText(decoded.text, decoded.encoding, (decoded.warning,) if decoded.warning else ())
