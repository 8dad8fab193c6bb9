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
COMPILED: bool
"""Whether the core runs as machine code, as it does from a compiled wheel; the results are the same."""
__all__ = [
    "COMPILED",
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


def version() -> str:
    """The version, and whether it is a compiled one."""
    return __version__ + " (compiled)" * _compiled()


def __getattr__(name: str) -> object:
    """PEP 562: the module that holds a public name is imported when the name is first asked for."""
    if name == "COMPILED":
        value: object = _compiled()
    elif name in _PLACES:
        value = vars(import_module(f"newssplit.{_PLACES[name]}"))[name]
    else:
        raise AttributeError(f"module 'newssplit' has no attribute {name!r}")
    globals()[name] = value
    return value


def _compiled() -> bool:
    # by the name of a file, as to import the module would load the whole core for `newssplit --version`
    from importlib.machinery import EXTENSION_SUFFIXES, PathFinder

    found = PathFinder.find_spec("newssplit.rules.table", [f"{folder}/rules" for folder in __path__])
    return found is not None and str(found.origin).endswith(tuple(EXTENSION_SUFFIXES))
