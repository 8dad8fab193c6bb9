"""The names of sites behind the headlines that records give: `大桥通车_江州晚报`, `大桥通车 - 地方 - 江州新闻网`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from newssplit.lexicon import Lexicon, keyed
from newssplit.patterns import re
from newssplit.reading.carriers.field_names import SITES, TAGGED, VALUE
from newssplit.reading.carriers.fields import Field
from newssplit.reading.carriers.said import read_said
from newssplit.reading.lines import Line

SITE_RE = re.compile(r"\s?(?:[_|｜]|[-–—]{1,2})\s?[^\s_|｜。，！？–—-][^_|｜。，！？–—-]{1,19}$")
"""`_江州晚报`, ` - 江州新闻网`: what the title of a web page ends with."""
DESK_RE = re.compile(r"\s?[_|｜][ ]?[^\s_|｜。，！？]{1,6}\s?$")
"""Before it the part of the site, ` | 地方`."""
PART_RE = re.compile(r"\s?[_|｜]\s?(?=\S)|\s[-–]\s(?=\S)")
"""What may stand between a headline and the site that has it."""
SIGNS = " -_|｜–"


def without_sites(found: dict[int, list[Field]], lines: Sequence[Line], lexicon: Lexicon) -> dict[int, list[Field]]:
    """The fields, those for headlines without the name of the site that nearly all of them end with, `…_江州晚报`, or
    that one has behind a headline which stands alone, too."""
    heads = {n: field for n, fields in found.items() for field in fields if field.kind == "headline"}
    found = _without_sites_once(found, heads, lines, lexicon) if heads else found
    heads = {n: field for n, fields in found.items() for field in fields if field.kind == "headline"}
    sites = {n: m for n, field in heads.items() if (m := SITE_RE.search(lines[n].text, field.start, field.end))}
    usual = Counter(m[0] for m in sites.values()).most_common(1)
    if not usual or usual[0][1] < max(SITES, TAGGED * len(heads)):
        return found
    ends = {n: m.start() for n, m in sites.items() if m[0] == usual[0][0]}
    desks = {n: m for n, end in ends.items() if (m := DESK_RE.search(lines[n].text, heads[n].start, end))}
    if len(desks) >= TAGGED * len(ends):
        ends |= {n: m.start() for n, m in desks.items()}
    return found | {n: [f._replace(end=ends[n]) if f is heads[n] else f for f in found[n]] for n in ends}


def _without_sites_once(
    found: dict[int, list[Field]], heads: Mapping[int, Field], lines: Sequence[Line], lexicon: Lexicon
) -> dict[int, list[Field]]:
    """The fields, a headline without what stands behind it where the dump has it alone on a line of its own, or where
    nothing but a paper's name does."""
    parted = {n: [m.start() for m in PART_RE.finditer(lines[n].text, f.start, f.end)] for n, f in heads.items()}
    if not any(parted.values()):
        return found
    alone = {keyed(line.text) for n, line in enumerate(lines) if n not in heads and len(line.text) <= VALUE}
    cuts = {
        n: end for n, ends in parted.items() for end in ends[:1] if keyed(lines[n].text[heads[n].start : end]) in alone
    }
    for n, ends in parted.items():
        if ends and n not in cuts:
            said = read_said(lines[n].text[ends[-1] : heads[n].end].lstrip(SIGNS), lexicon)
            cuts |= {n: ends[-1]} if said.named and not said.left else {}
    return found | {n: [f._replace(end=cuts[n]) if f is heads[n] else f for f in found[n]] for n in cuts}
