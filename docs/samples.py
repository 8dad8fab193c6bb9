"""Put the samples of English pages into their Chinese twins: `.venv/bin/python -m docs.samples`.

A twin has the same samples (fenced blocks) in the same order; tests run those of the English page.
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).parent
PAGES = ("batch", "evaluation", "formats", "inputs", "profiles")
BLOCK_RE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def renewed(name: str) -> str:
    """The Chinese page with the samples that the English one has today."""
    english, chinese = ((FOLDER / f"{name}{end}").read_text("utf-8") for end in (".md", ".zh-CN.md"))
    samples = BLOCK_RE.findall(english)
    texts = BLOCK_RE.split(chinese)
    if len(texts) != len(samples) + 1:
        raise ValueError(f"{name}.md has {len(samples)} samples, {name}.zh-CN.md has {len(texts) - 1}")
    return "".join(text + sample for text, sample in zip(texts, [*samples, ""], strict=True))


if __name__ == "__main__":
    for page in PAGES:
        (FOLDER / f"{page}.zh-CN.md").write_text(renewed(page), "utf-8")
