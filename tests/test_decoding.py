"""Which encoding a file is in: the right one on every issue, and never a wrong one in silence."""

from __future__ import annotations

from contextlib import suppress
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssplit.errors import DecodingError
from newssplit.files.decoding import Decoded, decode
from tests.issue_format import golden_issues

ISSUES = {issue.name: issue.text for issue in golden_issues(Path(__file__).parent / "golden")}
SIMPLIFIED, TRADITIONAL = ISSUES["city-2"], ISSUES["trad-2"]

FOUND_AS = {
    "utf-8": {"utf-8"},
    "utf-8-sig": {"utf-8"},
    "gb18030": {"gb18030"},
    "gbk": {"gb18030"},
    "gb2312": {"gb18030"},
    "big5": {"cp950"},
    "cp950": {"cp950"},
    "big5hkscs": {"cp950", "big5hkscs"},
    "utf-16": {"utf-16-le", "utf-16-be"},
    "utf-16-le": {"utf-16-le"},
    "utf-16-be": {"utf-16-be"},
    "utf-32": {"utf-32-le", "utf-32-be"},
}


def encoded(text: str, encoding: str) -> bytes | None:
    """The bytes; None where the encoding cannot hold the text.

    Python's codec gives GB2312's A1AA to U+2015, all later forms of it to U+2014, the dash that papers print."""
    if encoding == "gb2312" and "\u2015" in text:
        return None
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return None


HELD = {
    f"{name} as {encoding}": (text, encoding)
    for (name, text), encoding in product(ISSUES.items(), FOUND_AS)
    if encoded(text, encoding) is not None
}


def test_big5_and_its_hong_kong_form_are_among_the_cases() -> None:
    assert {"cp950", "big5hkscs", "gb2312"} <= {encoding for _, encoding in HELD.values()}


@pytest.mark.parametrize(("text", "encoding"), HELD.values(), ids=HELD.keys())
def test_every_issue_in_every_encoding_that_holds_it(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.encoding in FOUND_AS[encoding]
    assert decoded.warning is None


@given(
    st.sampled_from(sorted(ISSUES)),
    st.sampled_from(["gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be"]),
    st.integers(0, 8000),
    st.integers(6, 120),
)
def test_a_short_piece_is_read_rightly_or_with_a_warning(name: str, encoding: str, start: int, length: int) -> None:
    text = ISSUES[name][start : start + length]
    data = encoded(text, encoding)
    if data is None or len(text.encode("ascii", "ignore")) == len(text):
        return
    decoded = decode(data)
    assert decoded.text == text or decoded.warning, decoded


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("王丽", "gbk"), ("捷運", "big5"), ("联通", "gbk"), ("通讯员 ", "gbk"), ("本报", "utf-16-le")],
)
def test_too_little_to_tell_is_said(text: str, encoding: str) -> None:
    warning = decode(text.encode(encoding)).warning
    assert warning is not None
    assert "--encoding NAME" in warning


@pytest.mark.parametrize(("text", "name"), [("新桥通车", "gb2312"), ("新橋通車", "big5"), ("新桥", "utf-16-be")])
def test_a_named_encoding_is_taken_at_its_word(text: str, name: str) -> None:
    assert decode(text.encode(name), name).text == text


def test_names_stand_for_the_encodings_that_hold_them() -> None:
    assert decode("镕".encode("gbk"), "gb2312") == Decoded("镕", "gb18030")
    assert decode("𠝹紙".encode("big5hkscs"), "big5") == Decoded("𠝹紙", "big5hkscs")
    assert decode("\ufeff新桥".encode(), "utf-8") == Decoded("新桥", "utf-8")


def test_a_named_encoding_that_gives_no_chinese_is_warned_of() -> None:
    wide = SIMPLIFIED.encode("utf-16-le")
    assert decode(wide, "utf-16-be", "replace").warning is not None
    even = ("新桥通车，" * 100).encode("gbk")
    assert "does not look like Chinese" in (decode(even, "utf-16-le").warning or "")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_broken_bytes_are_refused_with_their_offset(encoding: str) -> None:
    head, tail = SIMPLIFIED[:900].encode(encoding), SIMPLIFIED[900:].encode(encoding)
    with pytest.raises(DecodingError) as error:
        decode(head + b"\xff\n" + tail, path="page.txt")
    assert str(error.value).startswith(f"page.txt:byte {len(head)}: FF 0A is not valid {encoding};")
    assert "--errors replace" in str(error.value)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_replacing_keeps_the_rest_and_counts(encoding: str) -> None:
    head, tail = SIMPLIFIED[:900], SIMPLIFIED[900:]
    data = head.encode(encoding) + b"\xff\n" + tail.encode(encoding)
    decoded = decode(data, errors="replace")
    assert decoded == Decoded(
        f"{head}\ufffd\n{tail}", encoding, f"U+FFFD stands 1 times for bytes that are not valid {encoding}"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "cp950", "utf-16-le", "utf-16-be", "utf-16"])
def test_a_file_cut_in_its_last_character_is_read_with_a_warning(encoding: str) -> None:
    text = TRADITIONAL if encoding == "cp950" else SIMPLIFIED
    whole = text.encode(encoding)
    data = whole + "橋".encode(encoding)[-2:][:1] if encoding != "utf-8" else whole + "桥".encode()[:2]
    decoded = decode(data)
    assert decoded.text == text
    line = text.count("\n") + 1
    cut = data[len(whole) :].hex(" ").upper()
    assert decoded.warning == f"its last character is cut: {cut} left out, at line {line} (byte {len(whole)})"


def test_only_the_last_character_may_be_cut() -> None:
    data = SIMPLIFIED[:900].encode() + "桥".encode()[:2] + SIMPLIFIED[900:].encode()
    with pytest.raises(DecodingError, match=r"byte \d+: .* is not valid utf-8"):
        decode(data)


FOREIGN = {
    "korean": "한국어 신문 기사 내용입니다. ".encode("euc-kr") * 40,
    "japanese": "これは日本語の新聞記事です。".encode("shift-jis") * 40,
    "zip": b"PK\3\4\x14\0\0\0\x08\0" + bytes(range(256)) * 8,
    "nul": b"text\0text",
    "nul, even": b"text\0texts",
    "bells": b"a\x07" * 50,
}


@pytest.mark.parametrize("data", FOREIGN.values(), ids=FOREIGN.keys())
def test_what_is_no_chinese_text_is_refused(data: bytes) -> None:
    with pytest.raises(DecodingError):
        decode(data)


def test_a_stray_control_character_is_no_reason_to_refuse() -> None:
    text = SIMPLIFIED[:300] + "\x1b[0m\x0c" + SIMPLIFIED[300:] + "\x1a"
    assert decode(text.encode("gb18030")) == Decoded(text, "gb18030")


def test_text_without_chinese_is_read_but_told_of() -> None:
    decoded = decode(b"hello\n")
    assert decoded.text == "hello\n"
    assert "no Chinese" in (decoded.warning or "")
    assert decode(b"") == Decoded("", "utf-8")


def test_ringed_numbers_tell_the_two_layouts_of_big5_apart() -> None:
    text = TRADITIONAL[:500] + "①②③"
    decoded = decode(text.encode("big5hkscs"))
    assert decoded.text == text
    assert "--encoding cp950" in (decoded.warning or "")
    kana = TRADITIONAL[:500] + "買の茶"
    for encoding in ("cp950", "big5hkscs"):
        assert decode(kana.encode(encoding)).text == kana
    assert decode(text.encode("big5hkscs"), "cp950").text != text


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "big5", "utf-16"]))
def test_any_bytes_are_decoded_or_refused(data: bytes, encoding: str | None) -> None:
    assert isinstance(decode(data, encoding, "replace").text, str)
    with suppress(DecodingError):
        assert "\0" not in decode(data, encoding).text
