"""The command that says where a look gains most: review."""

from __future__ import annotations

from typing import Annotated

import typer

from newssplit.cli.console import FAILED, Messages, print_json, quiet_ending, told
from newssplit.cli.inputs import reading
from newssplit.cli.options import Encoding, Errors, Files, Quiet, Verbose, inputs
from newssplit.cli.paging import Pager, Width, paged
from newssplit.cli.reading import Date, FromPath, Newspaper, PageNumber, PathPatterns, ProfileOption, naming_of, one_of
from newssplit.cli.show import each_opened

SHAPES = ("text", "json")


def review(
    files: Files = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="At most so many articles.")] = 20,
    shape: Annotated[
        str, typer.Option("--format", "-f", **one_of(SHAPES), help="For people, or for programs.")
    ] = "text",
    width: Width = None,
    pager: Pager = True,
    profile: ProfileOption = None,
    newspaper: Newspaper = None,
    date: Date = None,
    page: PageNumber = None,
    path_pattern: PathPatterns = None,
    from_path: FromPath = "fill",
    encoding: Encoding = None,
    errors: Errors = "strict",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List the articles of many issues that a look gains most at, the least sure first.

    Each has the line on which its readings part, and the two readings with their shares. Corrections go into an
    annotated issue, see newssplit annotate.
    """
    messages = Messages(quiet, verbose)
    naming = naming_of(newspaper, date, page, path_pattern, from_path)
    with quiet_ending():
        paths = inputs(files)
        with told(messages, FAILED):
            from newssplit.show.review import as_data, queue, shown

            found = queue(
                each_opened(paths, reading(encoding, errors, profile, messages, naming=naming), messages), limit
            )
            if shape == "json":
                print_json(as_data(found))
            else:
                paged(lambda columns: shown(found, columns), width, pager)
    raise typer.Exit(FAILED if messages.failures else 0)
