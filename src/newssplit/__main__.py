"""`newssplit` and `python -m newssplit`."""

from __future__ import annotations

import os
import sys

from newssplit import TYPE_CHECKING, version

if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> None:
    """Run the command line; Ctrl-C ends it quietly, at any moment, and a full disk in one line."""
    try:
        _run()
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # whoever read the output went away
        from newssplit.cli.console import give_up

        give_up(sys.stdout)
        sys.exit(141)
    except OSError as error:
        from newssplit.cli.console import give_up, say_unwritable

        give_up(sys.stdout)
        say_unwritable(error)
        sys.exit(1)


def _run() -> None:
    if sys.argv[1:] in (["--version"], ["-V"]):  # what scripts ask before all else: not worth loading Typer
        print("newssplit", version())
        return
    from newssplit.cli.plain import is_plain, split_plainly
    from newssplit.store import use_store

    use_store()
    if is_plain(sys.argv[1:]):
        _to_its_end(lambda: split_plainly(sys.argv[2:]), at_once=True)
    from newssplit.cli.commands import app_for

    _to_its_end(lambda: app_for(sys.argv[1:])(prog_name="newssplit"))


def _to_its_end(command: Callable[[], object], *, at_once: bool = False) -> None:
    try:
        command()
    except SystemExit as ending:
        if sys.stdout is not None:
            sys.stdout.flush()
        _keep_patterns()
        if at_once:
            _end_at_once(ending.code)
        raise


def _keep_patterns() -> None:
    from newssplit.patterns.ready import READY

    if READY.new:
        from newssplit.store_keeping import keep_new

        keep_new()


def _end_at_once(code: object) -> None:
    """End here, without taking apart what is loaded, which takes a tenth of the time of a page; not where anybody waits
    for the end: has registered something for it, follows the program, or wants to look at it then."""
    import atexit

    waiting = getattr(atexit, "_ncallbacks", lambda: 1)() or sys.getprofile() or sys.gettrace() or sys.flags.inspect
    if isinstance(code, int) and not waiting:
        if sys.stderr is not None:
            sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
