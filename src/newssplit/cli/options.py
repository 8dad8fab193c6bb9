"""The options that several commands share, and the table of formats as Typer sees it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from newssplit.batch.inputs import STDIN
from newssplit.output.formats import FORMATS, Format


def _format_named(name: str) -> Format:
    if name not in FORMATS:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(FORMATS)}.")
    return FORMATS[name]


def _format_names(incomplete: str) -> list[str]:
    return [name for name in FORMATS if name.startswith(incomplete)]


def _errors_named(name: str) -> str:
    if name not in ("strict", "replace"):
        raise typer.BadParameter(f"{name!r} is neither strict nor replace.")
    return name


def _encoding_named(name: str) -> str:
    try:
        b"a\xff".decode(name, "replace")  # what fails here is for the names of hosts, and can replace nothing
    except (LookupError, UnicodeError):
        raise typer.BadParameter(f"{name!r} is not an encoding; try utf-8, gb18030, big5 or utf-16.") from None
    return name


_FORMATS_EXPLAINED = ", ".join(f"{form.name}: {form.summary}" for form in FORMATS.values())

Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE]...", help="Issues to read; - is standard input.", show_default=False),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        parser=_format_named,
        autocompletion=_format_names,
        metavar="|".join(FORMATS),
        help=f"{_FORMATS_EXPLAINED}; json unless the extension of --output says otherwise.",
        show_default=False,
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE, whole or not at all, instead of to standard output.",
        show_default=False,
    ),
]
Excel = Annotated[
    bool, typer.Option("--excel", help="Write csv or tsv so that Excel shows Chinese and runs no cell as a formula.")
]
Append = Annotated[
    bool,
    typer.Option(
        "--append",
        help="Add to the SQLite database that --output names. Articles of an input replace those that it has from the "
        "same input.",
    ),
]
OutDir = Annotated[
    str | None,
    typer.Option(metavar="DIR", help="Write each article to a file of its own in DIR.", show_default=False),
]
TextOut = Annotated[
    str | None,
    typer.Option(
        "--text-out",
        metavar="FILE|DIR",
        help="Keep the text as it was read, which all offsets refer to, in FILE; of several inputs, in the folder DIR.",
        show_default=False,
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        parser=_encoding_named,
        autocompletion=lambda: ["utf-8", "gb18030", "big5", "big5hkscs", "utf-16"],
        metavar="NAME",
        help="Read the input as NAME (utf-8, gb18030, big5 …) instead of detecting its encoding.",
        show_default=False,
    ),
]
Errors = Annotated[
    str,
    typer.Option(
        parser=_errors_named,
        autocompletion=lambda: ["strict", "replace"],
        metavar="strict|replace",
        help="Bytes that are not text: refuse the file, or put U+FFFD in their place and count them.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No warnings; errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Also say how each file was read.")]


def inputs(files: list[str] | None) -> list[str]:
    """The inputs named, or standard input where something is piped in; a usage mistake otherwise."""
    if files:
        if STDIN in files and sys.stdin is None:
            raise typer.BadParameter("standard input is closed.", param_hint="FILE")
        return files
    if sys.stdin is None or sys.stdin.isatty():
        raise typer.BadParameter("name a FILE, or pipe an issue in.", param_hint="FILE")
    return [STDIN]
