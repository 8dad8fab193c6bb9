"""newssplit: Chinese newspaper dumps in, clean articles out.

The names below load with their first use, so that a command which splits nothing starts at once.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # type checkers take it for true; to load it from typing takes longer than all else here
if TYPE_CHECKING:
    from newssplit.api import read, split
    from newssplit.errors import (
        DecodingError,
        InputError,
        MissingExtra,
        NewssplitError,
        OutputError,
        ProfileError,
    )
    from newssplit.lexicon import Lexicon
    from newssplit.model import Article, Dateline, Issue, Page, Paragraph, Part, Person, Reading, Span

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Dateline",
    "DecodingError",
    "InputError",
    "Issue",
    "Lexicon",
    "MissingExtra",
    "NewssplitError",
    "OutputError",
    "Page",
    "Paragraph",
    "Part",
    "Person",
    "ProfileError",
    "Reading",
    "Span",
    "__version__",
    "read",
    "split",
]

_MODELS = ("Article", "Dateline", "Issue", "Page", "Paragraph", "Part", "Person", "Reading", "Span")
_ERRORS = ("DecodingError", "InputError", "MissingExtra", "NewssplitError", "OutputError", "ProfileError")
_PLACES = {
    **dict.fromkeys(_MODELS, "model"),
    **dict.fromkeys(_ERRORS, "errors"),
    "read": "api",
    "split": "api",
    "Lexicon": "lexicon",
}


def __getattr__(name: str) -> object:
    """PEP 562: the module that holds a public name is imported when the name is first asked for."""
    if name not in _PLACES:
        raise AttributeError(f"module 'newssplit' has no attribute {name!r}")
    value: object = vars(import_module(f"newssplit.{_PLACES[name]}"))[name]
    globals()[name] = value
    return value
