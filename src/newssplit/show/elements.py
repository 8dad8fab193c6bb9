"""HTML from elements, so that all data in it is escaped by the serializer and by nobody else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, tostring

Child = Element | str | None


def element(tag: str, attributes: Mapping[str, object] | None = None, *children: Child | Iterable[Child]) -> Element:
    """An element with its children: elements, text, lists of both; what is None or "" is left out.

    Attributes that are None are left out too.
    """
    made = Element(tag, {name: str(value) for name, value in (attributes or {}).items() if value is not None})
    last: Element | None = None
    for child in _flat(children):
        if isinstance(child, Element):
            made.append(child)
            last = child
        elif last is None:
            made.text = (made.text or "") + child
        else:
            last.tail = (last.tail or "") + child
    return made


def html(*elements: Element) -> str:
    """The elements as HTML."""
    return "".join(tostring(made, encoding="unicode", method="html") for made in elements)


def _flat(children: Iterable[Child | Iterable[Child]]) -> Iterable[Element | str]:
    for child in children:
        if isinstance(child, (Element, str)):
            yield child
        elif child is not None:
            yield from _flat(child)
