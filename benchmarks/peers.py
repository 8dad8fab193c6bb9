"""Other programs on the same bytes: none does what newssplit does, but people know how long they take.

jieba cuts into words, jusText looks for the text of a page, OpenCC converts characters, ten lines of Python cut at
本报讯, and LexisNexisTools, in R, reads articles out of an export in which each is marked. What is not here is named.
"""

from __future__ import annotations

import logging
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout, suppress
from functools import partial
from html import escape
from io import StringIO
from pathlib import Path

from benchmarks.bench_batch import ROOT, Figure
from benchmarks.corpus import dump
from benchmarks.measuring import MEGABYTE, in_turns, saved
from newssplit import split
from newssplit.model import Article

KIND = "paragraph per line"
WARMING = 2000
"""Characters that each of them reads before the time is taken: patterns and dictionaries are loaded."""
INSTALL = "not here: pip install 'newssplit[bench]'"
NO_R = "not here: no Rscript on the path"
NO_TOOLS = 'not here: install.packages("LexisNexisTools") in R'
NEXIS = "LexisNexisTools"
MISSING = 3
"""How R ends where the package is not installed."""
R_CODE = f"""
if (!requireNamespace("{NEXIS}", quietly = TRUE)) quit(status = {MISSING})
taken <- system.time(LexisNexisTools::lnt_read(commandArgs(TRUE)[1], verbose = FALSE))
cat(taken[["user.self"]] + taken[["sys.self"]])
"""
"""Prints the seconds of processor time, without the start of R."""

Work = Callable[[str], object]


def ten_lines(folder: Path) -> Work:
    """The script, run within this process; its output is thrown away."""
    script = str(ROOT / "benchmarks" / "ten_lines.py")

    def run(text: str) -> None:
        before, sys.argv = sys.argv, [script, saved(text, folder)]
        try:
            with redirect_stdout(StringIO()):
                runpy.run_path(script, run_name="__main__")
        finally:
            sys.argv = before

    return run


def jieba_words() -> Work:
    """All words of a text, by the default mode."""
    import jieba

    jieba.setLogLevel(logging.ERROR)
    return jieba.lcut


def justext_paragraphs() -> Work:
    """The text as a page with a paragraph a line, sorted into text and what a site has put around it."""
    from justext import justext

    def run(text: str) -> object:
        page = "".join(f"<p>{escape(line)}</p>\n" for line in text.splitlines())
        return justext(f"<html><body>{page}</body></html>", frozenset())

    return run


def opencc_traditional() -> Work:
    """All characters converted, with the tables of the package that newssplit itself uses."""
    from opencc import OpenCC

    return OpenCC("s2t").convert


LIBRARIES: dict[str, Callable[[], Work]] = {
    "jieba": jieba_words,
    "jusText": justext_paragraphs,
    "OpenCC": opencc_traditional,
}
"""By name what makes each ready; it raises ImportError where that is not installed."""


def figures(size: int, rounds: int, folder: Path) -> Iterator[Figure]:
    """How many times as long `split` takes as each of the others, on one text of `size` bytes."""
    text = dump(KIND, size)
    works: dict[str, Work] = {"ten lines": ten_lines(folder)}
    for name, made in LIBRARIES.items():
        with suppress(ImportError):
            works[name] = made()
    for work in (split, *works.values()):
        work(text[:WARMING])
    ours, *theirs = in_turns([partial(work, text) for work in (split, *works.values())], rounds)
    taken = dict(zip(works, theirs, strict=True))
    for name in ("ten lines", *LIBRARIES):
        yield _figure(name, len(text.encode()), ours, taken[name]) if name in taken else missing(name, INSTALL)
    yield nexis(text, ours, folder)


def _figure(name: str, size: int, ours: float, theirs: float) -> Figure:
    speeds = [size / MEGABYTE / max(seconds, 1e-6) for seconds in (ours, theirs)]
    return Figure(f"split / {name}", ours / max(theirs, 1e-6), "", f"{speeds[0]:.2f} MB/s, {speeds[1]:.2f} MB/s")


def missing(name: str, why: str) -> Figure:
    """The row of a program that is not there."""
    return Figure(f"split / {name}", None, "", why)


def nexis(text: str, ours: float, folder: Path) -> Figure:
    """LexisNexisTools on the same articles, in the form of an export: it reads no other."""
    if shutil.which("Rscript") is None:
        return missing(NEXIS, NO_R)
    path = saved(export(split(text).articles), folder)
    done = subprocess.run(["Rscript", "-e", R_CODE, path], capture_output=True, text=True)
    if done.returncode:
        return missing(NEXIS, NO_TOOLS if done.returncode == MISSING else f"failed: {done.stderr.strip()[-60:]}")
    return _figure(NEXIS, len(text.encode()), ours, float(done.stdout.split()[-1]))


def export(articles: tuple[Article, ...]) -> str:
    """Articles as Nexis exports them as plain text."""
    return "".join(
        f"{n} of {len(articles)} DOCUMENTS\n\n{a.newspaper or 'News'}\n\nMay 1, 2016 Sunday\n\n{a.headline or ''}\n\n"
        f"LENGTH: {a.chars} words\n\n{a.text}\n\nLANGUAGE: CHINESE\n\n"
        for n, a in enumerate(articles, 1)
    )
