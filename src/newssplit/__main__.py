"""`newssplit` and `python -m newssplit`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; Ctrl-C ends it quietly, at any moment."""
    try:
        from newssplit.cli import app

        app(prog_name="newssplit")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
