"""Large dumps are read in pieces, and come out as if they were read whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from itertools import chain, count, pairwise, repeat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssplit.batch import large, stream
from newssplit.batch.large import Stretches, is_sound
from newssplit.batch.stream import InputOptions, records, records_in
from newssplit.cli.console import Messages
from newssplit.deciding import layouts
from newssplit.files.decoding import Decoded, decode
from newssplit.lexicon import default_lexicon
from newssplit.model import Issue
from newssplit.paths.facts import Facts
from newssplit.paths.telling import Naming
from newssplit.window import memory, pieces
from newssplit.window.piece import StraddledError, read_piece
from newssplit.window.pieces import split_in_parts
from newssplit.window.sizes import Window
from tests.windows import differing, in_parts, in_whole, parts_of, repeated, window_of

SMALL = window_of(11_000)
CHARS = 36_000
WORDS = (
    "天地山水风云花草树木江河湖海星月春夏秋冬东西南北红黄蓝白金银铜铁石田村城路门窗车船马牛羊鱼鸟米麦茶酒衣帽书画琴棋"
)
SAME = (
    "city-1",
    "carriers/tsv-1",
    "dailies/day-2",
    "kinds/county-2004",
    "straits/tw-1",
)
"""Issues of many kinds."""
UNLIKE = {"kinds/county-2004": "headlines of which no character is exchanged stand in every copy, as a tool's lines do"}
"""Those of which the articles differ, and why; see docs/performance.md, "Large files"."""


def article(n: int) -> str:
    """One of many articles of which no line is like another's."""
    chance = random.Random(n)
    one, two, three, four = ("".join(chance.choices(WORDS, k=size)) for size in (5, 18, 25, 31))
    return f"第{n}座{one}桥昨日通车\n本报讯（记者 李明）昨日{two}，{three}。\n{four}，市民说{two[::-1]}。\n\n"


HEADLINE = article(0).split("\n")[0]


@pytest.fixture(autouse=True)
def _few_units_tell_how_a_dump_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first piece of a small window has fewer units than are looked at; that of a real one has enough."""
    monkeypatch.setattr(layouts, "SAMPLE", 30)


@pytest.fixture(scope="module", params=SAME)
def text(request: pytest.FixtureRequest) -> str:
    return repeated(request.param, CHARS)


def test_the_articles_are_those_of_the_whole(text: str, request: pytest.FixtureRequest) -> None:
    if why := UNLIKE.get(request.node.callspec.params["text"]):
        request.applymarker(pytest.mark.xfail(reason=why, strict=True))
    assert len(list(parts_of(text, SMALL))) > 2
    assert differing(in_whole(text), in_parts(text, SMALL)) == []


def test_every_character_is_in_one_place(text: str) -> None:
    at, order = 0, 0
    taken = bytearray(len(text))
    for part in parts_of(text, SMALL):
        issue = part.issue
        assert part.chars + part.span[0] == at
        assert text.startswith(issue.text, part.chars)
        assert part.lines == text.count("\n", 0, part.chars)
        at = part.chars + part.span[1]
        for start, end in stretches_of(issue):
            for n in range(start + part.chars, end + part.chars):
                taken[n] += not text[n].isspace()
        assert [a.order for a in issue.articles] == list(range(order + 1, order + 1 + len(issue.articles)))
        order += len(issue.articles)
    assert at == len(text)
    assert all(count == (not character.isspace()) for count, character in zip(taken, text, strict=True))


def stretches_of(issue: Issue) -> Iterator[tuple[int, int]]:
    around = (issue.sections, issue.furniture, issue.markup, issue.repeats, issue.duplicates)
    for part in chain(*around, *(a.parts for a in issue.articles)):
        yield part.start, part.end


def test_what_is_not_over_the_bound_is_read_whole(text: str) -> None:
    (part,) = split_in_parts([text], window=Window(whole=len(text)))
    assert part.issue.text == text
    assert part.issue.readings


@pytest.mark.parametrize("size", [1, 7, 1000, 10**9])
def test_it_does_not_matter_in_what_stretches_a_text_comes(size: int) -> None:
    text = repeated("city-1", 40_000)
    stretches = (text[at : at + size] for at in range(0, len(text), size))
    assert list(split_in_parts(stretches, window=SMALL)) == list(parts_of(text, SMALL))


def test_the_first_part_comes_before_the_text_ends() -> None:
    endless = map(article, count())
    first = next(split_in_parts(endless, window=SMALL))
    assert first.issue.articles[0].headline == HEADLINE


def test_a_copy_is_known_however_far_it_is() -> None:
    text = "".join(article(n) for n in [*range(500), 3, *range(500, 550)])
    whole, parts = in_whole(text), in_parts(text, SMALL)
    assert len(parts) == len(whole) == 550
    kept = in_parts(text, SMALL, keep_duplicates=True)
    copies = [record for record in kept if record["duplicate_of"]]
    assert [(copy["headline"], copy["duplicate_of"]) for copy in copies] == [(parts[3]["headline"], parts[3]["id"])]


def test_ids_are_those_of_the_whole_though_equal_items_come_again() -> None:
    text = "".join(chain.from_iterable(zip(map(article, range(400)), repeat("更正\n昨日有误。\n\n"))))
    parts = in_parts(text, SMALL)
    assert len({record["id"] for record in parts}) == len(parts)
    assert [r["id"] for r in parts] == [r["id"] for r in in_whole(text)]


def test_the_names_of_columns_hold_for_all_rows() -> None:
    rows = (",".join((str(n), "2019-06-04", "8", *article(n).split("\n")[:2])) + "\n" for n in range(600))
    text = "id,date,page,title,content\n" + "".join(rows)
    parts = in_parts(text, SMALL)
    assert differing(in_whole(text), parts) == []
    assert parts[-1]["headline"] == article(599).split("\n")[0]


def test_a_text_without_any_cut_is_one_piece() -> None:
    text = "昨日天气很好，" * 10_000
    (part,) = parts_of(text, SMALL)
    assert part.span == (0, len(text))


def test_a_paragraph_across_the_cut_is_read_without_what_is_above(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(map(article, range(500)))
    asked = list[int]()

    def read(piece: str, begin: int, *rest: object, **more: object) -> object:
        asked.append(begin)
        if begin:
            raise StraddledError
        return read_piece(piece, begin, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(pieces, "read_piece", read)
    assert len(in_parts(text, SMALL)) == 500
    assert sum(map(bool, asked)) > 1


def test_a_piece_that_begins_amid_a_paragraph_is_refused() -> None:
    text = article(1) + article(2)
    with pytest.raises(StraddledError):
        read_piece(text, 20, None, default_lexicon(), SMALL, last=True, parting=False)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 2**64 - 1)), max_size=200))
def test_a_table_is_a_dict(pairs: list[tuple[int, int]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(memory, "RECENT", 4)
        table = memory.Table()
        for key, value in pairs:
            table.put(key, value)
        assert {key: table.get(key) for key in range(51)} == {key: dict(pairs).get(key) for key in range(51)}
        sizes = [len(keys) for keys, _ in table._runs]
    assert all(above > 2 * below for above, below in pairwise(sizes))


ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "cp950", "utf-16", "utf-16-be", "utf-32")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_blocks_are_decoded_as_the_whole_is(encoding: str) -> None:
    text = repeated("typical/hk2003" if encoding == "cp950" else "city-1", 5000)
    data = text.encode(encoding, "ignore") + text[:1].encode(encoding)[:-1]
    decoded = decode(data)
    found = Stretches((data[at : at + 777] for at in range(0, len(data), 777)), decoded.encoding, "strict")
    assert "".join(found) == decoded.text
    assert "; ".join(found.warnings()) == decoded.warning


@pytest.mark.parametrize("odd", ["\ufeff", "\ue123", "锟斤拷"])
def test_what_is_odd_is_told_with_its_place(odd: str) -> None:
    data = (repeated("city-1", 3000) + f"{odd}怪\n" + repeated("city-4", 3000) + odd).encode()
    found = Stretches((data[at : at + 500] for at in range(0, len(data), 500)), "utf-8", "strict")
    assert len("".join(found)) == found.chars
    assert found.warnings() == [decode(data).warning]


def test_only_sound_bytes_are_read_in_parts() -> None:
    data = repeated("city-1", 3000).encode("gb18030")
    assert is_sound([data, data], "gb18030")
    assert not is_sound([data, b"\xff\xff", data], "gb18030")
    assert not is_sound([data, b"\0"], "gb18030")
    assert not is_sound([data, bytes(range(1, 9)) * len(data)], "gb18030")


class Told(Messages):
    """Keeps what it is told."""

    def __init__(self) -> None:
        super().__init__(verbose=True)
        self.lines = list[str]()

    def _say(self, line: str) -> None:
        self.lines.append(line)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Inputs are large from a few thousand bytes on."""
    monkeypatch.setattr(stream, "HEAD", 8000)
    monkeypatch.setattr(large, "BLOCK", 1000)
    monkeypatch.setattr(stream, "BLOCK", 1000)
    monkeypatch.setattr(stream, "WINDOW", SMALL)


DUMP = "".join(map(article, range(500)))


@pytest.mark.usefixtures("small")
def test_a_large_file_gives_the_records_of_a_small_one(tmp_path: Path) -> None:
    path = tmp_path / "桥.txt"
    path.write_text(DUMP, "gb18030")
    told = Told()
    found = list(records([str(path)], InputOptions(), told))
    assert differing([{**r, "source": "", "encoding": None} for r in found], in_whole(DUMP)) == []
    assert {(r["source"], r["encoding"]) for r in found} == {(str(path), "gb18030")}
    assert told.lines == [f"{path}: read as gb18030, {len(DUMP)} characters"]
    assert list(records_in(DUMP.encode("gb18030"), str(path), InputOptions(), told)) == found


@pytest.mark.usefixtures("small")
def test_a_bad_byte_in_a_file_is_found_before_an_article_is_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(DUMP.encode() + b"\xff\xff" + DUMP.encode())
    told = Told()
    assert list(records([str(path)], InputOptions(), told)) == []
    assert told.failures == 1
    assert f"{path}:byte {len(DUMP.encode())}: FF FF is not valid utf-8" in told.lines[0]
    replaced = list(records([str(path)], InputOptions(errors="replace"), told))
    assert len(replaced) >= 500


@pytest.mark.usefixtures("small")
def test_a_bad_byte_in_a_pipe_ends_its_articles() -> None:
    read, write = os.pipe()
    threading.Thread(target=write_all, args=(write, DUMP.encode() + b"\xff\xff")).start()
    told = Told()
    found = list(records([f"/dev/fd/{read}"], InputOptions(), told))
    assert 0 < len(found) < 500
    assert "FF FF is not valid utf-8" in told.lines[0]


def write_all(descriptor: int, data: bytes) -> None:
    with open(descriptor, "wb") as pipe:
        pipe.write(data)


@pytest.mark.usefixtures("small")
def test_what_the_path_says_goes_to_all_articles() -> None:
    options = InputOptions(naming=Naming(Facts("桥报", "1998-01-05", "3")))
    found = list(records_in(DUMP.encode(), "a.txt", options, Told()))
    assert {(r["newspaper"], r["date"], r["page"]) for r in found} == {("桥报", "1998-01-05", "3")}


class Keeping(Told):
    """Wants the text."""

    keeps_text = True

    def done(self, path: str, decoded: Decoded) -> None:
        self.text = decoded.text


@pytest.mark.usefixtures("small")
def test_the_text_is_whole_where_it_is_wanted() -> None:
    told = Keeping()
    assert len(list(records_in(DUMP.encode(), "a.txt", InputOptions(), told))) == 500
    assert told.text == DUMP


def test_the_first_article_comes_out_of_a_pipe_that_has_no_end() -> None:
    """As `newssplit split -f jsonl - | head -1` is."""
    command = [sys.executable, "-m", "newssplit", "split", "-f", "jsonl", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        feeding = threading.Thread(target=feed, args=(process.stdin.fileno(),))
        feeding.start()
        assert HEADLINE in process.stdout.readline().decode()
        process.stdout.close()
        assert process.wait(60) == 141
        process.stdin.close()
        feeding.join(60)
        assert process.stderr.read() == b""


def feed(descriptor: int) -> None:
    """Write articles until nobody reads them."""
    n = 0
    try:
        while True:
            os.write(descriptor, "".join(map(article, range(n, n + 100))).encode())
            n += 100
    except OSError:
        return
