"""The store of patterns: it makes a command quicker, and whatever is wrong with it changes nothing else."""

from __future__ import annotations

import json
import marshal
import os
import pickle
import resource
import subprocess
import sys
from importlib.util import source_hash
from pathlib import Path

import pytest
import regex

from newssplit import limits, store, store_keeping
from newssplit.patterns import re as ours_re
from newssplit.patterns import regex as ours_regex
from newssplit.patterns import toml as ours_toml
from newssplit.patterns.ready import READY

ROOT = Path(__file__).parent.parent
PAGE = str(ROOT / "examples" / "county-2016.txt")
RUN = """
import atexit, runpy, sys
told = lambda: print("made" if "newssplit.store_keeping" in sys.modules else "ready", file=sys.stderr)
atexit.register(told)
runpy.run_module("newssplit", run_name="__main__", alter_sys=True)
"""
"""Runs the command, and says whether anything had to be made."""


def split(home: object, **how: object) -> tuple[bytes, str]:
    """What splitting a page prints with a store in that folder, and whether patterns were `made` or `ready`."""
    env = {**os.environ, "XDG_CACHE_HOME": str(home), **how.pop("env", {})}  # type: ignore[dict-item]
    command = [sys.executable, "-c", RUN, "split", PAGE]
    done = subprocess.run(command, env=env, capture_output=True, timeout=60, check=True, **how)  # type: ignore[call-overload]
    said = done.stderr.decode().split()
    assert len(said) == 1, done.stderr
    return done.stdout, said[0]


@pytest.fixture(scope="module")
def expected() -> bytes:
    """What comes out without a store."""
    return split("", env={"NEWSSPLIT_NO_CACHE": "1"})[0]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The store of a page."""
    home = tmp_path_factory.mktemp("whole")
    split(home)
    return the_file(home).read_bytes()


@pytest.fixture
def kept(tmp_path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a store in a folder of its own, which this process would use, too."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path = Path(store.path_of_store())
    path.parent.mkdir(mode=0o700)
    path.write_bytes(whole)
    path.chmod(0o600)
    return path


def the_file(home: Path) -> Path:
    (found,) = (home / "newssplit").iterdir()
    return found


def entries() -> object:
    return store._read()


# --- what it is for


def test_what_one_run_made_the_next_one_has(tmp_path: Path, expected: bytes) -> None:
    assert split(tmp_path) == (expected, "made")
    assert split(tmp_path) == (expected, "ready")
    path = the_file(tmp_path)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_the_same_patterns_are_asked_for_at_each_start(kept: Path, expected: bytes) -> None:
    for seed in "123":
        assert split(kept.parent.parent, env={"PYTHONHASHSEED": seed}) == (expected, "ready")


def test_a_store_grows_by_what_another_page_needs(kept: Path) -> None:
    before = entries()
    command = [sys.executable, "-m", "newssplit", "split", str(ROOT / "examples" / "taiwan-2019.txt")]
    subprocess.run(command, capture_output=True, timeout=60, check=True)
    after = entries()
    assert set(before) < set(after)  # type: ignore[call-overload]


def test_a_ready_page_loads_neither_the_library_nor_a_reader(kept: Path) -> None:
    program = RUN.replace('"made" if', '*{"regex", "tomllib", "typer"} & {*sys.modules}, "made" if')
    env = {**os.environ, "XDG_CACHE_HOME": str(kept.parent.parent)}
    done = subprocess.run([sys.executable, "-c", program, "split", PAGE], env=env, capture_output=True, timeout=60)
    assert done.stderr.split() == [b"ready"]


def test_the_engine_alone_and_the_library_go_together() -> None:
    program = (
        "from newssplit.patterns import regex as r; data = eval(sys.argv[1]); early = r._engine().compile(*data);"
        "import regex; again = regex.compile('(?P<a>x)(y)');"
        "assert type(early) is type(again) is regex.Pattern; assert early.sub(r'\\2\\1', 'xy') == 'yx'"
    )
    data = repr(ours_regex.data_of(regex.compile("(?P<a>x)(y)")))
    subprocess.run([sys.executable, "-c", f"import sys; {program}", data], timeout=60, check=True)


# --- what is made again is the same


def test_every_pattern_of_a_page_is_kept(whole: bytes) -> None:
    held = marshal.loads(whole[whole.index(b"\n") + 1 + store.DIGEST :])
    kinds = [kind for kind, _, _ in held]
    assert (kinds.count("re") > 250, kinds.count("regex") > 50, kinds.count("toml") > 2) == (True, True, True)


@pytest.mark.parametrize("source", ["(?P<a>x)|(y)(?P<b>z)?", "[一-龥]{2,5}+(?<!们)", "(?i)a(?=b)", ""])
@pytest.mark.parametrize("flags", [0, ours_re.IGNORECASE, ours_re.VERBOSE | ours_re.MULTILINE])
def test_a_pattern_of_re_is_made_again(source: str, flags: int) -> None:
    pattern = ours_re.compile(source, flags)
    again = ours_re._made_of(source, ours_re.data_of(pattern, int(flags)))
    assert again == pattern
    assert (again.groupindex, again.groups, again.flags) == (pattern.groupindex, pattern.groups, pattern.flags)


def test_bytes_are_patterns_too() -> None:
    pattern = ours_re.compile(rb"\xff[a-c]+")
    assert ours_re._made_of(pattern.pattern, ours_re.data_of(pattern, 0)) == pattern


def test_a_python_that_makes_patterns_otherwise_keeps_none(monkeypatch: pytest.MonkeyPatch) -> None:
    import re._compiler

    pattern = ours_re.compile("a")
    monkeypatch.delattr(re._compiler, "_code")
    assert ours_re.data_of(pattern, 0) is None
    monkeypatch.setattr(re._compiler, "_code", lambda tree, flags: [1], raising=False)
    assert ours_re.data_of(pattern, 0) is None


def test_escape_is_that_of_the_library() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert ours_regex.escape(every) == regex.escape(every)
    assert ours_regex.VERBOSE == regex.VERBOSE


# --- whatever is wrong with it


def test_without_a_store_nothing_is_kept(tmp_path: Path, expected: bytes) -> None:
    assert split(tmp_path, env={"NEWSSPLIT_NO_CACHE": "1"}) == (expected, "ready")
    assert list(tmp_path.iterdir()) == []


def test_no_is_no(tmp_path: Path, expected: bytes) -> None:
    assert split(tmp_path, env={"NEWSSPLIT_NO_CACHE": "0"}) == (expected, "made")


def test_nor_is_a_store_read_then(kept: Path) -> None:
    kept.write_bytes(b"")
    split(kept.parent.parent, env={"NEWSSPLIT_NO_CACHE": "1"})
    assert kept.read_bytes() == b""


@pytest.mark.parametrize("length", [0, 1, 50, 200, 5000, -1])
def test_a_store_that_is_cut_is_made_anew(length: int, kept: Path, expected: bytes, whole: bytes) -> None:
    kept.write_bytes(whole[:length])
    assert split(kept.parent.parent) == (expected, "made")
    assert split(kept.parent.parent) == (expected, "ready")


@pytest.mark.parametrize("place", [0.0, 0.2, 0.5, 0.999])
def test_a_changed_byte_is_found(place: float, kept: Path, whole: bytes) -> None:
    at = int(len(whole) * place)
    kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    assert entries() == {}


@pytest.mark.parametrize("data", ["?", (), ("?", 0, 0, {}, ()), (b"\xff" * 8, 0, 0, {}, ()), {"?": "?"}])
def test_what_nothing_can_be_made_of_is_made_anew(data: object, kept: Path, expected: bytes, whole: bytes) -> None:
    entries = marshal.loads(whole[whole.index(b"\n") + 1 + store.DIGEST :])
    held = marshal.dumps({key: data for key in entries if key[0] != "toml" or data != {"?": "?"}})
    kept.write_bytes(store.maker() + source_hash(held) + held)
    assert split(kept.parent.parent) == (expected, "made")
    assert split(kept.parent.parent) == (expected, "ready")


def test_what_is_no_table_is_not_used(kept: Path) -> None:
    for held in (marshal.dumps([1]), b"", b"\xff", pickle.dumps({("re", "a", 0): 1})):
        kept.write_bytes(store.maker() + source_hash(held) + held)
        assert entries() == {}


def test_a_pickle_is_not_read(kept: Path, tmp_path: Path) -> None:
    class Bomb:
        def __reduce__(self) -> tuple[object, ...]:
            return os.mkdir, (str(tmp_path / "went-off"),)

    kept.write_bytes(pickle.dumps(Bomb()))
    split(tmp_path)
    assert not (tmp_path / "went-off").exists()


def test_another_maker_has_another_store(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert entries()
    for module, name, value in (
        (store, "__version__", "9"),
        (store, "edition", lambda: "another"),
        (sys, "version", "9.9 (another)"),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(module, name, value)
            assert store.path_of_store() != str(kept)
            Path(store.path_of_store()).write_bytes(kept.read_bytes())
            Path(store.path_of_store()).chmod(0o600)
            assert entries() == {}


def test_what_others_may_write_to_is_not_used(kept: Path) -> None:
    for path, mode in ((kept, 0o620), (kept, 0o602), (kept.parent, 0o770), (kept.parent, 0o707)):
        usual = path.stat().st_mode & 0o777
        path.chmod(mode)
        assert entries() == {}, (path, mode)
        path.chmod(usual)
    assert entries()


def test_what_is_somebody_elses_is_neither_used_nor_written_to(
    kept: Path, monkeypatch: pytest.MonkeyPatch, whole: bytes
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert entries() == {}
    READY.use(dict)
    READY.note(("toml", "a = 1", 0), {"a": 1})
    store_keeping.keep_new()
    READY.use(None)
    assert kept.read_bytes() == whole
    assert list(kept.parent.iterdir()) == [kept]


def test_no_folder_is_made_in_somebody_elses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    READY.use(dict)
    READY.note(("toml", "a = 1", 0), {"a": 1})
    store_keeping.keep_new()
    READY.use(None)
    assert list(tmp_path.iterdir()) == []


def test_links_pipes_and_folders_are_not_followed(kept: Path, expected: bytes, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    kept.rename(elsewhere)
    kept.symlink_to(elsewhere)
    assert entries() == {}
    kept.unlink()
    os.mkfifo(kept)
    assert entries() == {}
    kept.unlink()
    kept.mkdir()
    assert split(tmp_path) == (expected, "made")
    assert list(kept.parent.iterdir()) == [kept]


def test_a_folder_that_is_a_link_is_not_followed(kept: Path, tmp_path: Path, expected: bytes) -> None:
    kept.parent.rename(tmp_path / "elsewhere")
    kept.parent.symlink_to(tmp_path / "elsewhere")
    assert split(tmp_path) == (expected, "made")
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == [kept.name]


@pytest.mark.parametrize("home", ["/dev/null", "/proc/nowhere", "relative"])
def test_where_no_store_can_be_there_is_none(home: str, tmp_path: Path, expected: bytes) -> None:
    assert split(home, cwd=tmp_path) == (expected, "made")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for the superuser")
def test_a_home_that_cannot_be_written_to(tmp_path: Path, expected: bytes) -> None:
    tmp_path.chmod(0o500)
    assert split(tmp_path) == (expected, "made")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full(tmp_path: Path, expected: bytes) -> None:
    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    assert split(tmp_path, preexec_fn=full) == (expected, "made")
    assert list((tmp_path / "newssplit").iterdir()) == []


def test_no_memory_for_it(kept: Path, monkeypatch: pytest.MonkeyPatch, whole: bytes) -> None:
    def none(_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(marshal, "loads", none)
    monkeypatch.setattr(marshal, "dumps", none)
    assert entries() == {}
    READY.use(dict)
    READY.note(("toml", "a = 1", 0), {"a": 1})
    store_keeping.keep_new()
    READY.use(None)
    assert kept.read_bytes() == whole
    assert list(kept.parent.iterdir()) == [kept]


def test_many_that_write_at_once(tmp_path: Path, expected: bytes) -> None:
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "new" / "cache")}
    command = [sys.executable, "-m", "newssplit", "split", PAGE]
    tmp_path.chmod(0o700)
    at_once = [subprocess.Popen(command, env=env, stdout=subprocess.PIPE) for _ in range(4)]
    assert [process.communicate(timeout=60)[0] for process in at_once] == [expected] * 4
    assert split(tmp_path / "new" / "cache") == (expected, "ready")
    the_file(tmp_path / "new" / "cache")


def test_a_store_that_would_be_too_large_begins_anew(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_keeping, "LARGEST_STORE", kept.stat().st_size)
    READY.use(store._read)
    assert ours_toml.loads("a = 1") == {"a": 1}
    store_keeping.keep_new()
    READY.use(None)
    assert entries() == {("toml", "a = 1", 0): {"a": 1}}


def test_a_store_beyond_all_measure_is_not_read(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LARGEST_STORE", limits.LARGEST_STORE // 1000)
    assert entries() == {}


# --- who has none


def test_programs_have_no_store(tmp_path: Path) -> None:
    program = f"import newssplit; assert newssplit.read({PAGE!r}).articles"
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", program], env=env, timeout=60, check=True)
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_says_nothing_of_the_dump(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("独一无二标题甲乙丙\n本报讯（记者 王小明）独一无二正文。\n", "utf-8")
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-m", "newssplit", "split", page], env=env, timeout=60, capture_output=True)
    assert json.loads(done.stdout)
    assert "独一无二".encode() not in the_file(tmp_path).read_bytes()
