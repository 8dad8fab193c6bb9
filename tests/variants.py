"""Writes data/variants.toml: the traditional forms of every character that rules, vocabulary and carriers use.

`python -m tests.variants` after a change of either; tests/test_lexicon.py compares. The forms come from
the dictionaries of OpenCC (STCharacters, TWVariants, HKVariants), which the package itself must not
load for every run: it would take longer than a page.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import opencc
import regex

import newssplit
from newssplit.reading.carriers.described import LINES, packaged_carriers

PACKAGE = Path(newssplit.__file__).parent
FOLDERS = ("language", "rules", "reading", "assembling")
FILE = PACKAGE / "data" / "variants.toml"
HEADER = """\
# Characters that rules, vocabulary and carriers use, each followed by the forms in which traditional
# papers write it (from OpenCC's STCharacters, TWVariants and HKVariants). Made by tests/variants.py;
# tests/test_lexicon.py keeps it in step.
"""


def dictionary(name: str) -> dict[str, list[str]]:
    """One of OpenCC's tables: a character and what it may become."""
    lines = (Path(opencc.__file__).parent / "dictionary" / f"{name}.txt").read_text("utf-8").splitlines()
    return {key: values.split(" ") for key, values in (line.split("\t") for line in lines)}


def characters() -> list[str]:
    """Every Chinese character of the rules, the vocabulary and the carriers."""
    sources = [p for folder in FOLDERS for p in (PACKAGE / folder).rglob("*.py")]
    text = "".join(p.read_text("utf-8") for p in [*sources, PACKAGE / "data" / "vocabulary.toml"])
    return sorted(set(regex.findall(r"[\u4e00-\u9fff]", text + described())))


def described() -> str:
    """What the descriptions of carriers look for; their samples do not count."""
    carriers = packaged_carriers()
    lines = [pattern for carrier in carriers for sort in LINES for pattern in getattr(carrier, sort)]
    names = [name for carrier in carriers for _, words in carrier.fields for name in words]
    return "".join((*lines, *names))


def groups() -> Iterator[str]:
    """A simplified character and its forms; no form stands in two groups."""
    traditional, *local = (dictionary(name) for name in ("STCharacters", "TWVariants", "HKVariants"))
    forms_only = {form for key, forms in traditional.items() for form in forms if form != key}
    taken: set[str] = set()
    for simple in characters():
        if simple in forms_only:
            continue
        forms = [form for form in traditional.get(simple, []) if len(form) == 1]
        forms += [v for form in [*forms, simple] for table in local for v in table.get(form, []) if len(v) == 1]
        new = [form for form in dict.fromkeys(forms) if form != simple and form not in taken]
        taken.update(new)
        if new:
            yield simple + "".join(new)


def written() -> str:
    """What the file has to say."""
    return f"{HEADER}groups = '''\n{textwrap.fill(' '.join(groups()), 70)}\n'''\n"


if __name__ == "__main__":
    FILE.write_text(written(), "utf-8")
