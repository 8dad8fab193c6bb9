"""`make same` sees what is not the same, and shows it."""

from __future__ import annotations

from tests.same import differences


def test_a_difference_is_shown_with_its_lines() -> None:
    before = {"a": "[\n1,\n2\n]", "b": "[]", "c": "[\n]"}
    after = {"a": "[\n1,\n3\n]", "b": "[]", "c": "[\n]\n"}
    assert dict(differences(before, after)) == {"a": ["  - 3: 2", "  + 3: 3"], "c": ["  - 3: (no line)", "  + 3: "]}


def test_of_long_lines_the_place_is_shown() -> None:
    before, after = {"a": "x" * 999 + "y" + "x" * 999}, {"a": "x" * 999 + "z" + "x" * 999}
    [(_, lines)] = differences(before, after)
    assert all(mark in line and len(line) < 300 for mark, line in zip("yz", lines, strict=True))


def test_what_is_missing_at_the_end_is_a_difference() -> None:
    assert list(differences({"a": "1\n2"}, {"a": "1"})) == [("a", ["  - 2: 2", "  + 2: (no line)"])]
