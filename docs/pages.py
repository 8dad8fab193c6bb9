"""Lays out the pages of the docs site: a hook of MkDocs, see mkdocs.yml.

The site is made of the same files that people read in the repository: those of docs/, and README, CHANGELOG and others
beside it. They are copied to one folder, with README as `index.md`, and their links are turned to where their goals
stand there. What a link leads to and is no page (an example, a list of the tests) is copied along.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
PAGES = {
    "README.md": "index.md",
    "README.zh-CN.md": "index.zh-CN.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
}
"""The pages outside of docs/, and what they are called on the site."""
CHINESE = ".zh-CN"
LINK_RE = re.compile(r"(\]\()(?!\w+:)([^)#\s]+)(#[^)\s]+)?(\))")
OTHER_LANGUAGE_RE = re.compile(r"^(?:English \| \[.*\]\(.*\)|\[English\]\(.*\) \| .*)\n\n?", re.MULTILINE)
"""The line by which a page leads to its translation: on the site a menu does."""


def on_config(config: Any) -> Any:
    """Copy the pages, and have MkDocs read the copies."""
    target = Path(copies().name)
    for name in [*PAGES, *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md")))]:
        _write(target / place_of(name), page_of(name, target).encode())
    for image in (ROOT / "docs" / "images").iterdir():
        if image.suffix in (".svg", ".png"):
            _write(target / "images" / image.name, image.read_bytes())
    config["docs_dir"] = str(target)
    return config


def on_shutdown() -> None:
    """Remove the copies."""
    copies().cleanup()


@cache
def copies() -> TemporaryDirectory[str]:
    """Where the copies are, as long as MkDocs runs."""
    return TemporaryDirectory(prefix="newssplit-docs-")


def place_of(name: str) -> str:
    """Where a file of the repository stands on the site, by its path."""
    return PAGES.get(name, name.removeprefix("docs/"))


def page_of(name: str, target: Path) -> str:
    """A page with its links as the site has them; other files that they lead to are copied to `target`."""

    def led(link: re.Match[str]) -> str:
        goal = _within(PurePosixPath(name).parent / link[2])
        if not (ROOT / goal).is_file():
            return link[0]  # MkDocs says so
        place = place_of(goal)
        if place == goal:
            _write(target / place, (ROOT / goal).read_bytes())
        return f"{link[1]}{_in_any_language(place)}{link[3] or ''}{link[4]}"

    return LINK_RE.sub(led, OTHER_LANGUAGE_RE.sub("", (ROOT / name).read_text("utf-8"), count=1))


def _in_any_language(place: str) -> str:
    """A page without its language: a Chinese page leads to Chinese ones where there are any."""
    return place.replace(f"{CHINESE}.md", ".md")


def _within(path: PurePosixPath) -> str:
    """A path below the repository, without `..`."""
    return (ROOT / path).resolve().relative_to(ROOT).as_posix()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
