"""Inputs and profiles without measure: one line each, and the rest still gets done."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from newssplit.errors import DecodingError, InputError, ProfileError
from newssplit.files.bounded import blocks_of, gathered
from newssplit.limits import DEEPEST, LARGEST_PROFILE, LONGEST_WORD, MEGABYTE, MOST_MISTAKES, MOST_WORDS
from newssplit.profiles import mistakes, read_profile
from tests.test_cli import PAGE, errors_of, run

WORDS = [f"栏目{chr(0x4E00 + n // 1000)}{chr(0x4E00 + n % 1000)}" for n in range(300_000)]


def profile(words: list[str], table: str = "add.labels") -> str:
    return f"[{table}]\nwords = {json.dumps(words, ensure_ascii=False)}\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


# --- inputs


def test_a_stream_is_read_to_its_end_or_to_the_bound() -> None:
    data = bytes(range(256)) * 5000
    assert gathered(blocks_of(io.BytesIO(data)), "a", most=len(data)) == data
    assert gathered(blocks_of(io.BytesIO(b"")), "a") == b""
    with pytest.raises(InputError, match="a: is larger than 1M; cut it"):
        gathered(blocks_of(io.BytesIO(data)), "a", most=MEGABYTE, remedy="cut it")


def test_nothing_but_nuls_is_not_read_to_the_bound() -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return bytes(size)

    with pytest.raises(DecodingError, match="a:byte 0: is binary data, not text"):
        gathered(blocks_of(Endless()), "a", most=1 << 50)  # type: ignore[arg-type]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_a_device_without_end_is_one_line(page: Path) -> None:
    done = run("split", "/dev/zero", page)
    assert done.returncode == 1
    assert json.loads(done.stdout) == json.loads(run("split", page).stdout)
    (line,) = errors_of(done)
    assert line.startswith("newssplit: /dev/zero:")
    assert errors_of(run("split", page, "--profile", "/dev/zero"))[0].startswith("newssplit: /dev/zero:")


NO_MEMORY = """
import sys
from newssplit import pipeline
from newssplit.__main__ import main
def split(*_, **__):
    raise {error}
pipeline.split = split
sys.argv[0] = "newssplit"
main()
"""


@pytest.mark.parametrize("error", ["MemoryError", "SystemError('regex')"])
@pytest.mark.parametrize("command", ["split", "preview", "explain", "report", "annotate"])
def test_without_memory_it_is_one_line(page: Path, command: str, error: str) -> None:
    program = NO_MEMORY.format(error=error)
    done = subprocess.run(
        [sys.executable, "-c", program, command, str(page)], capture_output=True, timeout=60, cwd=page.parent
    )
    assert done.returncode == 1
    first, *others = errors_of(done)
    assert "memory" in first
    assert not others or (command == "report" and "no report" in others[0])


# --- profiles


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = " + "[" * 100_000, "p.toml: is nested too deeply; "),
        ("a = " + "{a = " * 5000, "p.toml: is nested too deeply; "),
        ("name = 'a'\n" + ".".join("a" * 100_000) + " = 1", "p.toml:2: is nested too deeply; "),
        ("[" + " . ".join(["'a'"] * (DEEPEST + 1)) + "]", "p.toml:1: is nested too deeply; "),
        (profile(WORDS), f"p.toml:2: it holds 300000 words, more than {MOST_WORDS}; "),
        (profile(["栏" * (LONGEST_WORD + 1)]), f"p.toml:2: a word of {LONGEST_WORD + 1} characters in labels.words; "),
    ],
    ids=["arrays", "tables", "keys", "headers", "words", "a word"],
)
def test_a_profile_beyond_measure_is_a_mistake(text: str, message: str) -> None:
    with pytest.raises(ProfileError) as error:
        read_profile(text, path="p.toml")
    assert str(error.value).startswith(message)


def test_what_a_profile_may_hold_is_enough() -> None:
    assert read_profile(profile(WORDS[:MOST_WORDS])).count("add") == MOST_WORDS
    assert read_profile(profile(["栏" * LONGEST_WORD])).count("add") == 1
    assert read_profile('description = "' + "a.b " * 200 + '"').description


def test_words_of_all_lists_count() -> None:
    half = WORDS[: MOST_WORDS // 2 + 1]
    text = profile(half) + profile(half, "add.teasers").replace("words", "heads")
    assert f"it holds {2 * len(half)} words" in str(mistakes(text)[0])


CARRIER = '[[carriers]]\nname = "cards"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"ends = {json.dumps(WORDS[: MOST_WORDS + 1])}", f"it holds {MOST_WORDS + 1} words, more than {MOST_WORDS}; "),
        (f'ends = ["{"x" * 241}"]', "a pattern of 241 characters in ends; patterns have at most 240"),
        (f'fields.body = ["{"x" * 101}"]', "a name of 101 characters in body; names have at most 100"),
    ],
)
def test_a_carrier_beyond_measure_is_a_mistake(text: str, message: str) -> None:
    assert str(mistakes(CARRIER + text)[0]).startswith(f"3: {message}")


def test_not_every_mistake_is_told() -> None:
    assert len(mistakes(profile(WORDS[:3000], "remove.labels"))) == MOST_MISTAKES


@pytest.mark.parametrize("size", [LARGEST_PROFILE - 1000, LARGEST_PROFILE + 1])
def test_a_profile_has_a_size(tmp_path: Path, page: Path, size: int) -> None:
    path = tmp_path / "p.toml"
    path.write_text("#" * size, "utf-8")
    checked, split = run("profiles", "check", path), run("split", "--profile", path, page)
    told = [f"newssplit: {path}: is larger than 1M; keep the words that the paper prints"] * (size > LARGEST_PROFILE)
    assert errors_of(checked) == errors_of(split) == told
    assert checked.returncode == split.returncode == (2 if told else 0)


def test_gold_that_is_nested_too_deeply_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.gold.json").write_text("[" * 100_000, "utf-8")
    (line, _) = errors_of(run("eval", tmp_path))
    assert f"{tmp_path}/a.gold.json: is nested too deeply" in line


def test_very_long_messages_are_cut(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text("a" * 500_000 + " = 1", "utf-8")
    (line,) = errors_of(run("profiles", "check", path))
    assert len(line) < 6000
