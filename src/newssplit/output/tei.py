"""TEI P5, for editions and corpora: https://tei-c.org/guidelines/p5/

A `teiCorpus` with a `TEI` for each issue (with `--out-dir` a `TEI` for each article). In its `body`:

- `pb` with `n`: a new page begins;
- `div type="article"`, `subtype` its kind, `n` its order, `xml:id` an `a` and its id (`-2` and so on
  behind it where one document holds the same article again), `cert` its confidence;
- in it `head` of the types `section`, `kicker`, `main`, `sub`; `dateline`, in it `orgName`, `placeName`
  and `date`; `byline` with a `persName` for each person, `role` as in the JSON formats, in it
  `roleName` (the title as printed) and `name`;
- `p`; a crosshead begins a `div type="part"` with a `head type="cross"`, up to the next crosshead;
- `note` of the types `continues_on`, `continued_from`, `duplicate_of`, `story`.

`xml:lang` of a `TEI` is the issue's language, `zh-Hans` or `zh-Hant`; that of what newssplit says itself is `en`. Each
`teiHeader` names newspaper, date and source file. Characters that XML forbids, and other control characters, are left
out. Offsets, changes and editors are in the JSON formats only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import TextIO

from newssplit.output.record import Record
from newssplit.output.standards import is_date, language_tag
from newssplit.output.tei_xml import TeiXml
from newssplit.output.wording import issue_key, issue_title, paragraphs

NAMESPACE = "http://www.tei-c.org/ns/1.0"
HEADS = {"section": "section", "kicker": "kicker", "headline": "main", "subheadline": "sub"}
"""The type of head that each field becomes."""
NAMES = {"agency": "orgName", "place": "placeName", "date": "date"}
"""The element that each part of a dateline becomes."""
NOTES = ("continues_on", "continued_from", "duplicate_of", "story")


def write_tei(records: Iterable[Record], stream: TextIO) -> None:
    """A corpus of issues, each article as soon as it is known."""
    xml = TeiXml(stream)
    with xml.block("teiCorpus", xmlns=NAMESPACE, **{"xml:lang": "zh"}):
        _header(xml, "newssplit", None)
        empty = True
        for _, issue in groupby(records, issue_key):
            empty = False
            _document(xml, issue)
        if empty:
            _no_text(xml)


def write_tei_article(record: Record, stream: TextIO) -> None:
    """A document with one article."""
    _document(TeiXml(stream), iter([record]), xmlns=NAMESPACE)


def _line(xml: TeiXml, name: str, text: str, **attributes: str | None) -> None:
    with xml.line(name, **attributes):
        xml.text(text)


# A corpus without a text would not be valid.
def _no_text(xml: TeiXml) -> None:
    with xml.block("TEI"):
        _header(xml, "newssplit", None)
        with xml.block("text"), xml.block("body"):
            _line(xml, "p", "")


def _document(xml: TeiXml, issue: Iterator[Record], **attributes: str) -> None:
    first = next(issue)
    page = None
    with xml.block("TEI", **attributes, **{"xml:lang": language_tag(first)}):
        _header(xml, issue_title(first), first)
        with xml.block("text"), xml.block("body"):
            for record in chain([first], issue):
                if record["page"] and record["page"] != page:
                    with xml.line("pb", n=record["page"]):
                        page = record["page"]
                _article(xml, record)


def _header(xml: TeiXml, title: str, record: Record | None) -> None:
    with xml.block("teiHeader"), xml.block("fileDesc"):
        with xml.block("titleStmt"):
            _line(xml, "title", title)
        with xml.block("publicationStmt"):
            _line(xml, "p", "Articles taken from the text of a newspaper by newssplit.", **{"xml:lang": "en"})
        with xml.block("sourceDesc"), xml.block("bibl"):
            _source(xml, record)


def _source(xml: TeiXml, record: Record | None) -> None:
    _line(xml, "title", (record and record["newspaper"]) or "newspaper", level="j")
    if record and record["date"]:
        _line(xml, "date", record["date"], when=record["date"] if is_date(record["date"]) else None)
    if record:
        _line(xml, "idno", record["source"], type="file")


def _article(xml: TeiXml, record: Record) -> None:
    about = {"subtype": record["kind"], "n": str(record["order"]), "cert": f"{record['confidence']:.4f}"}
    with xml.block("div", type="article", **{"xml:id": xml.new_id(f"a{record['id']}")}, **about):
        for field, kind in HEADS.items():
            if record[field]:
                _line(xml, "head", record[field], type=kind)
        _dateline(xml, record)
        _byline(xml, record["byline"])
        for kind in NOTES:
            if record.get(kind):
                _line(xml, "note", record[kind], type=kind)
        _body(xml, record)


def _dateline(xml: TeiXml, record: Record) -> None:
    if not record["dateline"]:
        return
    rest, parts = record["dateline"], record["dateline_parts"] or {}
    with xml.line("dateline"):
        for field, name in NAMES.items():
            before, found, behind = rest.partition(parts.get(field) or "\0")
            if found:
                xml.text(before)
                with xml.inline(name):
                    xml.text(found)
                rest = behind
        xml.text(rest)


def _byline(xml: TeiXml, people: list[Record]) -> None:
    if not people:
        return
    with xml.block("byline"):
        for person in people:
            with xml.line("persName", role=person["role"]):
                for name, text in (("roleName", person["title"]), ("name", person["name"])):
                    if text:
                        with xml.inline(name):
                            xml.text(text)


def _body(xml: TeiXml, record: Record) -> None:
    parts = list(_parts(record))
    for head, texts in parts:
        if head is None:
            for text in texts:
                _line(xml, "p", text)
        else:
            with xml.block("div", type="part"):
                _line(xml, "head", head, type="cross")
                for text in texts:
                    _line(xml, "p", text)


# The paragraphs up to the first crosshead, then each crosshead with what stands under it.
def _parts(record: Record) -> Iterator[tuple[str | None, list[str]]]:
    head: str | None = None
    texts: list[str] = []
    for text, crosshead in paragraphs(record):
        if crosshead:
            yield head, texts
            head, texts = text, []
        else:
            texts.append(text)
    yield head, texts
