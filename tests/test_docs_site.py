"""The docs site: it is built without a warning, in both languages, and its links lead to pages of their language."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from docs.pages import ROOT, page_of, place_of
from docs.samples import BLOCK_RE, FOLDER, renewed
from docs.samples import PAGES as SAMPLED

CHINESE = sorted(page.name for page in (ROOT / "docs").glob("*.zh-CN.md"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("mkdocs_static_i18n", reason="the extra docs is not installed")
    pytest.importorskip("material", reason="the extra docs is not installed")
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, env=env)
    assert (done.returncode, re.findall("^(?:WARNING|ERROR).*", done.stderr, re.MULTILINE)) == (0, [])
    return target


def test_every_page_is_there_in_both_languages(site: Path) -> None:
    pages = {place_of(f"docs/{page.name}") for page in (ROOT / "docs").glob("*.md")}
    names = {re.sub(r"(?:\.zh-CN)?\.md$", ".html", page) for page in pages} | {"index.html"}
    for folder in (site, site / "zh-CN"):
        assert names <= {page.name for page in folder.glob("*.html")}


@pytest.mark.parametrize("name", CHINESE)
def test_a_chinese_page_is_chinese_and_leads_to_the_english_one(site: Path, name: str) -> None:
    name = name.replace(".zh-CN.md", ".html")
    chinese, english = ((site / folder / name).read_text("utf-8") for folder in ("zh-CN", "."))
    assert '<html lang="zh"' in chinese
    assert '<html lang="en"' in english
    assert chinese != english
    assert f'href="../{name}" hreflang="en"' in chinese
    assert f'href="zh-CN/{name}" hreflang="zh-CN"' in english


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        loaded = re.findall(r'<(?:script|link|img)\b[^>]*?\b(?:src|href)="([^"]+)"', page.read_text("utf-8"))
        assert not [address for address in loaded if re.match("(?:https?:)?//", address)], page


def test_links_are_turned_to_where_pages_stand(tmp_path: Path) -> None:
    start = page_of("README.zh-CN.md", tmp_path)
    assert "](your-files.md)" in start
    assert "](changelog.md)" in start
    assert "](tests/golden/known.toml)" in start
    assert (tmp_path / "tests/golden/known.toml").is_file()
    assert "| 简体中文" not in start
    assert "](contributing.md)" in page_of("docs/architecture.md", tmp_path)


@pytest.mark.parametrize("name", SAMPLED)
def test_chinese_pages_have_the_samples_of_the_english_ones(name: str) -> None:
    assert renewed(name) == (FOLDER / f"{name}.zh-CN.md").read_text("utf-8"), "run: python -m docs.samples"


@pytest.mark.parametrize("name", sorted(page.name for page in FOLDER.glob("*.md")))
def test_links_lead_somewhere_in_the_repository(name: str) -> None:
    links = re.findall(r"\]\((?!\w+:)([^)#\s]+)", BLOCK_RE.sub("", (FOLDER / name).read_text("utf-8")))
    assert not [link for link in links if not (FOLDER / link).exists()]
