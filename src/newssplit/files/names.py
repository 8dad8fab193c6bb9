"""Which files of a folder are inputs, by their names: what a file is, its first bytes say when it is read."""

from __future__ import annotations

TEXTS = (".txt", ".text")
PAGES = (".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht")
DOCUMENTS = (".pdf", ".docx", ".rtf")
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
PACKED = (".gz", ".bz2", ".xz", ".zst")


def is_input_name(name: str) -> bool:
    """Whether a file of this name may hold an issue: a text, a page, a document, or one of these packed."""
    name = name.lower()
    for _ in PACKED:
        name = next((name.removesuffix(ending) for ending in PACKED if name.endswith(ending)), name)
    return name.endswith((*TEXTS, *PAGES, *DOCUMENTS))
