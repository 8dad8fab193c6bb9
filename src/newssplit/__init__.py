"""newssplit: Chinese newspaper dumps in, clean articles out."""

from __future__ import annotations

from newssplit.errors import NewssplitError
from newssplit.model import Article, Dateline, Issue, Paragraph, Part, Person, Span
from newssplit.split import split

__version__ = "0.1.0"
__all__ = ["Article", "Dateline", "Issue", "NewssplitError", "Paragraph", "Part", "Person", "Span", "__version__", "split"]
