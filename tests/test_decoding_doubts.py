"""Files that are not in one encoding, or were saved in a wrong one: never read in silence, and told with the place."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newssplit.errors import DecodingError
from newssplit.files.decoding import decode
from newssplit.files.mojibake import LOST, misread
from newssplit.files.stretches import LENGTH, suspect
from newssplit.files.utf16 import likely_order
from tests.test_decoding import ISSUES, SIMPLIFIED, TRADITIONAL, encoded

JAPANESE = "昨日、東京都内で新しい橋が開通した。市長は「これで通勤が楽になる」と述べた。工事は三年かかった。\n"
ENCODINGS = ("utf-8", "gb18030", "cp950", "utf-16-le", "utf-16-be")
PLACE_RE = re.compile(r"line (\d+) \(byte (\d+)\)")


def told(data: bytes, errors: str = "strict") -> str:
    """What a user is told of a file, by a warning or by a refusal; empty if it is read in silence."""
    try:
        return decode(data, errors=errors, path="a.txt").warning or ""
    except DecodingError as error:
        return str(error)


def place(text: str, encoding: str) -> str:
    """How messages name the place behind a text."""
    return f"line {text.count(chr(10)) + 1} (byte {len(text.encode(encoding))})"


# --- UTF-16 without a byte order mark


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "股票 1000 2000",
        "股票 1000 2000\n" * 50,
        "NNN 股票 N 3000 " * 50,
        "代码　名称　收盘\n600001　邯郸钢铁　5.30\n" * 30,
        SIMPLIFIED,
        TRADITIONAL,
    ],
    ids=["digits", "many digits", "letters", "wide spaces", "simplified", "traditional"],
)
def test_utf16_of_digits_is_read_in_its_order(text: str, order: str) -> None:
    assert decode(text.encode(order)).text == text


@given(st.text("0123456789 N,.\n　一股票指数的开最", min_size=1, max_size=60), st.sampled_from(ENCODINGS[3:]))
def test_utf16_is_never_read_wrongly_in_silence(text: str, order: str) -> None:
    data = text.encode(order)
    try:
        decoded = decode(data)
    except DecodingError:
        return
    assert decoded.text == text or decoded.warning


@given(st.sampled_from(sorted(ISSUES)), st.integers(0, 4000), st.sampled_from(ENCODINGS[3:]))
def test_each_piece_of_an_issue_tells_its_order(name: str, start: int, order: str) -> None:
    piece = ISSUES[name][start : start + 40]
    assume(len(piece) == 40)
    assert likely_order(piece.encode(order)) == order


# --- several encodings in one file


@pytest.mark.parametrize("first", ["utf-8", "gb18030", "cp950"])
@pytest.mark.parametrize("second", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("more", ["", "a"], ids=["even", "odd"])
def test_utf16_with_its_mark_behind_another_encoding(first: str, second: str, more: str) -> None:
    head = (TRADITIONAL if first == "cp950" else SIMPLIFIED) + more
    name = {"cp950": "big5"}.get(first, first)
    with pytest.raises(DecodingError) as error:
        decode(head.encode(first) + ("\ufeff" + SIMPLIFIED).encode(second), path="a.txt")
    assert str(error.value) == (
        f"a.txt:{place(head, first)}: is {name} before this place and {second} from here on; cut it in two here"
    )


@pytest.mark.parametrize(("first", "second"), [("utf-8", "gb18030"), ("utf-8", "cp950"), ("gb18030", "utf-8")])
def test_utf8_before_or_behind_another_encoding(first: str, second: str) -> None:
    head, tail = (TRADITIONAL if "cp950" in (first, second) else SIMPLIFIED for _ in "12")
    said = told(head.encode(first) + tail.encode(second))
    names = [{"cp950": "big5"}.get(name, name) for name in (first, second)]
    assert place(head, first) in said
    assert all(name in said for name in names)


@pytest.mark.parametrize(
    ("first", "second"), [("gb18030", "cp950"), ("cp950", "gb18030")], ids=["GBK, then Big5", "Big5, then GBK"]
)
def test_halves_in_gbk_and_big5_are_told_with_the_place(first: str, second: str) -> None:
    texts = {"gb18030": SIMPLIFIED, "cp950": TRADITIONAL}
    warning = told(texts[first].encode(first) + texts[second].encode(second))
    (begin, end), count = PLACE_RE.findall(warning), re.match(r"\d+", warning)
    assert "are big5, not gb18030 as the rest" in warning
    lines, size = texts[first].count("\n"), len(texts[first].encode(first))
    edge = begin if first == "gb18030" else end
    assert abs(int(edge[0]) - lines) <= 5
    assert abs(int(edge[1]) - size) <= 2 * LENGTH
    assert count
    assert abs(int(count[0]) - len(TRADITIONAL)) <= LENGTH * 2


@given(
    st.sampled_from(sorted(ISSUES)),
    st.sampled_from(sorted(ISSUES)),
    st.permutations(ENCODINGS).map(lambda names: names[:2]),
    st.integers(0, 2000),
)
def test_no_two_encodings_are_read_in_silence(one: str, two: str, names: list[str], start: int) -> None:
    pieces = [encoded(ISSUES[name][start : start + 800], kind) for name, kind in zip((one, two), names, strict=True)]
    assume(all(piece is not None and len(piece) > 400 for piece in pieces))
    first, second = pieces
    assert first is not None
    assert second is not None
    assert told(first + b"\n" + second)


def test_japanese_is_told_from_chinese() -> None:
    for text in (JAPANESE, JAPANESE * 20):
        assert "is Japanese (euc_jp), not Chinese" in told(text.encode("euc-jp"))
    assert decode((JAPANESE * 20).encode("euc-jp"), "euc_jp").text == JAPANESE * 20
    lesson = SIMPLIFIED + JAPANESE
    assert decode(lesson.encode("gb18030")).text == lesson


# --- what is odd about the text itself


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_mark_within_the_text_is_told(encoding: str) -> None:
    text = SIMPLIFIED + "\ufeff" + SIMPLIFIED
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.warning == (
        f"U+FEFF, a byte order mark, stands 1 times within the text, the first at {place(SIMPLIFIED, encoding)}; "
        "check whether files were joined"
    )


def test_a_mark_of_the_other_order_is_told() -> None:
    data = SIMPLIFIED.encode("utf-16") + b"\xfe\xff" + TRADITIONAL.encode("utf-16-be")
    assert place(SIMPLIFIED, "utf-16") in told(data)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_private_use_characters_are_told(encoding: str) -> None:
    head, tail = SIMPLIFIED[:500], SIMPLIFIED[500:]
    decoded = decode((head + "\ue5e5" + tail + "\ue5e6").encode(encoding))
    assert decoded.text == head + "\ue5e5" + tail + "\ue5e6"
    assert decoded.warning == (
        f"private-use characters, which only one font shows, stand 2 times in it, the first at {place(head, encoding)}"
    )


@pytest.mark.parametrize("read_as", ["gb18030", "cp950", "cp1252"])
def test_utf8_that_was_read_as_another_encoding_and_saved(read_as: str) -> None:
    spoilt = SIMPLIFIED.encode().decode(read_as, "replace")
    name = {"cp950": "big5"}.get(read_as, read_as)
    assert f"are utf-8 that was once read as {name} and saved so" in told(spoilt.encode())
    line = "槐川县政府昨日召开会议".encode().decode(read_as, "replace")
    head = SIMPLIFIED[: SIMPLIFIED.index("\n", 900) + 1]
    warning = told((head + line + "\n" + SIMPLIFIED).encode())
    number = head.count("\n") + 1
    assert [int(line) for line, _ in PLACE_RE.findall(warning)] == [number, number]


@pytest.mark.parametrize(("read_as", "written_in"), [("cp950", "gb18030"), ("gb18030", "cp950"), ("cp1252", "gb18030")])
def test_chinese_encodings_read_as_another_one_and_saved(read_as: str, written_in: str) -> None:
    text = TRADITIONAL if written_in == "cp950" else SIMPLIFIED
    warning = told(text.encode(written_in).decode(read_as, "replace").encode())
    names = [{"cp950": "big5"}.get(name, name) for name in (written_in, read_as)]
    assert "are {} that was once read as {} and saved so".format(*names) in warning
    assert int(PLACE_RE.findall(warning)[0][0]) <= 2


def test_what_was_lost_in_saving_is_told() -> None:
    assert set(LOST) == {"锟斤拷", "嚙踝蕭", "ï¿½ï¿½"}
    for sign in LOST:
        head = SIMPLIFIED[:300]
        assert f"{sign} stands 2 times for text that is lost, the first at {place(head, 'utf-8')}" in told(
            (head + sign + SIMPLIFIED[300:600] + sign).encode()
        )


def test_rare_characters_that_no_encoding_explains_are_told() -> None:
    rare = "".join(map(chr, range(0x3400, 0x3400 + 600)))
    warning = told((SIMPLIFIED + rare).encode())
    assert re.match(r"\d00 characters between line \d+ \(byte \d+\) and .* hardly look like Chinese", warning)


@pytest.mark.parametrize("name", ISSUES)
def test_no_issue_is_suspected(name: str) -> None:
    """Not when its whole text is looked at, and not when each line of it is written in GB18030 or Big5."""
    text = ISSUES[name]
    assert suspect(text) is None
    assert not [line for line in text.split("\n") if misread(line)]


def test_lists_of_names_are_not_suspected() -> None:
    names = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章"
    listed = "　".join(f"{a}{b}" for a in names for b in "建国志强丽娟淼昱")
    assert told((SIMPLIFIED + listed).encode()) == ""


def test_places_are_lines_alone_where_bytes_were_replaced() -> None:
    data = SIMPLIFIED[:500].encode() + b"\xff" + "\ue5e5".encode() + SIMPLIFIED[500:].encode()
    warning = decode(data, errors="replace").warning or ""
    line = SIMPLIFIED[:500].count("\n") + 1
    assert warning.endswith(f"stand 1 times in it, the first at line {line}")
