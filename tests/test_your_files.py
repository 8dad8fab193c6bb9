"""docs/your-files.md and its Chinese twin: each carrier has its chapter, and what comes out is what the page shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.carriers import FOLDER, PAGES, renewed
from newssplit.reading.carriers.described import packaged_carriers

LINK_RE = re.compile(r"\]\((?!https?:)([^)#]+)(?:#([^)]+))?\)")


@pytest.fixture(params=PAGES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_what_comes_out_is_what_the_page_shows(name: str) -> None:
    page = (FOLDER / name).read_text("utf-8")
    assert renewed(page, PAGES[name]) == page, "run: python -m docs.carriers"


def test_each_carrier_has_its_chapter(name: str) -> None:
    titles = re.findall(
        r"^### (.+)$", re.sub(r"^```text\n.*?^```$", "", (FOLDER / name).read_text("utf-8"), flags=re.M | re.S), re.M
    )
    assert titles == [PAGES[name].get(carrier.title, carrier.title) for carrier in packaged_carriers()]


def test_links_lead_somewhere(name: str) -> None:
    for path, chapter in LINK_RE.findall((FOLDER / name).read_text("utf-8")):
        target = FOLDER / path
        assert target.exists()
        headings = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.M)
        assert not chapter or chapter in {heading.lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(
    ("readme", "name"), [("README.md", "your-files.md"), ("README.zh-CN.md", "your-files.zh-CN.md")]
)
def test_the_readme_leads_there(readme: str, name: str) -> None:
    assert f"](docs/{name})" in (Path(__file__).parents[1] / readme).read_text("utf-8")
