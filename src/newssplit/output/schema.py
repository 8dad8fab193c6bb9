"""The JSON Schema of an article as the JSON formats print it."""

from __future__ import annotations

from typing import Any, get_args, get_type_hints

from newssplit.model import Change, ConfidenceParts, Kind, PartRole, Role
from newssplit.output.record import ORIGIN

Schema = dict[str, Any]

_OFFSET: Schema = {"type": "integer", "minimum": 0}
_NUMBER: Schema = {"type": "integer", "minimum": 1}
_TEXT: Schema = {"type": ["string", "null"]}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_ID: Schema = {"type": "string", "pattern": "^[0-9a-f]{16}$"}


def article_schema() -> Schema:
    """A schema of JSON Schema 2020-12 for one article; the array of `--format json` holds these."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "newssplit article",
        "description": "One item of a newspaper issue. Offsets count characters of the decoded input, from 0, "
        "end exclusive; lines count from 1.",
        **_object(
            _identity() | _contract() | _measures() | _more(),
            story=_said(_TEXT, "The same in all articles that print one story; from batch conversion only."),
            low_confidence=_said({"type": "boolean"}, "Below --min-confidence; there where that is given."),
            sources=_list({"type": "string"}, "The inputs that its halves are from, where it was joined across them."),
            joined=_list(_joined_half(), "The halves that were joined to the first, as they stood in their inputs."),
        ),
    }


def _object(properties: Schema, **optional: Schema) -> Schema:
    required = {"type": "object", "required": list(properties), "additionalProperties": False}
    return {**required, "properties": {**properties, **optional}}


def _said(schema: Schema, description: str) -> Schema:
    return {**schema, "description": description}


def _joined_half() -> Schema:
    properties = _identity() | _contract() | _measures() | _more()
    return _object({name: properties[name] for name in ORIGIN})


def _list(items: Schema, description: str) -> Schema:
    return {"type": "array", "items": items, "description": description}


def _row(description: str, *items: Schema) -> Schema:
    size = {"minItems": len(items), "maxItems": len(items)}
    return {"type": "array", "prefixItems": list(items), "items": False, **size, "description": description}


def _identity() -> Schema:
    return {
        "id": _said(_ID, "Made from the article's content: the same on every run and machine."),
        "source": {"type": "string", "description": "The input as it was named; - is standard input."},
        "order": _said(_NUMBER, "Its place in the issue, by where articles begin."),
        "kind": {"enum": list(get_args(Kind)), "description": "报道, 图片说明, 导读, 启事."},
    }


def _contract() -> Schema:
    person = {"name": {"type": "string"}, "role": {"enum": [*get_args(Role), None]}, "title": _TEXT}
    return {
        "newspaper": _said(_TEXT, "As printed in the issue."),
        "date": _said(_TEXT, "The issue's date, ISO 8601."),
        "page": _said(_TEXT, "As printed, without 第…版 and leading zeros: 1, B12."),
        "section": _said(_TEXT, "栏目."),
        "kicker": _said(_TEXT, "引题, 肩题."),
        "headline": _said(_TEXT, "主题."),
        "subheadline": _said(_TEXT, "副题."),
        "dateline": _said(_TEXT, "电头 as printed, without brackets and byline: 本报讯."),
        "byline": _list(_object(person), "The people who made it, in order; title is as printed: 本报记者."),
        "paragraphs": _list({"type": "string"}, "The body, crossheads (小标题) among it."),
    }


def _measures() -> Schema:
    return {
        "span": _row("First character and the one behind the last.", _OFFSET, _OFFSET),
        "lines": _row("First and last line.", _NUMBER, _NUMBER),
        "chars": _said(_OFFSET, "Characters of the body, without spaces."),
        "confidence": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "description": "How likely its bounds, headline block, byline and body are all right, as measured on "
            "annotated issues.",
        },
        "confidence_parts": {
            **_object(dict.fromkeys(ConfidenceParts._fields, _SHARE)),
            "description": "The same of each alone: bounds (nine tenths of its text); head, with section "
            "and kind; byline; body, character for character.",
        },
    }


def _more() -> Schema:
    parts = _object({"agency": _TEXT, "place": _TEXT, "date": _TEXT})
    actions = get_args(get_type_hints(Change)["action"])
    return {
        "dateline_parts": {"anyOf": [parts, {"type": "null"}], "description": "What the dateline names."},
        "crossheads": _list(_OFFSET, "Which paragraphs are crossheads, by number from 0."),
        "page_name": _said(_TEXT, "要闻, 城事."),
        "editors": _list({"type": "string"}, "The page's editors."),
        "continues_on": _said(_TEXT, "The page that a 下转 mark names, where the other half is not in the issue."),
        "continued_from": _said(_TEXT, "The page that a 上接 mark names, where the first half is not in the issue."),
        "duplicate_of": {"anyOf": [_ID, {"type": "null"}], "description": "The id of the copy that counts."},
        "language": _said(_TEXT, "zh-Hans, zh-Hant; zh where the issue does not tell; after --to, what it gives."),
        "encoding": _said(_TEXT, "What it was read as: its encoding, and before it the kinds of file around it."),
        "parts": _list(
            _row("Role, start, end.", {"enum": list(get_args(PartRole))}, _OFFSET, _OFFSET),
            "Every stretch of the input that belongs to the article, in reading order; not what a tool has put between "
            "them (markup).",
        ),
        "changes": _list(
            _row("Action, rule, start, end.", {"enum": list(actions)}, {"type": "string"}, _OFFSET, _OFFSET),
            "What was done to the text, and by which rule.",
        ),
    }
