"""Signs that a tool has left at a line: marks of headings, bold type, images, and lines about the item below it."""

from __future__ import annotations

from newssplit.rules.examples import BOLD, HEADED_PAGE, LEVELS, ONE_LEVEL, PORTAL, RECORDS
from newssplit.rules.fields import HEADINGS
from newssplit.rules.rule import Rule
from newssplit.rules.sight import Sight
from newssplit.rules.signs import CARRIED, MARKED


def heading(s: Sight) -> bool:
    return s.unit.mark is not None and s.unit.mark.heading > 0


def ranks_as_headline(s: Sight) -> bool:
    return s.unit.mark is not None and s.unit.mark.rank == "headline"


def ranks_as_crosshead(s: Sight) -> bool:
    return s.unit.mark is not None and s.unit.mark.rank == "crosshead"


def over_metadata(s: Sight) -> bool:
    """The nearest line above that does not surely name makers."""
    mark, below = s.unit.mark, s.next
    if s.sure_names or any(m.role for m in s.line_makers):
        return False
    if mark is not None and mark.meta_below > 0:
        return s.unit.field != "author"
    signed = below is not None and (bool(below.line_makers) or below.unit.field in ("author", "subheadline"))
    return signed and below is not None and below.unit.mark is not None and below.unit.mark.meta_below > 0


def bold(s: Sight) -> bool:
    return s.headlike and s.unit.mark is not None and s.unit.mark.bold and not s.unit.mark.heading


def image(s: Sight) -> bool:
    return s.unit.mark is not None and s.unit.mark.image


def table_row(s: Sight) -> bool:
    return s.unit.mark is not None and s.unit.mark.row


def unmarked(s: Sight) -> bool:
    return s.headlike and s.habits.marked and not (s.unit.mark is not None and s.unit.mark.heading)


def unfielded(s: Sight) -> bool:
    return s.headlike and s.habits.fielded and s.unit.field not in HEADINGS


CARRIED_RULES = (
    Rule(
        "heading_mark", "What a tool has marked as a heading is a headline or a crosshead.",
        heading,
        (ONE_LEVEL.format("→", ""), "<h2>→新桥今晨通车</h2>\n<p>昨天，大桥通车了。</p>"),
        (HEADED_PAGE.format("", "→"), "#1机组昨天停机检修，三天后恢复发电，市民用电不受影响。"), needs=CARRIED,
    ),
    Rule(
        "headline_rank", "Headings of the level that stands over the articles of a dump are headlines.",
        ranks_as_headline,
        (LEVELS.format("→", ""),), (LEVELS.format("", "→"), ONE_LEVEL.format("→", "")), needs=CARRIED,
    ),
    Rule(
        "crosshead_rank", "Headings below the level of the articles are crossheads.",
        ranks_as_crosshead,
        (LEVELS.format("", "→"),), (LEVELS.format("→", ""), ONE_LEVEL.format("", "→")), needs=CARRIED,
    ),
    Rule(
        "over_metadata", "Above the lines that say when and where an item was printed stands its headline.",
        over_metadata,
        (PORTAL.format("→", "", ""),), (PORTAL.format("", "→", ""), PORTAL.format("", "", "→")), needs=CARRIED,
    ),
    Rule(
        "bold_line", "A short line all in bold type is a heading.",
        bold,
        (BOLD.format("→", ""), "<p><strong>→桥下的步道</strong></p>\n<p>昨天，大桥通车了。</p>"), (BOLD.format("", "→"), "# **→大桥通车**\n\n昨天，大桥通车了。\n\n# **老井又出水**\n\n井水清了。"), needs=CARRIED,
    ),
    Rule(
        "image_text", "The text that a tool gives for an image is a caption.",
        image,
        ("昨天，大桥通车了。\n\n![→大桥上挂着灯笼](images/1.jpg)\n\n桥下是步道。",), ("昨天，大桥通车了。\n\n[→大桥上挂着灯笼](1.html)\n\n桥下是步道。",), admits=("caption", "aside"), needs=CARRIED,
    ),
    Rule(
        "table_row", "A row of a table is no heading and names no makers.", table_row,
        ("昨天，大桥通车了。\n\n| →年份 | 车次 |\n|---|---|\n| 2016 | 三万 |\n\n桥下是步道。",), ("昨天，大桥通车了。\n\n→年份 车次\n\n桥下是步道。",), needs=CARRIED,
    ),
    Rule(
        "unmarked", "Where a tool has marked the headings, a short line without a mark is none.",
        unmarked,
        (HEADED_PAGE.format("", "→"),), (HEADED_PAGE.format("→", ""), HEADED_PAGE.replace("## ", "").format("", "→")), needs=MARKED,
    ),
    Rule(
        "unfielded", "Where records have a field for the headline, no other line is one.",
        unfielded,
        (RECORDS.format("", "→"),), (RECORDS.format("→", ""), "大桥通车\n昨天，大桥通车了。人来人往。\n→桥下的步道\n桥下是步道，一直通到对岸。"), needs=MARKED,
    ),
)  # fmt: skip
