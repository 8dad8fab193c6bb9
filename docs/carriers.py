"""Make anew what docs/your-files*.md show of each tool: `.venv/bin/python -m docs.carriers`.

Between two remarks of a page stand, for each carrier that `newssplit carriers` lists, its sample and the articles that
come out of it; all else is written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from newssplit import Article, split
from newssplit.i18n import chinese_catalogue
from newssplit.lexicon import Carrier
from newssplit.output.record import record_of
from newssplit.output.wording import people
from newssplit.reading.carriers.described import packaged_carriers

FOLDER = Path(__file__).parent
PAGES: Mapping[str, Mapping[str, str]] = {"your-files.md": {}, "your-files.zh-CN.md": chinese_catalogue()}
"""The pages, each with its words for English ones."""
BEGIN, END = "<!-- made by docs/carriers.py -->\n", "<!-- end -->"
COLUMNS = ("newspaper", "date", "page", "section", "headline", "people", "text")
EDGE = 7
"""Characters that are shown of the beginning and of the end of a paragraph."""


def sections(words: Mapping[str, str]) -> Iterator[str]:
    """A chapter for each carrier."""
    for carrier in packaged_carriers():
        sample = carrier.sample.strip("\n")
        yield f"\n### {words.get(carrier.title, carrier.title)}\n\n```text\n{sample}\n```\n\n{table(carrier, words)}\n"


def table(carrier: Carrier, words: Mapping[str, str]) -> str:
    """The articles of a sample, a row each, without the columns that are empty in all of them."""
    rows = [cells(article) for article in split(carrier.sample).articles]
    shown = [column for column in COLUMNS if any(row[column] for row in rows)]
    head = _row([words.get(column, column) for column in shown])
    return "\n".join([head, f"|{'---|' * len(shown)}", *(_row([row[column] for column in shown]) for row in rows)])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def cells(article: Article) -> dict[str, str]:
    """What a row shows of an article."""
    page, heads = article.page, (article.kicker, article.headline, article.subheadline)
    return {
        "newspaper": page.newspaper or "",
        "date": page.date or "",
        "page": " ".join(filter(None, (page.number, page.name))),
        "section": article.section or "",
        "headline": " / ".join(filter(None, heads)),
        "people": "，".join(people(record_of(article, "", None))),
        "text": " ¶ ".join(edges(paragraph.text) for paragraph in article.paragraphs),
    }


def edges(text: str) -> str:
    """A paragraph's beginning and its end."""
    return text if len(text) <= 2 * EDGE else f"{text[:EDGE]}…{text[-EDGE:]}"


def renewed(page: str, words: Mapping[str, str]) -> str:
    """A page with its chapters made anew."""
    before, _, rest = page.partition(BEGIN)
    return before + BEGIN + "".join(sections(words)) + "\n" + END + rest.partition(END)[2]


if __name__ == "__main__":
    for name, language in PAGES.items():
        path = FOLDER / name
        path.write_text(renewed(path.read_text("utf-8"), language), "utf-8")
