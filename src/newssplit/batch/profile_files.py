"""Where profiles are: a file that is named, one in the user's folder, or newssplit.toml in the working folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from newssplit.batch.inputs import input_errors, printable
from newssplit.errors import ProfileError
from newssplit.files.bounded import blocks_of, gathered
from newssplit.limits import LARGEST_PROFILE
from newssplit.profile import Profile
from newssplit.settings import FILE, folder_of_user

if TYPE_CHECKING:
    from pathlib import Path

LOCAL = FILE
"""In the working folder: used where no profile is named."""
NONE = "none"
"""Names no profile at all."""
ENDING = ".toml"


def user_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of the user's profiles."""
    from pathlib import Path  # of no use to who has no profile

    return Path(folder_of_user(environment))


def chosen_profile(named: str | None) -> tuple[Profile, str] | None:
    """The profile that `--profile` names, or that of the working folder, with its path; None where there is none.

    Raises ProfileError where it is not to be found or holds a mistake, InputError where it cannot be read.
    """
    path = profile_path(named)
    return (load_profile(path), path) if path else None


def profile_path(named: str | None) -> str | None:
    """The file of a profile: a path, or the name of one in the user's folder. ProfileError where there is none."""
    if named is None:
        return LOCAL if os.path.isfile(LOCAL) else None
    if named == NONE:
        return None
    in_folder = user_folder() / f"{named}{ENDING}"
    if not _is_path(named) and in_folder.is_file():
        return str(in_folder)
    if _is_path(named) or os.path.exists(named):
        return named
    known = ", ".join(path.stem for path in known_profiles())
    remedy = f"name a file, or one of: {known}" if known else f"name a file, or put {in_folder.name} there"
    raise ProfileError(f"there is no profile {named} in {printable(str(user_folder()))}", remedy=remedy)


def load_profile(path: str) -> Profile:
    """Read a profile; ProfileError where it holds a mistake, InputError where it cannot be read."""
    from newssplit.profiles import read_profile  # of no use to who has no profile

    return read_profile(profile_text(path), path=printable(path))


def profile_text(path: str) -> str:
    """The text of a profile, whose encoding is UTF-8; ProfileError or InputError where it has none."""
    with input_errors(path), open(path, "rb") as stream:
        remedy = "keep the words that the paper prints"
        data = gathered(blocks_of(stream), printable(path), most=LARGEST_PROFILE, remedy=remedy)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = str(data.count(b"\n", 0, error.start) + 1)
        raise ProfileError("is not UTF-8", path=printable(path), place=line, remedy="save it as UTF-8") from None


def known_profiles() -> Iterator[Path]:
    """The files in the user's folder, by name, without the one that holds the user's options."""
    yield from sorted(path for path in user_folder().glob(f"*{ENDING}") if path.name != FILE)


def _is_path(named: str) -> bool:
    return named.endswith(ENDING) or os.sep in named
