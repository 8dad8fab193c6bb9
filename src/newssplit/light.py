"""Named tuples that are made quickly.

`typing.NamedTuple` compiles the annotation of each field, which takes longer than all else about a class; a page loads
eighty of them. To type checkers the one below is that of `typing`; it makes the same classes with `collections`.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    _OF_FIELDS = ("__annotations__", "__module__", "__qualname__", "__classcell__")

    class _Maker(type):
        """Makes a named tuple of what stands in the body of a class."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body["__annotations__"]
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            made.__annotations__ = made.__new__.__annotations__ = fields
            made.__qualname__ = body["__qualname__"]
            for key, value in body.items():
                if key not in fields and key not in _OF_FIELDS:
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Maker):
        """The base of classes that name their fields."""
