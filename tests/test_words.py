"""Words stand in the vocabulary, where a profile reaches them, and not in code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

import newssplit

PACKAGE = Path(newssplit.__file__).parent
ROOMS = ("reading", "rules", "deciding", "assembling")
"""Where texts are read."""
HAN_RE = regex.compile(r"\p{Han}+")
COMMENT_RE = regex.compile(r"(?m)(?<![\[\\])#\s.*$")
"""A comment in a verbose pattern."""
SHAPES = frozenset("零〇一二三四五六七八九十百千万廿卅年月日时点第版页頁期号丨")
"""Numerals, and what they count on a page: parts of the shapes of dates, pages and numbers, and no words."""
SAID, EXAMPLES = 1, slice(3, 5)
"""The arguments of a rule that users read: its reason, what it hits and misses."""

PARTICLES = "single characters, particles and signs of a script, which are no words of a paper"
COUNTED = "what numerals count, and how dates and times are written"
MAKERS = "the grammar by which makers are read: each word does something else in it"
DATELINES = "the grammar of datelines, in which the words are parts and not in a list"
PAGES = "shapes of lines that belong to a page or a site: each word has its own place in one"
JUMPS = "how an article says where it goes on: each word has its own place in it"
PICTURES = "how a picture says where it is from: each word has its own place in it"
SPARING = "characters without which a search is not made, as it would find nothing"
LEFT = {
    "assembling/head_phrases.py": (1, PARTICLES),
    "assembling/heads.py": (3, PARTICLES),
    "assembling/people.py": (2, PARTICLES),
    "reading/carriers/blocks.py": (2, SPARING),
    "reading/carriers/copies.py": (6, MAKERS),
    "reading/carriers/days.py": (1, COUNTED),
    "reading/carriers/dialects.py": (1, SPARING),
    "reading/carriers/field_names.py": (9, MAKERS),
    "reading/carriers/field_values.py": (2, SPARING),
    "reading/carriers/fields.py": (7, PARTICLES),
    "reading/carriers/known_lines.py": (3, COUNTED),
    "reading/carriers/number_forms.py": (1, COUNTED),
    "reading/carriers/page_titles.py": (2, COUNTED),
    "reading/carriers/chats.py": (10, COUNTED),
    "reading/carriers/excerpts.py": (1, SPARING),
    "reading/carriers/printed.py": (1, JUMPS),
    "reading/carriers/said.py": (4, COUNTED),
    "reading/carriers/shapes.py": (8, COUNTED),
    "reading/carriers/enclosed.py": (3, COUNTED),
    "reading/carriers/token_forms.py": (2, PAGES),
    "reading/habits.py": (10, PARTICLES),
    "reading/anew.py": (1, MAKERS),
    "reading/parting.py": (3, JUMPS),
    "reading/run_in.py": (1, COUNTED),
    "reading/wrapping.py": (4, JUMPS),
    "rules/boxes.py": (1, COUNTED),
    "rules/byline_words.py": (5, PARTICLES),
    "rules/captions.py": (5, PICTURES),
    "rules/confirming.py": (3, PAGES),
    "rules/context.py": (1, SPARING),
    "rules/crossheads.py": (3, COUNTED),
    "rules/fields.py": (3, PARTICLES),
    "rules/flow.py": (1, PARTICLES),
    "rules/furniture.py": (17, PAGES),
    "rules/labels.py": (2, PARTICLES),
    "rules/lede_marks.py": (12, SPARING),
    "rules/lists.py": (1, PARTICLES),
    "rules/name_signs.py": (2, PARTICLES),
    "rules/names.py": (2, PARTICLES),
    "rules/neighbours.py": (1, PARTICLES),
    "rules/people.py": (2, MAKERS),
    "rules/piece_kinds.py": (59, PAGES),
    "rules/running_heads.py": (1, COUNTED),
    "rules/short_text.py": (9, COUNTED),
    "rules/signs.py": (1, SPARING),
    "rules/stops.py": (7, PARTICLES),
    "rules/tail_forms.py": (12, PARTICLES),
    "rules/tail_makers.py": (3, PARTICLES),
    "rules/tails.py": (3, SPARING),
    "rules/teasers.py": (1, JUMPS),
    "rules/topics.py": (1, PARTICLES),
}
"""How many words a module may still hold, and why; others hold none, and a number may only become smaller."""
EXAMPLE_PAGES = "rules/examples.py"
"""Pages for the examples of rules."""


def words_in(tree: ast.Module) -> Iterator[str]:
    """The Chinese words in a module's strings, but for its documentation and for what users read."""
    read = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    read |= {id(node) for said in _said(tree) for node in ast.walk(said)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in read:
            found = HAN_RE.findall(COMMENT_RE.sub("", node.value))
            yield from (word for word in found if not SHAPES.issuperset(word))


def _said(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Rule":
            yield from (node.args[SAID], *node.args[EXAMPLES])


def modules() -> list[str]:
    return sorted(path.relative_to(PACKAGE).as_posix() for room in ROOMS for path in (PACKAGE / room).rglob("*.py"))


@pytest.mark.parametrize("name", modules())
def test_words_stand_in_the_vocabulary(name: str) -> None:
    if name == EXAMPLE_PAGES:
        return
    found = list(words_in(ast.parse((PACKAGE / name).read_text("utf-8"))))
    most, why = LEFT.get(name, (0, "words stand in data/vocabulary.toml"))
    assert len(found) <= most, f"{name}: {' '.join(found)}: {most} may be there ({why})"


def test_what_is_left_is_where_it_is_said_to_be() -> None:
    assert LEFT.keys() <= set(modules())
    for name in LEFT:
        assert list(words_in(ast.parse((PACKAGE / name).read_text("utf-8")))), name


def test_words_are_told_from_shapes_and_examples() -> None:
    source = '''
"""报头."""
DATE_RE = re.compile(r"[一二三]月\\d日")
WORD_RE = re.compile(r"""
    本报[讯訊]  # 本报讯
""", re.VERBOSE)
ROW = Rule("name", "报头 is furniture.", test, ("大桥通车",), ("昨天",))
'''
    assert list(words_in(ast.parse(source))) == ["本报", "讯訊"]
