"""Prints all patterns that the package compiles, with the places where it does: run as a module of its own.

`re.compile`, `regex.compile` and `Late` are replaced before anything of the package is imported, so that none of
them gets by; then everything is called that compiles patterns when it is first called.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import regex

PACKAGE = Path(__file__).parent.parent.parent / "src" / "newssplit"
found = list[dict[str, Any]]()


def main() -> None:
    re.compile, regex.compile = _noting(re), _noting(regex)
    _note_late()
    for module in pkgutil.walk_packages([str(PACKAGE)], "newssplit."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    _call_builders()
    json.dump(found, sys.stdout)


def _noting(engine: Any) -> Callable[..., Any]:
    compiled = engine.compile

    def compile(pattern: Any, flags: int = 0, **others: Any) -> Any:
        _note(engine.__name__, pattern, flags)
        return compiled(pattern, flags, **others)

    return compile


def _note_late() -> None:
    from newssplit.late import Late

    made = Late.__init__

    def __init__(self: Late, source: str) -> None:
        _note("regex", source, 0)
        made(self, source)

    Late.__init__ = __init__  # type: ignore[method-assign]


def _note(engine: str, source: Any, flags: int) -> None:
    caller = sys._getframe(2)
    if Path(caller.f_code.co_filename).parent == PACKAGE / "patterns":  # there it is compiled for somebody else
        caller = caller.f_back or caller
    place = Path(caller.f_code.co_filename)
    if isinstance(source, re.Pattern | regex.Pattern):
        source = source.pattern
    if isinstance(source, bytes):  # read as the characters that stand for them
        source, flags = source.decode("latin-1"), flags | re.ASCII
    if PACKAGE in place.parents:
        name = place.relative_to(PACKAGE).as_posix()
        found.append({"file": name, "line": caller.f_lineno, "engine": engine, "source": source, "flags": int(flags)})


def _call_builders() -> None:
    """Whatever compiles when it is first called."""
    from newssplit import lexicon, profile_lines
    from newssplit.assembling import head_phrases, heads, kinds
    from newssplit.language import dates, script
    from newssplit.output import conversion
    from newssplit.paths import patterns, shapes
    from newssplit.reading import anew, parting, run_in
    from newssplit.reading.carriers import calls, cited, described, known_lines, number_forms, printed, said, stamps
    from newssplit.rules import (
        boxes,
        byline_words,
        captions,
        confirming,
        continuation,
        flow,
        headings,
        imprints,
        lede_makers,
        lede_marks,
        lists,
        neighbours,
        people,
        pieces,
        short_text,
        sight,
        signed_lines,
        site_lines,
        subjects,
        tail_makers,
        tails,
        teasers,
        topics,
    )
    from newssplit.rules import described as people_described

    words = lexicon.default_lexicon()
    for module in (byline_words, continuation, lede_makers, lede_marks, pieces, tails, teasers):
        late = module.patterns(words)
        _compile(late)
    for build in (
        anew.patterns, parting.patterns, run_in.patterns, printed.paper_re, stamps.maker_re, stamps.called_re,
        cited._makers_re, number_forms.numbered,
        boxes.forecast, boxes._opening_re, confirming._hotline_re, flow._contact_re, flow._part_re,
        headings._decided_re, imprints._alone_re, imprints._field_re, kinds._contact_re, lists._announcing_re,
        captions.placed_re, people._desks, calls._gestures, calls._steps,
        neighbours.opening_re, short_text.below_table_re, site_lines.patterns,
        sight._source_re, short_text._forecast_re, short_text._salutation_re,
        head_phrases.addressed_re, heads._campaign_re, heads._photos_re, people_described._wrote_re,
        sight._source_re, signed_lines._behind_re, signed_lines._lacking_re, tails._hints, tail_makers._named_author_re,
        short_text._forecast_re, short_text._salutation_re,
    ):  # fmt: skip
        build(words)
    shapes._paper_re()
    patterns.pattern_of("{newspaper}/{date:%Y%m%d}_{page}.txt")
    for beginnings in described._beginnings(words).values():
        for _, _, pattern in beginnings:
            described.pieces(pattern)
    known_lines._buttons(words)
    known_lines._no_buttons(words)
    known_lines.ordinary_lines(words)
    said.paper_pattern(words)
    dates.date_pattern()
    script._only()
    topics._pair_re()
    subjects._body_re(words)
    subjects._body_hint_re(words)
    lexicon._foldable()
    conversion._only("gb2312", "cp950")
    profile_lines.line_of("", "word")


def _compile(made: Any) -> None:
    """Let each pattern be compiled that waits for it, so that its source is one."""
    from newssplit.late import Late

    if isinstance(made, Late):
        assert made.match
    elif isinstance(made, tuple):
        for one in made:
            _compile(one)


if __name__ == "__main__":
    main()
