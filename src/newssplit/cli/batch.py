"""`newssplit batch`: its options, its console, its exit codes."""

from __future__ import annotations

from typing import Annotated

import typer

from newssplit.batch.limits import MOST_RATIO, Limits, bytes_of
from newssplit.cli.batch_run import listed, pool_of, progress_of
from newssplit.cli.console import FAILED, USAGE, Messages, quiet_ending
from newssplit.cli.inputs import reading
from newssplit.cli.options import Encoding, Errors, FormatOption
from newssplit.cli.reading import (
    Date,
    FromPath,
    KeepDuplicates,
    LowOption,
    MinConfidence,
    Newspaper,
    PageNumber,
    PathPatterns,
    ProfileOption,
    Punctuation,
    To,
    finish_of,
    naming_of,
)
from newssplit.errors import NewssplitError, NothingToDo
from newssplit.limits import LARGEST_INPUT, amount

LARGEST = amount(LARGEST_INPUT)


def _size(text: str) -> int:
    try:
        return bytes_of(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a size; try 500M or 2G.") from None


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if not seconds >= 0:  # NaN is neither
        raise typer.BadParameter(f"{text!r} is not a number of seconds.")
    return seconds


Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[INPUT]...", help="Issues, folders of them, zip, tar and WARC archives.", show_default=False
    ),
]
Out = Annotated[str, typer.Option(metavar="DIR", help="The folder for outputs, manifest and failures.jsonl; required.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, metavar="N", help="Worker processes; all processors unless given."),
]
Globs = Annotated[
    list[str] | None,
    typer.Option(
        "--glob",
        metavar="PATTERN",
        help="Names that are read in folders and archives, or paths if there is a / in it; unless given, those of "
        "texts, web pages, PDF and DOCX, and in addition to these behind a +. Repeatable.",
        show_default=False,
    ),
]
FilesFrom = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="Read more inputs from FILE, one path per line or separated by NUL bytes; - is standard input.",
    ),
]
Nul = Annotated[
    bool, typer.Option("--null", "-0", help="The list is separated by NUL bytes, even if it holds only one path.")
]
Base = Annotated[
    str | None,
    typer.Option(metavar="DIR", help="Name outputs by their inputs' paths below DIR.", show_default=False),
]
Resume = Annotated[
    bool,
    typer.Option(
        "--resume/--fresh",
        help="Convert only what is new, changed or failed since the last run, or everything again.",
    ),
]
FailFast = Annotated[bool, typer.Option("--fail-fast", help="Stop at the first input that fails.")]
Combine = Annotated[
    bool,
    typer.Option("--combine", help="One file of all articles; for parquet a dataset by newspaper and year."),
]
Stories = Annotated[
    bool,
    typer.Option("--stories", help="Give articles that print the same wire story one `story` id (extra `stories`)."),
]
Halves = Annotated[
    bool, typer.Option("--halves/--no-halves", help="Join articles that continue in another file (下转, 上接).")
]
Prune = Annotated[bool, typer.Option("--prune", help="Remove outputs whose inputs are no longer among the INPUTs.")]
ManifestOption = Annotated[
    str | None,
    typer.Option("--manifest", metavar="FILE", help="Keep the manifest here instead of in --out.", show_default=False),
]
Scheduler = Annotated[
    str | None,
    typer.Option(metavar="URL", help="Work on the Dask cluster at URL, tcp://host:8786 (extra `dask`)."),
]
MaxSize = Annotated[
    int,
    typer.Option(
        parser=_size,
        metavar="SIZE",
        help="Refuse inputs, and members of archives, that are larger: 500M, 2G; 0 for any size.",
    ),
]
MaxRatio = Annotated[
    int,
    typer.Option(min=0, metavar="N", help="Refuse what unpacks to more than N times its size; 0 for any."),
]
TextFolder = Annotated[
    str | None,
    typer.Option(
        "--text-out",
        metavar="DIR",
        help="Keep the text of each input as it was read, which all offsets refer to, in DIR.",
        show_default=False,
    ),
]
Timeout = Annotated[
    float | None,
    typer.Option(
        parser=_seconds,
        metavar="SECONDS",
        help="Give up on an input after this time; unless given, two minutes plus two for each megabyte. 0 for never.",
        show_default=False,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Report only failures.")]
LogJson = Annotated[bool, typer.Option("--log-json", help="Report in JSON, one object per line.")]


def batch(
    inputs: Inputs = None,
    out: Out = "",
    form: FormatOption = None,
    jobs: Jobs = None,
    globs: Globs = None,
    files_from: FilesFrom = None,
    null: Nul = False,
    base: Base = None,
    resume: Resume = True,
    fail_fast: FailFast = False,
    combine: Combine = False,
    stories: Stories = False,
    halves: Halves = True,
    prune: Prune = False,
    text_out: TextFolder = None,
    manifest: ManifestOption = None,
    scheduler: Scheduler = None,
    max_size: MaxSize = LARGEST,  # type: ignore[assignment]  # the parser makes a number of it
    max_ratio: MaxRatio = MOST_RATIO,
    timeout: Timeout = None,
    profile: ProfileOption = None,
    to: To = None,
    punctuation: Punctuation = "asis",
    min_confidence: MinConfidence = None,
    low: LowOption = None,
    keep_duplicates: KeepDuplicates = False,
    newspaper: Newspaper = None,
    date: Date = None,
    page: PageNumber = None,
    path_pattern: PathPatterns = None,
    from_path: FromPath = "fill",
    encoding: Encoding = None,
    errors: Errors = "strict",
    quiet: Quiet = False,
    log_json: LogJson = False,
) -> None:
    """Convert many issues, and report exactly what happened.

    The outputs mirror the input folders, one per issue. A manifest in DIR records what is done, so after an
    interruption the same command continues. Exits with 0 if all went well, 1 if some inputs failed (see
    failures.jsonl in DIR; the others are done), 2 if the command itself is wrong or finds nothing to convert.
    """
    from newssplit.batch.names import FAILURES
    from newssplit.batch.plan import Plan
    from newssplit.batch.run import run
    from newssplit.batch.sources import Selection
    from newssplit.batch.storage import joined

    _need(out, inputs or files_from)
    finish = finish_of(to, punctuation, min_confidence, low)
    naming = naming_of(newspaper, date, page, path_pattern, from_path)
    plan = Plan(
        out=out.removeprefix("file://"),
        form=form.name if form else "json",
        reading=reading(encoding, errors, profile, Messages(), keep_duplicates, finish, naming),
        selection=Selection(tuple(globs or ()), out, base, text_out),
        limits=Limits(max_size, max_ratio, timeout),
        fresh=not resume,
        fail_fast=fail_fast,
        combine=combine,
        stories=stories,
        halves=halves,
        prune=prune,
        text_out=text_out,
        manifest=manifest,
    )
    named, alone = inputs or [], len(inputs or []) == 1 and files_from is None
    progress = progress_of(quiet, log_json)
    with quiet_ending():
        try:
            with pool_of(jobs, scheduler) as pool, progress:
                tally = run(plan, listed(named, files_from, null), progress, pool, alone=alone)
        except KeyboardInterrupt:
            progress.interrupted()
            raise
        except NewssplitError as error:
            progress.broken(error)
            raise typer.Exit(USAGE if isinstance(error, NothingToDo) else FAILED) from None
        progress.ended(tally, joined(plan.out, FAILURES))
    raise typer.Exit(FAILED if tally.failed or tally.stopped else 0)


def _need(out: str, inputs: list[str] | str | None) -> None:
    """Raise BadParameter where the command line does not say what there is to do."""
    if not out:
        raise typer.BadParameter("say where the outputs go.", param_hint="--out")
    if not inputs:
        raise typer.BadParameter("name an INPUT, or a list of them: --files-from.", param_hint="INPUT")
