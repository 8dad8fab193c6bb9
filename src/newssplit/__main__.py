"""`newssplit` and `python -m newssplit`."""

from __future__ import annotations

import os
import sys

from newssplit import __version__


def main() -> None:
    """Run the command line; Ctrl-C ends it quietly, at any moment, and a full disk in one line."""
    try:
        _run()
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # whoever read the output went away
        _give_up_output()
        sys.exit(141)
    except OSError as error:
        _give_up_output()
        from newssplit.cli_console import say_unwritable

        say_unwritable(error)
        sys.exit(1)


def show_version() -> None:
    """Print name and version."""
    print("newssplit", __version__)


def _run() -> None:
    if sys.argv[1:] in (["--version"], ["-V"]):  # what scripts ask before all else: not worth loading Typer
        show_version()
        return
    from newssplit.store import use_store

    use_store()
    try:
        _run_command(sys.argv[1:])
    except SystemExit:
        if sys.stdout is not None:
            sys.stdout.flush()
        _keep_patterns()
        raise


def _run_command(arguments: list[str]) -> None:
    from newssplit.cli_plain import is_plain, split_plainly

    if is_plain(arguments):
        split_plainly(arguments[1:])
    from newssplit.cli import app_for

    app_for(arguments)(prog_name="newssplit")


def _keep_patterns() -> None:
    from newssplit.patterns.ready import READY

    if READY.new:
        from newssplit.store_keeping import keep_new

        keep_new()


# What could not be written is not tried once more when the interpreter ends.
def _give_up_output() -> None:
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
