"""What another revision makes of every dump there is, compared with what the working tree makes of it.

`python -m tests.same REV` reads with both, names the dumps of which the JSON is not the same to the byte, shows the
first lines that differ, and fails if there are any: a change that is to change nothing is held to that. With
`--explained` labels, margins and evidence of every line must be the same, too. With `--installed` REV is no revision,
but a Python for which a newssplit is installed: a compiled one.

Dumps are the annotated issues of the tests, what the fuzzer found, the examples and, where it is, what stands beside
the checkout in ../shared.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
ISSUES = ROOT / "tests" / "golden"
"""Annotated issues, which are compiled first."""
DUMPS = (ROOT / "tests" / "fuzzing" / "found", ROOT / "examples")
"""Folders of dumps, *.txt; those that are not there are left out."""
BESIDE = ("gold/dev", "real", "cases")
"""Further ones, in the folder beside the checkout."""
NAMED = 10
"""Dumps that are shown when they differ; the others are counted."""
SHOWN = 3
"""Lines that are shown of each."""
NO_LINE = "(no line)"
LONGEST = 240
"""Characters of a line that are shown."""

Results = dict[str, str]


def dumps(shared: Path) -> Iterator[tuple[str, str]]:
    """Name and text of every dump there is."""
    from tests.issue_format import golden_issues

    yield from ((f"{ISSUES.name}/{issue.name}", issue.text) for issue in golden_issues(ISSUES))
    for folder in (*DUMPS, *(shared / below for below in BESIDE)):
        for path in sorted(folder.rglob("*.txt")):
            yield f"{folder.name}/{path.relative_to(folder)}", path.read_bytes().decode("utf-8", "replace")


def read_all(given: str, written: str, *, explained: bool) -> None:
    """Read the dumps in the file `given` with the newssplit that is first in sys.path, and write the JSON of each."""
    found: Results = {}
    for name, text in json.loads(Path(given).read_text("utf-8")):
        try:
            found[name] = _read(text, explained=explained)
        except Exception as error:  # a revision may fail where the other does not: that is a difference, too
            found[name] = f"{type(error).__name__}: {error}"
    Path(written).write_text(json.dumps(found), "utf-8")


def _read(text: str, *, explained: bool) -> str:
    from newssplit import split
    from newssplit.output.json_format import write_json

    issue, stream = split(text), io.StringIO()
    write_json(issue.to_records(), stream)
    if explained:
        from newssplit.show.explained import as_data
        from newssplit.show.explained import explained as lines_of

        stream.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in as_data(lines_of(issue)))
    return stream.getvalue()


Reader = tuple[str, dict[str, str]]
"""A Python and the environment in which it finds a newssplit."""


def reader(tree: Path) -> Reader:
    """The code in a tree."""
    return sys.executable, {"PYTHONPATH": str(tree / "src")}


def both(base: Reader, texts: Iterable[tuple[str, str]], *, explained: bool) -> tuple[Results, Results]:
    """What another newssplit and the working tree make of the dumps, read side by side."""
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "dumps.json")
        given.write_text(json.dumps(list(texts)), "utf-8")
        written = [Path(folder, f"{n}.json") for n in range(2)]
        processes = [
            subprocess.Popen(
                [python, __file__, "--read", str(given), str(to)] + ["--explained"] * explained, env=environment
            )
            for (python, environment), to in zip((base, reader(ROOT)), written, strict=True)
        ]
        ended = [process.wait() for process in processes]
        if any(ended):
            raise SystemExit("same: one of the two could not be run")
        before, after = (json.loads(path.read_text("utf-8")) for path in written)
    return before, after


@contextmanager
def checked_out(revision: str) -> Iterator[Reader]:
    """The code of a revision, in a folder that goes away again."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder, "base")
        if _git("worktree", "add", "--quiet", "--detach", str(tree), revision):
            raise SystemExit(f"same: there is no revision {revision}")
        try:
            yield reader(tree)
        finally:
            _git("worktree", "remove", "--force", str(tree))


def _git(*command: str) -> int:
    return subprocess.run(["git", *command], cwd=ROOT).returncode


def differences(before: Results, after: Results) -> Iterator[tuple[str, list[str]]]:
    """The dumps that are not read the same, with the first lines that differ."""
    for name, was in before.items():
        if was != after[name]:
            yield name, list(islice(_lines_apart(was.split("\n"), after[name].split("\n")), 2 * SHOWN))


def _lines_apart(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Lines of which one is not as the other, marked as in a diff; what is moved makes all lines differ."""
    for n in range(max(len(before), len(after))):
        was, now = (lines[n] if n < len(lines) else NO_LINE for lines in (before, after))
        if was != now:
            at = next((i for i, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))
            shown = slice(max(at - LONGEST // 2, 0), at + LONGEST // 2)
            yield f"  - {n + 1}: {was[shown]}"
            yield f"  + {n + 1}: {now[shown]}"


def main(arguments: Sequence[str]) -> int:
    """0 if both revisions make the same of all dumps, 1 if not."""
    parser = argparse.ArgumentParser(prog="python -m tests.same", description=__doc__)
    parser.add_argument("revision")
    parser.add_argument("--explained", action="store_true", help="compare labels, margins and evidence, too")
    parser.add_argument("--installed", action="store_true", help="REV is a Python for which a newssplit is installed")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="the folder of further dumps")
    options = parser.parse_args(arguments)
    other = nullcontext((options.revision, {})) if options.installed else checked_out(options.revision)
    with other as base:
        before, after = both(base, dumps(options.shared), explained=options.explained)
    apart = list(differences(before, after))
    for name, lines in apart[:NAMED]:
        print(name, *lines, sep="\n")
    print(f"{len(before)} dumps, {len(apart)} not the same as {options.revision} has them")
    return bool(apart)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        read_all(*sys.argv[2:4], explained="--explained" in sys.argv)
    else:
        raise SystemExit(main(sys.argv[1:]))
