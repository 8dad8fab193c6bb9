"""JSON-LD with schema.org's NewsArticle: https://schema.org/NewsArticle

One document, the articles in its `@graph` (with `--out-dir` one article a file). What goes where:

| schema.org | from |
|---|---|
| `@id`, `identifier` | `urn:newssplit:` and `id`; `id` |
| `headline`, `alternativeHeadline` | headline; kicker and subheadline |
| `genre` | kind |
| `articleSection`, `printSection`, `printPage` | section; the page's name; the page's number |
| `articleBody` | the paragraphs, a line feed between them |
| `dateline`, `locationCreated`, `sourceOrganization` | the dateline; its place; its agency, for 本报 the newspaper |
| `author`, `contributor`, `translator`, `editor` | the people by role, see ROLE_PROPERTIES; titles as `jobTitle` |
| `datePublished` | date |
| `isPartOf` | the issue (PublicationIssue), itself part of the Newspaper |
| `isBasedOn` | the source's name |
| `inLanguage` | language |

A contributor who did something in particular stands in a Role, `{"roleName": "photographer", "contributor":
{…}}`, as schema.org has it. What the record does not hold is left out. Offsets, changes and confidence are in
the JSON formats only. It may stand in a page's `<script type="application/ld+json">`: `<` is written `\\u003c`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from newssplit.output.json_format import write_json, write_object
from newssplit.output.record import Record
from newssplit.output.standards import agency_of, filled, is_date, language_tag, uri_of

CONTEXT = "https://schema.org"
ROLE_PROPERTIES = {
    None: "author",
    "reporter": "author",
    "correspondent": "author",
    "intern": "author",
    "author": "author",
    "commentator": "author",
    "photographer": "contributor",
    "artist": "contributor",
    "translator": "translator",
    "editor": "editor",
}


def write_jsonld(records: Iterable[Record], stream: TextIO) -> None:
    """One document with a graph of articles."""
    stream.write(f'{{\n"@context": "{CONTEXT}",\n"@graph":\n')
    write_json(map(jsonld_of, records), stream, in_pages=True)
    stream.write("}\n")


def write_jsonld_article(record: Record, stream: TextIO) -> None:
    """A document with one article."""
    write_object({"@context": CONTEXT, **jsonld_of(record)}, stream, in_pages=True)


def jsonld_of(record: Record) -> Record:
    """The article as a schema.org NewsArticle, without `@context`."""
    agency, place = agency_of(record), (record["dateline_parts"] or {}).get("place")
    return {
        "@type": "NewsArticle",
        "@id": uri_of(record),
        **filled(
            identifier=record["id"],
            headline=record["headline"],
            alternativeHeadline=[line for line in (record["kicker"], record["subheadline"]) if line],
            genre=record["kind"],
            articleSection=record["section"],
            printPage=record["page"],
            printSection=record["page_name"],
            dateline=record["dateline"],
            sourceOrganization={"@type": "Organization", "name": agency} if agency else None,
            locationCreated={"@type": "Place", "name": place} if place else None,
            **_people(record),
            datePublished=record["date"] if is_date(record["date"]) else None,
            inLanguage=language_tag(record),
            isPartOf=_issue(record),
            isBasedOn={"@type": "CreativeWork", "name": record["source"]},
            articleBody="\n".join(record["paragraphs"]),
        ),
    }


def _people(record: Record) -> dict[str, list[Record]]:
    people: dict[str, list[Record]] = {}
    for person in record["byline"]:
        role = ROLE_PROPERTIES[person["role"]]
        someone = {"@type": "Person", **filled(name=person["name"], jobTitle=person["title"])}
        if role == "contributor":
            someone = {"@type": "Role", "roleName": person["role"], "contributor": someone}
        people.setdefault(role, []).append(someone)
    return people


def _issue(record: Record) -> Record | None:
    published = filled(datePublished=record["date"] if is_date(record["date"]) else None)
    paper = {"isPartOf": {"@type": "Newspaper", "name": record["newspaper"]}} if record["newspaper"] else {}
    return {"@type": "PublicationIssue", **published, **paper} if published or paper else None
