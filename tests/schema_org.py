"""What schema.org's own vocabulary says against a JSON-LD document, read as a JSON-LD processor reads it.

schema.org publishes no grammar but a vocabulary: types with the types above them, properties with the types that they
are for (domainIncludes) and that their values may have (rangeIncludes). A document keeps to it if each of its types and
properties is there and stands where the vocabulary has it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pyld import jsonld

FOLDER = Path(__file__).parent / "schemas" / "schemaorg"
SCHEMA = "http://schema.org/"
TEXTS = {"Text", "URL", "Date"}
"""Data types that newssplit writes as JSON strings."""

Node = dict[str, Any]


def expanded(document: Node) -> list[Node]:
    """The document with all names written out, by schema.org's own context; no network is asked."""
    found: list[Node] = jsonld.expand(document, {"documentLoader": _load})
    return found


def mistakes(document: Node) -> list[str]:
    """What of the document is not as the vocabulary has it."""
    return [mistake for node in expanded(document) for mistake in _in_node(node)]


def _load(url: str, options: object = None) -> Node:
    assert url.rstrip("/") == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": _read("schemaorgcontext.jsonld")}


def _in_node(node: Node) -> Iterator[str]:
    types = {name.removeprefix(SCHEMA) for name in node.get("@type", ())}
    if not types or not types <= set(_parents()):
        yield f"{types or 'nothing'} is no type of schema.org"
    for key, values in node.items():
        if not key.startswith("@"):
            yield from _in_property(key.removeprefix(SCHEMA), values, types)


def _in_property(name: str, values: list[Node], types: set[str]) -> Iterator[str]:
    found = _vocabulary().get(name, {})
    if found.get("@type") != "rdf:Property":
        yield f"{name} is no property of schema.org"
        return
    in_role = "Role" in types  # a role has the property whose value it qualifies: schema.org/Role
    if not in_role and not _above(types) & set(_named(found, "schema:domainIncludes")):
        yield f"{name} is no property of {types}"
    allowed = set(_named(found, "schema:rangeIncludes"))
    for value in values:
        yield from _in_value(name, value, allowed)


def _in_value(name: str, value: Node, allowed: set[str]) -> Iterator[str]:
    if "@value" not in value:
        types = {kind.removeprefix(SCHEMA) for kind in value.get("@type", ())}
        if types != {"Role"} and not _above(types) & allowed:
            yield f"{types} cannot be a value of {name}"
        yield from _in_node(value)
    elif not isinstance(value["@value"], str) or not TEXTS & allowed:
        yield f"{value['@value']!r} cannot be a value of {name}"
    elif allowed <= {"Date", "DateTime"}:
        date.fromisoformat(value["@value"])


def _above(types: set[str]) -> set[str]:
    """The types and all types above them."""
    found, left = set[str](), list(types)
    while left:
        if (one := left.pop()) not in found:
            found.add(one)
            left += _parents().get(one, ())
    return found


@cache
def _parents() -> dict[str, list[str]]:
    """Each type with those directly above it."""
    return {
        name: _named(entry, "rdfs:subClassOf")
        for name, entry in _vocabulary().items()
        if "rdfs:Class" in _as_list(entry["@type"])
    }


@cache
def _vocabulary() -> dict[str, Node]:
    entries: list[Node] = _read("schemaorg-current-http.jsonld")["@graph"]
    return {entry["@id"].removeprefix("schema:"): entry for entry in entries}


def _named(entry: Node, relation: str) -> list[str]:
    return [other["@id"].removeprefix("schema:") for other in _as_list(entry.get(relation, []))]


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _read(name: str) -> Node:
    found: Node = json.loads((FOLDER / name).read_text("utf-8"))
    return found
