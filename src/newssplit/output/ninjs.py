"""ninjs 3.0, the IPTC's JSON for news: https://iptc.org/standards/ninjs/

An array of news items (with `--out-dir` one item a file, as the standard has it). What goes where:

| ninjs | from |
|---|---|
| `uri` | `urn:newssplit:` and the article's `id` |
| `type` | `picture` for a `photo`, else `text` |
| `profile` | `newssplit-` and the article's `kind` |
| `representationType` | `partial` where `continues_on` or `continued_from` is set, else `full` |
| `contentCreated` | `date`, at midnight in China (+08:00) |
| `headlines` | roles `kicker`, `main`, `sub` |
| `bodies` | the paragraphs as `text/plain` (role `text`) and as `text/html` (role `xhtml`; crossheads are `h2`) |
| `by` | the people as one line, with titles |
| `infoSources` | the people by role; the newspaper (`publisher`); who sent it (`originator`), for 本报 the newspaper |
| `located` | the dateline's place |
| `subjects` | the section, with rel `section` |
| `altIds` | roles `source` (file and order), `page` and `story` |
| `language` | language, in the HTML too |

What the record does not hold is left out. Offsets, changes and confidence are in the JSON formats only.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TextIO

from newssplit.output.json_format import write_json, write_object
from newssplit.output.record import Record
from newssplit.output.standards import agency_of, filled, is_date, language_tag, uri_of
from newssplit.output.wording import paragraphs, people, readable

STANDARD = {"name": "ninjs", "version": "3.0", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#"}


def write_ninjs(records: Iterable[Record], stream: TextIO) -> None:
    """An array of news items."""
    write_json(map(ninjs_of, records), stream)


def write_ninjs_item(record: Record, stream: TextIO) -> None:
    """One news item."""
    write_object(ninjs_of(record), stream)


def ninjs_of(record: Record) -> Record:
    """The article as a ninjs news item."""
    halved = record["continues_on"] or record["continued_from"]
    return filled(
        standard=STANDARD,
        uri=uri_of(record),
        type="picture" if record["kind"] == "photo" else "text",
        profile=f"newssplit-{record['kind']}",
        representationType="partial" if halved else "full",
        language=language_tag(record),
        contentCreated=f"{record['date']}T00:00:00+08:00" if is_date(record["date"]) else None,
        headlines=_headlines(record),
        by=" ".join(people(record)),
        infoSources=_sources(record),
        located=(record["dateline_parts"] or {}).get("place"),
        subjects=[{"name": record["section"], "rel": "section"}] if record["section"] else [],
        bodies=_bodies(record),
        altIds=_other_ids(record),
    )


def _headlines(record: Record) -> list[Record]:
    roles = {"kicker": record["kicker"], "main": record["headline"], "sub": record["subheadline"]}
    return [{"role": role, "value": value} for role, value in roles.items() if value]


def _sources(record: Record) -> list[Record]:
    sources = [filled(name=person["name"], role=person["role"]) for person in record["byline"]]
    sources += [{"name": record["newspaper"], "role": "publisher"}] if record["newspaper"] else []
    agency = agency_of(record)
    return sources + ([{"name": agency, "role": "originator"}] if agency else [])


def _bodies(record: Record) -> list[Record]:
    plain = "\n".join(record["paragraphs"])
    if not plain:
        return []
    return [
        {"role": "text", "contentType": "text/plain", "charCount": len(plain), "value": plain},
        {"role": "xhtml", "contentType": "text/html", "value": _xhtml(record)},
    ]


def _xhtml(record: Record) -> str:
    marks = (("h2" if crosshead else "p", escape(text, quote=False)) for text, crosshead in paragraphs(record))
    body = "".join(f"<{mark}>{text}</{mark}>".replace("\n", "<br/>") for mark, text in marks)
    return f'<body lang="{language_tag(record)}">{body}</body>'


def _other_ids(record: Record) -> list[Record]:
    ids = {
        "source": f"{readable(record['source'])}#{record['order']}",
        "page": record["page"],
        "story": record.get("story"),
    }
    return [{"role": role, "value": value} for role, value in ids.items() if value]
