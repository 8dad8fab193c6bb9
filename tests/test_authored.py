"""Dumps by eleven authors who had not seen the rules: what all their articles together come to.

`tests/authored` holds dumps with their gold: `tools`, `exports`, `dumps`, `carried`, `sources`, `downloads` and
`remains` are as tools leave them; `papers`, `pages`, `sheets` and `gazettes` are pages of a hundred kinds of papers.
The weights are fitted to what the first five authors made (see docs/evaluation.md), not to `carried`, `sheets`,
`sources`, `gazettes`, `downloads` and `remains`: an unknown paper or tool gives about what these did before they were
looked at.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from newssplit.evaluation.evaluate import evaluate, total
from newssplit.evaluation.figures import figures
from newssplit.evaluation.gold import gold_files, read_gold

FOLDER = Path(__file__).parent / "authored"
FEWEST = {
    "tools": (0.87, 0.81),
    "exports": (0.86, 0.86),
    "dumps": (0.80, 0.63),
    "papers": (0.84, 0.64),
    "pages": (0.84, 0.68),
    "carried": (0.73, 0.57),
    "sheets": (0.87, 0.73),
    "sources": (0.80, 0.68),
    "gazettes": (0.87, 0.78),
    "downloads": (0.79, 0.63),
    "remains": (0.63, 0.45),
}
"""Shares of articles that are found, and perfect; a change of rules that gains elsewhere and loses here is no gain."""


@pytest.mark.parametrize("author", FEWEST)
def test_as_many_articles_are_right_as_before(author: str) -> None:
    files = {name: path for name, path in gold_files([str(FOLDER)]).items() if Path(name).name.startswith(author)}
    assert len(files) >= 20
    found = figures(total([evaluate(read_gold(path, name)) for name, path in files.items()]))
    assert found["found"] >= FEWEST[author][0]
    assert found["perfect"] >= FEWEST[author][1]
