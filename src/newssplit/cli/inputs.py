"""How a command reads issues: what its options come to."""

from __future__ import annotations

from newssplit.batch.profile_files import chosen_profile
from newssplit.batch.stream import InputOptions
from newssplit.cli.console import USAGE, Messages, told
from newssplit.output.finishing import Finish
from newssplit.paths.telling import Naming
from newssplit.profile import Profile

PLAIN = Finish()
UNNAMED = Naming(use="ignore")
"""For what is measured against texts, which have no paths."""


def profile_from(named: str | None, messages: Messages) -> Profile | None:
    """The profile that applies; ends the command where it is not there or holds a mistake."""
    with told(messages, USAGE):
        found = chosen_profile(named)
    if found is None:
        return None
    profile, path = found
    if profile == Profile():  # a file that holds options alone
        return None
    messages.note(f"{path}: profile: {profile.summary()}")
    return profile


def reading(
    encoding: str | None,
    errors: str,
    profile: str | None,
    messages: Messages,
    keep_duplicates: bool = False,
    finish: Finish = PLAIN,
    naming: Naming = UNNAMED,
) -> InputOptions:
    """How a command reads issues; one that only shows them keeps no duplicates and finishes nothing."""
    return InputOptions(encoding, errors, profile_from(profile, messages), keep_duplicates, finish, naming)
