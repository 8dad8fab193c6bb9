"""What stands for options that a command line does not give: the environment, and newssplit.toml here or the user's."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import typer

from newssplit.errors import ProfileError
from newssplit.light import NamedTuple
from newssplit.settings import FILE, KEY, KEYS, option_problems, variable

COMMANDS = ("split", "batch", "preview", "explain", "report", "review", "annotate", "eval")
"""Those that read issues."""
YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


class Setting(NamedTuple):
    """The value of an option, and where it is said."""

    value: Any
    place: str


def settings_of(command: Any, environment: Mapping[str, str] = os.environ) -> dict[str, Setting]:
    """For the parameters of a command what is set, by their names; ProfileError where a file has a mistake."""
    if command.name not in COMMANDS:
        return {}
    files = {**_in_file(_user_file(), whole=True), **_in_file(FILE, whole=False)}
    found = dict[str, Setting]()
    for option in command.params:
        key = max(getattr(option, "opts", ()), key=len, default="").removeprefix("--")
        if key not in KEYS or (key == "format" and command.name == "review"):  # for people or for programs
            continue
        if said := environment.get(variable(key)):
            found[option.name] = Setting(_from_text(option, said, variable(key)), variable(key))
        elif key in files:
            found[option.name] = _checked(option, files[key])
    return found


def _user_file() -> str:
    from newssplit.batch.profile_files import user_folder

    return str(user_folder() / FILE)


def _in_file(path: str, *, whole: bool) -> dict[str, Setting]:
    """The options in a file, if it is there; `whole` says that it is to hold nothing else."""
    if not os.path.isfile(path):
        return {}
    from newssplit.batch.inputs import printable
    from newssplit.batch.profile_files import profile_text
    from newssplit.profile_lines import line_of
    from newssplit.profile_toml import toml_of

    text, name = profile_text(path), printable(path)
    data = toml_of(text, name)
    problems = list(option_problems(data.get(KEY, {})))
    if whole:
        problems += [((key,), f"there is no key {key} in this file", f"only [{KEY}]") for key in data if key != KEY]
    for where, problem, remedy in problems:
        raise ProfileError(problem, path=name, place=str(line_of(text, *where)), remedy=remedy)
    said = data.get(KEY, {}).items()
    options = {key: Setting(value, f"{name}:{line_of(text, KEY, key)}: {key}") for key, value in said}
    if whole and os.path.isfile(FILE):
        options.pop("profile", None)  # the working folder has its own
    return options


def _checked(option: Any, said: Setting) -> Setting:
    """The setting as the option takes it from a command line."""
    value, flag = said.value, option.is_flag
    if flag != isinstance(value, bool) or (isinstance(value, list) and not option.multiple):
        problem = f"{said.place} is not true or false" if flag else f"{said.place} is not a string or a number"
        raise ProfileError(problem, remedy="correct it")
    if flag or isinstance(value, list):
        return said
    return said._replace(value=[str(value)] if option.multiple else str(value))


def _from_text(option: Any, text: str, place: str) -> Any:
    if not option.is_flag:
        return [text] if option.multiple else text
    if text.lower() not in (*YES, *NO):
        raise ProfileError(f"{place}: {text!r} is neither of {YES[0]} and {NO[0]}", remedy="correct it")
    return text.lower() in YES


def place_of(error: Any) -> str | None:
    """Where the value stands that an error is about, if the command line did not give it."""
    if not (isinstance(error, typer.BadParameter) and error.ctx is not None and error.param is not None):
        return None
    set_ = error.ctx.meta.get(KEY, {}).get(error.param.name)
    source = error.ctx.get_parameter_source(error.param.name or "")
    return set_.place if set_ is not None and source is not None and source.name == "DEFAULT_MAP" else None
