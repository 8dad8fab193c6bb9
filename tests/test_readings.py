"""The readings of a dump, which are put together when they are asked for, are as good as a tuple of them."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from newssplit import Issue, Reading, split

TEXT = (Path(__file__).parent.parent / "examples" / "county-2016.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def issue() -> Issue:
    return split(TEXT)


def test_they_are_counted_and_told_apart(issue: Issue) -> None:
    every = tuple(issue.readings)
    assert len(issue.readings) == len(every) > 60
    assert issue.readings[0] == every[0]
    assert issue.readings[-1] == every[-1]
    assert issue.readings[2:5] == every[2:5]
    assert issue.readings[::-1] == every[::-1]
    assert every[3] in issue.readings
    with pytest.raises(IndexError):
        issue.readings[len(every)]


def test_they_are_equal_to_their_tuple_and_to_those_of_the_same_text(issue: Issue) -> None:
    assert issue.readings == tuple(issue.readings)
    assert issue.readings == split(TEXT).readings
    assert issue.readings != split(TEXT[:200]).readings
    assert hash(issue.readings) == hash(tuple(issue.readings))
    assert repr(issue.readings) == f"<Readings: {len(issue.readings)}>"
    assert issue == split(TEXT)


def test_they_follow_each_other_and_name_articles_that_exist(issue: Issue) -> None:
    starts = [reading.span.start for reading in issue.readings]
    assert starts == sorted(starts)
    orders = {reading.item for reading in issue.readings}
    assert orders - {None} == {article.order for article in issue.articles}
    assert all(TEXT[start:end].strip() for start, end in (reading.span for reading in issue.readings))


def test_they_travel_between_processes(issue: Issue) -> None:
    received = pickle.loads(pickle.dumps(issue))
    assert received == issue
    assert all(isinstance(reading, Reading) for reading in received.readings)


def test_a_blank_dump_has_none() -> None:
    assert tuple(split(" \n").readings) == ()
