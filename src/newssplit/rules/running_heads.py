"""What a running head says of its page: the newspaper, the day, the page's number and name."""

from __future__ import annotations

from collections.abc import Mapping

from newssplit.language.dates import iso_date, page_number
from newssplit.lexicon import Lexicon, fold
from newssplit.model import Page
from newssplit.patterns import re, regex

BARE_NUMBER_RE = re.compile(r"[A-Z]{0,2}\d{1,2}|[一二三四五六七八九十]{1,3}")


def page_of(
    text: str, found: Mapping[str, regex.Match[str]], left: list[str], lexicon: Lexicon, *, traditional: bool
) -> Page:
    """The page that a line of furniture tells: by the pieces that are found in it and the words that are left."""
    day = iso_date(found["date"]) if "date" in found and not _short_year(found["date"], traditional) else None
    paper = found.get("paper")
    page = found.get("page")
    numbered = page or found.get("corner")
    words, number = _bare_number("\u3000".join(left)) if day and numbered is None else (left, None)
    rest = "".join("".join(words).split()).strip("：:·-|/／（）()《》[]【】")
    named = found.get("named")
    name = (
        (text[slice(*page.span("title"))] if page else None)
        or (named and text[slice(*named.span())])
        or (rest if page else None)
        or None
    )
    return Page(
        newspaper=_paper(text, paper, lexicon) if paper else None,
        date=None if "stamp" in found else day,
        number=page_number(numbered["number"]) if numbered else number,
        name=name,
    )


def _short_year(m: regex.Match[str], traditional: bool) -> bool:
    """`98年7月19日` in simplified characters is a year of some century, and none of the republic."""
    return bool(m["minguo"]) and "民" not in m[0] and not traditional


def _bare_number(left: str) -> tuple[list[str], str | None]:
    """What else stands beside the date in a running head, and the page's number if it is a word of its own: `12`, 十四."""
    words = left.split()
    numbers = [word for word in words if BARE_NUMBER_RE.fullmatch(word)]
    if len(numbers) != 1:
        return words, None
    return [word for word in words if word != numbers[0]], page_number(numbers[0])


def _paper(text: str, m: regex.Match[str], lexicon: Lexicon) -> str:
    name = "".join(text[m.start() : m.end()].split()).strip("《》")
    folded = fold(name)
    edition = next((word for word in lexicon.words("furniture", "editions") if folded.endswith(word)), "")
    return name.removesuffix(name[len(name) - len(edition) :])
