"""`newssplit` and `python -m newssplit`."""

from __future__ import annotations

import sys

from newssplit import __version__


def main() -> None:
    """Run the command line; Ctrl-C ends it quietly, at any moment."""
    try:
        if sys.argv[1:] in (["--version"], ["-V"]):  # what scripts ask before all else: not worth loading Typer
            show_version()
            return
        from newssplit.cli import app_for

        app_for(sys.argv[1:])(prog_name="newssplit")
    except KeyboardInterrupt:
        sys.exit(130)


def show_version() -> None:
    """Print name and version."""
    print("newssplit", __version__)


if __name__ == "__main__":
    main()
