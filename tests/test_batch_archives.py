"""Archives that are traps, or broken: each costs itself, little memory and a line, and what is in order comes out."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from newssplit.batch import archives
from newssplit.batch.archives import Unpacker, members
from newssplit.batch.limits import MEGABYTE, Limits, amount, bytes_of
from newssplit.batch.plan import Plan
from newssplit.batch.sources import Selection
from newssplit.errors import DecodingError, InputError
from tests.batch_tools import COMMAND, converted, failures, issue, outputs

NULS_400M = 400 * MEGABYTE
PEAK = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stderr=subprocess.PIPE, text=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10, done.returncode, done.stderr)
"""


def header(name: str, size: int, kind: bytes = tarfile.REGTYPE) -> bytes:
    entry = tarfile.TarInfo(name)
    entry.size, entry.type = size, kind
    return entry.tobuf(tarfile.GNU_FORMAT)


def page(name: str, text: str | None = None) -> bytes:
    data = (issue(1) if text is None else text).encode()
    return header(name, len(data)) + data + b"\0" * (-len(data) % 512)


def pax(**records: str) -> bytes:
    """An extended header, as it is written and not as it should be."""
    data = b""
    for key, value in records.items():
        line = f" {key}={value}\n".encode()
        length = len(line) + len(str(len(line)))
        data += f"{length + (len(str(length)) > len(str(len(line))))}".encode() + line
    return header("pax", len(data), tarfile.XHDTYPE) + data + b"\0" * (-len(data) % 512)


END = b"\0" * 1024
PACKED: dict[str, Callable[[bytes], bytes]] = {
    "tar": bytes,
    "tar.gz": gzip.compress,
    "tar.bz2": bz2.compress,
    "tar.xz": lzma.compress,
}


def run_on(tmp_path: Path, name: str, data: bytes, **limits: int) -> dict[str, str]:
    """Convert an archive, and return what failed without the path."""
    path = tmp_path / name
    path.write_bytes(data)
    converted(Plan(str(tmp_path / "out"), limits=Limits(**limits)), path)
    return {failed: reason.replace(f"{path}", "PATH") for failed, reason in failures(tmp_path / "out").items()}


@pytest.mark.parametrize("ending", PACKED)
@pytest.mark.parametrize("size", [1 << 40, 1 << 62])
def test_a_member_that_claims_more_than_there_is(tmp_path: Path, ending: str, size: int) -> None:
    """10 KB hung the run before any input was converted: the claim was skipped block by block."""
    name = f"a.{ending}"
    data = page("good.txt") + header("huge.txt", size) + b"x" * 5120 + page("later.txt") + END
    reasons = run_on(tmp_path, name, PACKED[ending](data))
    assert outputs(tmp_path / "out") == {"good.json"}
    if ending == "tar":
        claim = f"PATH: cannot be unpacked: a member claims {size} bytes, more than the archive has; check the archive"
        assert reasons == {name: claim}
    else:
        assert reasons["huge.txt"].startswith("huge.txt (PATH): is larger than 2G; cut it into issues")
        assert reasons[name] == "PATH: cannot be unpacked: unexpected end of data; check the archive"


TRAPS = {
    "negative size": (pax(size="-1024") + page("x.txt"), "a member has a negative size"),
    "endless header": (header("x", 1 << 62, tarfile.XHDTYPE), "it has a header of"),
    "long header": (header("x", 2 << 20, tarfile.GNUTYPE_LONGNAME), "it has a header of"),
    "many digits": (pax(comment="1" * 100_000) + page("x.txt"), "it has an impossible header"),
    "name of nothing": (header("x", 8, tarfile.GNUTYPE_LONGNAME) + b"x" * 512, " header"),
    "damaged header": (page("x.txt").replace(b"ustar", b"uster"), "it is damaged"),
    "cut in a member": (page("x.txt")[:700], "unexpected end of data"),
    "cut in a header": (page("x.txt")[:100], "it ends too early"),
    "two archives": (END + page("second.txt") + END, "it goes on after its end"),
    "names of names": (
        (header("deep", 8, tarfile.GNUTYPE_LONGNAME) + b"x" * 512) * 2000,
        "maximum recursion depth exceeded",
    ),
}


@pytest.mark.parametrize("ending", PACKED)
@pytest.mark.parametrize(("trap", "reason"), TRAPS.values(), ids=TRAPS)
def test_tars_that_cannot_be(tmp_path: Path, ending: str, trap: bytes, reason: str) -> None:
    reasons = run_on(tmp_path, f"a.{ending}", PACKED[ending](page("good.txt") + trap))
    assert "good.json" in outputs(tmp_path / "out")
    assert reason in reasons[f"a.{ending}"]
    assert reasons[f"a.{ending}"].startswith("PATH: cannot be unpacked: ")


@pytest.mark.parametrize("ending", PACKED)
def test_tars_that_end_as_they_like(tmp_path: Path, ending: str) -> None:
    path, pages = tmp_path / f"a.{ending}", page("1.txt") + page("empty.txt", "") + page("2.txt")
    for end in (b"", b"\0" * 512, END, b"\0" * 10240):
        path.write_bytes(PACKED[ending](pages + end))
        found = [(member.name, member.place) for member in members(str(path))]
        assert found == [("1.txt", 512), ("empty.txt", 1536), ("2.txt", 2048)]


@pytest.mark.parametrize("ending", PACKED)
def test_members_are_found_again_in_any_order(tmp_path: Path, ending: str) -> None:
    texts = {f"{n}.txt": issue(n) * (1 + 400 * (n == 2)) for n in range(5)}
    path = tmp_path / f"a.{ending}"
    path.write_bytes(PACKED[ending](b"".join(page(*text) for text in texts.items()) + END))
    found = list(members(str(path)))
    unpacker = Unpacker()
    for member in (*found, *reversed(found)):
        data = unpacker.read(str(path), member.place, member.size, member.name)
        assert data.decode() == texts[member.name]
    unpacker.close()


def zipped(path: Path, pages: dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", kind) as archive:
        for name, data in pages.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("kind", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_bomb_in_a_zip_costs_itself(tmp_path: Path, kind: int) -> None:
    pages = {"bomb.txt": b"a" * (20 * MEGABYTE), "good.txt": issue(1).encode()}
    path = zipped(tmp_path / "a.zip", pages, kind)
    converted(Plan(str(tmp_path / "out")), path)
    said = f"bomb.txt ({path}): unpacks to more than 200 times its size; if you trust it, allow it: --max-ratio"
    assert failures(tmp_path / "out") == {"bomb.txt": said}
    assert outputs(tmp_path / "out") == {"good.json"}


def test_many_small_bombs_make_a_large_one(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {f"{n:02}.txt": b"a" * (2 * MEGABYTE) for n in range(20)})
    found = members(str(path), Limits())
    with pytest.raises(InputError, match=r"a\.zip: unpacks to more than 200 times its size"):
        list(found)
    assert len(list(members(str(path), Limits(ratio=0)))) == 20


@pytest.mark.parametrize("ending", ["tar.gz", "tar.bz2", "tar.xz"])
def test_a_bomb_in_a_tar_ends_it(tmp_path: Path, ending: str) -> None:
    bomb = page("good.txt") + header("bomb.md", 40 * MEGABYTE) + b"a" * (40 * MEGABYTE) + page("later.txt") + END
    reasons = run_on(tmp_path, f"a.{ending}", PACKED[ending](bomb))
    said = "PATH: unpacks to more than 200 times its size; if you trust it, allow it: --max-ratio"
    assert reasons == {f"a.{ending}": said}
    assert outputs(tmp_path / "out") == {"good.json"}
    assert run_on(tmp_path, f"a.{ending}", PACKED[ending](bomb), ratio=0) == {}
    assert outputs(tmp_path / "out") == {"good.json", "later.json"}


@pytest.mark.skipif(sys.platform != "linux", reason="it reads kilobytes from getrusage")
@pytest.mark.parametrize("options", [(), ("--max-ratio", "0")])
def test_400_megabytes_of_nuls_cost_little_memory(tmp_path: Path, options: tuple[str, ...]) -> None:
    """They took 1.97 GB, in the command and in its worker."""
    archive = zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED)
    with archive, archive.open("a.txt", "w", force_zip64=True) as stream:
        for _ in range(NULS_400M // MEGABYTE):
            stream.write(b"\0" * MEGABYTE)
    command = [sys.executable, "-c", PEAK, *COMMAND, "bomb.zip", "--out", "out", "-j1", *options]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=60)
    peak, code, said = done.stdout.split(" ", 2)
    assert (code, said.count("a.txt (bomb.zip)")) == ("1", 1)
    assert ("is binary data, not text" if options else "unpacks to more than 200 times its size") in said
    assert int(peak) < 150


@pytest.mark.skipif(sys.platform != "linux", reason="it reads kilobytes from getrusage")
@pytest.mark.parametrize("kind", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_that_says_less_than_it_holds(tmp_path: Path, kind: int) -> None:
    """zipfile unpacks bzip2 and LZMA without a bound, and only then sees that it is too much."""
    path = zipped(tmp_path / "a.zip", {"a.txt": b"a" * (NULS_400M // 2) + os.urandom(400_000)}, kind)
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        at = data.rindex(mark) + place
        data[at : at + 4] = (1 << 20).to_bytes(4, "little")
    path.write_bytes(data)
    command = [sys.executable, "-c", PEAK, *COMMAND, "a.zip", "--out", "out", "-j1"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=60)
    peak, code, said = done.stdout.split(" ", 2)
    assert (code, "a.txt (a.zip): cannot be unpacked: " in said) == ("1", True), said
    assert int(peak) < 200


def test_what_is_too_large(tmp_path: Path) -> None:
    pages = {"large.txt": os.urandom(MEGABYTE).hex().encode(), "small.txt": issue(1).encode()}
    for name, data in pages.items():
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_bytes(data)
    zipped(tmp_path / "in/a.zip", pages)
    entry = b"".join(page(name, data.decode()) for name, data in pages.items())
    (tmp_path / "in/b.tar.gz").write_bytes(gzip.compress(entry + END))
    converted(Plan(str(tmp_path / "out"), limits=Limits(size=MEGABYTE)), tmp_path / "in")
    assert outputs(tmp_path / "out") == {"small.json", "a.zip/small.json", "b.tar.gz/small.json"}
    reasons = failures(tmp_path / "out")
    assert set(reasons) == {"large.txt", "a.zip/large.txt", "b.tar.gz/large.txt"}
    for reason in reasons.values():
        assert reason.endswith(": is larger than 1M; cut it into issues, or allow more: --max-size")


def test_a_zip_that_claims_more_than_there_is(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"1.txt": issue(1).encode(), "2.txt": issue(2).encode()})
    data = bytearray(path.read_bytes())
    first = data.index(b"PK\1\2")
    data[first + 20 : first + 28] = (1 << 20).to_bytes(4, "little") * 2
    path.write_bytes(data)
    converted(Plan(str(tmp_path / "out")), path)
    said = f"1.txt ({path}): claims more bytes than the archive has; check the archive"
    assert failures(tmp_path / "out") == {"1.txt": said}
    assert outputs(tmp_path / "out") == {"2.json"}


def test_links_and_holes_are_told(tmp_path: Path) -> None:
    """What they stand for is elsewhere: to pass them over would lose it in silence."""
    kinds = {"soft.txt": tarfile.SYMTYPE, "hard.txt": tarfile.LNKTYPE, "pipe.txt": tarfile.FIFOTYPE}
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for name, kind in kinds.items():
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "good.txt"
            archive.addfile(entry)
        entry = tarfile.TarInfo("good.txt")
        entry.size = len(issue(1).encode())
        archive.addfile(entry, io.BytesIO(issue(1).encode()))
    link = zipfile.ZipInfo("soft.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        packed.writestr(link, "good.txt")
    converted(Plan(str(tmp_path / "out")), tmp_path)
    assert outputs(tmp_path / "out") == {"a.tar/good.json"}
    told = failures(tmp_path / "out")
    assert set(told) == {"a.tar/soft.txt", "a.tar/hard.txt", "a.tar/pipe.txt", "b.zip/soft.txt"}
    assert all("is a link or a sparse file; unpack the archive first" in reason for reason in told.values())


HIDDEN = [".git/a.txt", "x/.hidden/b.txt", ".c.txt", "__MACOSX/d.txt", ".newssplit/unfinished/x.txt", "./.e/f.txt"]


@pytest.mark.parametrize("ending", ["zip", "tar"])
def test_what_begins_with_a_dot_is_never_taken(tmp_path: Path, ending: str) -> None:
    """`.newssplit/unfinished/x.txt` was marked done, and had no output."""
    path = tmp_path / f"a.{ending}"
    if ending == "zip":
        zipped(path, dict.fromkeys([*HIDDEN, "good.txt"], issue(1).encode()))
    else:
        path.write_bytes(b"".join(map(page, [*HIDDEN, "good.txt"])) + END)
    tally = converted(Plan(str(tmp_path / "out"), selection=Selection(globs=("*",))), path)
    assert (tally.issues, outputs(tmp_path / "out")) == (1, {"good.txt.json".replace(".txt", "")})
    assert dict(tally.seen.counts) == {"hidden": len(HIDDEN)}


NAMES = {
    "failures.jsonl/n.txt": "failures_.jsonl/n.json",
    "manifest.sqlite/n.txt": "manifest_.sqlite/n.json",
    "C:/evil.txt": "C%3A/evil.json",
    "//server/share/x.txt": "server/share/x.json",
    "..\\..\\up.txt": "up.json",
    "con.txt": "con_.json",
    "nul/aux.txt": "nul_/aux_.json",
    "a. /b.txt": "a.%20/b.json",
    "tab\there.txt": "tab%09here.json",
}


def test_names_in_archives_that_mean_something_else(tmp_path: Path) -> None:
    """The first made a folder of our file's name, and ended every later run; the third left --out on Windows."""
    path = tmp_path / "a.tar"
    path.write_bytes(b"".join(page(name) for name in NAMES) + page("broken.txt", "\0\1\2") + END)
    for _ in range(2):
        tally = converted(Plan(str(tmp_path / "out")), path)
        assert (tally.issues, tally.failed) == (len(NAMES) + 1, 1)
        assert outputs(tmp_path / "out") == set(NAMES.values())
        assert set(failures(tmp_path / "out")) == {"broken.txt"}


@pytest.mark.parametrize("ending", ["zip", "tar", "tar.gz"])
def test_large_members_are_read_by_the_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    pages = {f"{n}.txt": issue(n) * 20 for n in range(4)} | {"small.txt": issue(9)}
    path = tmp_path / f"a.{ending}"
    if ending == "zip":
        zipped(path, {name: text.encode() for name, text in pages.items()})
    else:
        path.write_bytes(PACKED[ending](b"".join(page(*text) for text in pages.items()) + END))
    converted(Plan(str(tmp_path / "sent")), path)
    monkeypatch.setattr(archives, "LARGE", 1000)
    read = []
    real = Unpacker.read

    def reading(self: Unpacker, path: str, place: int, size: int, label: str, nuls: bool = False) -> bytes:
        read.append(archives.is_left_to_workers(path, place, size))
        return real(self, path, place, size, label, nuls)

    monkeypatch.setattr(Unpacker, "read", reading)
    converted(Plan(str(tmp_path / "out")), path)
    assert sorted(read) == [False, True, True, True, True]
    names = outputs(tmp_path / "sent")
    assert len(names) == 5
    for name in names:
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "sent" / name).read_bytes()


def test_who_reads_a_member() -> None:
    assert archives.is_left_to_workers("a.zip", 900_000, 8 * MEGABYTE)
    assert archives.is_left_to_workers("a.tar", 1 << 50, 8 * MEGABYTE)
    assert archives.is_left_to_workers("a.tar.gz", 800 * MEGABYTE, 8 * MEGABYTE)
    assert not archives.is_left_to_workers("a.tar.gz", 900 * MEGABYTE, 8 * MEGABYTE)
    assert not archives.is_left_to_workers("a.zip", 0, 8 * MEGABYTE - 1)


def test_a_member_that_is_no_text_is_read_no_further(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"1.txt": b"text\0\0\0" + b"x" * MEGABYTE})
    with closing(Unpacker()) as unpacker:
        with pytest.raises(DecodingError, match=r"1\.txt:byte 4: is binary data, not text"):
            unpacker.read(str(path), 0, MEGABYTE + 7, "1.txt")
        assert len(unpacker.read(str(path), 0, MEGABYTE + 7, "1.txt", nuls=True)) == MEGABYTE + 7


@pytest.mark.parametrize(("text", "size"), [("2G", 2 << 30), ("500m", 500 << 20), ("7K", 7 << 10), ("9", 9), ("0", 0)])
def test_sizes(text: str, size: int) -> None:
    assert bytes_of(text) == size
    assert bytes_of(amount(size).removesuffix(" bytes")) == size


@pytest.mark.parametrize("text", ["", "G", "-1", "1.5G", "2T", "１２", "1 G"])
def test_what_is_no_size(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        bytes_of(text)
