"""The commands that write articles: split, schema."""

from __future__ import annotations

from newssplit.cli.console import FAILED, Messages, print_json, quiet_ending, told
from newssplit.cli.options import (
    Append,
    Encoding,
    Errors,
    Excel,
    Files,
    FormatOption,
    OutDir,
    Output,
    Quiet,
    TextOut,
    Verbose,
    inputs,
)
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
from newssplit.cli.splitting import Asked, split_issues
from newssplit.output.streams import STDOUT


def split(
    files: Files = None,
    form: FormatOption = None,
    output: Output = STDOUT,
    append: Append = False,
    out_dir: OutDir = None,
    excel: Excel = False,
    text_out: TextOut = None,
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
    verbose: Verbose = False,
) -> None:
    """Split issues into articles and print them.

    Exits with 0 if all went well, 1 if an input failed (the others are done), 2 if the command itself is wrong.
    """
    finish = finish_of(to, punctuation, min_confidence, low)
    naming = naming_of(newspaper, date, page, path_pattern, from_path)
    asked = Asked(inputs(files), form, output, append, out_dir, excel, text_out, profile, finish, naming)
    split_issues(
        asked._replace(keep_duplicates=keep_duplicates, encoding=encoding, errors=errors, quiet=quiet, verbose=verbose)
    )


def schema() -> None:
    """Print the JSON Schema of an article as --format json writes it."""
    from newssplit.output.schema import article_schema

    with quiet_ending(), told(Messages(), FAILED):
        print_json(article_schema())
