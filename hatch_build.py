"""Makes the compiled wheel, where NEWSSPLIT_COMPILED=1 asks for it: mypyc turns the modules of the core into C.

Every module stays in the wheel as source, too. Python takes the compiled one, which stands beside it; tracebacks and
the tests read the source. Without the variable, and in editable installs, nothing here has an effect.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SWITCH = "NEWSSPLIT_COMPILED"
NEEDED = ["mypy[mypyc]>=1.18", "setuptools>=77", "types-regex"]
"""What the compiled wheel alone is made with; mypyc 1.18 is the first for Python 3.14."""
SOURCE = Path("src", "newssplit")
GROUP = "newssplit"
"""All modules are in one library, `newssplit__mypyc`, so that calls between them are calls of C."""
NO_COMPILER = (
    f"newssplit: the compiled wheel needs a C compiler with Python's header files ({{error}}); install them (Debian: "
    "build-essential and python3-dev, macOS: xcode-select --install, Windows: Build Tools for Visual Studio), or "
    f"leave out {SWITCH} to get the interpreted wheel, which gives the same results"
)


class CompiledWheel(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the compiled modules to a wheel."""

    def dependencies(self) -> list[str]:
        """What the build needs besides hatchling."""
        return NEEDED if self._asked() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, before the wheel is put together."""
        if not self._asked() or version == "editable":
            return
        place = Path(self.root, "build")  # on Windows the compiler wants all on one drive
        place.mkdir(exist_ok=True)
        self._folder = TemporaryDirectory(dir=place)
        folder = Path(self._folder.name)
        for built in _build(folder, modules(self.config["compiled"], self.config["interpreted"])):
            build_data["force_include"][str(built)] = built.relative_to(folder / "lib").as_posix()
        build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """The wheel is there: what it was made of can go."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()

    def _asked(self) -> bool:
        return self.target_name == "wheel" and os.environ.get(SWITCH, "0") not in ("", "0")


def modules(packages: Sequence[str], interpreted: Sequence[str]) -> list[str]:
    """The sources of some packages, without those that stay interpreted."""
    found = [path for package in packages for path in (SOURCE / package).rglob("*.py") if path.name != "__init__.py"]
    return sorted(str(path) for path in found if path.relative_to(SOURCE).as_posix() not in interpreted)


def _build(folder: Path, sources: Sequence[str]) -> list[Path]:
    """The libraries that mypyc and the C compiler make, in `folder`/lib where they will be in site-packages."""
    _compile(folder, _nothing(folder))  # in a second it shows whether there is a compiler, mypyc takes half a minute
    from mypyc.build import mypycify

    # what other modules are made of is `make check`'s to look at, in an environment that has it all
    options = ["--config-file=", f"--cache-dir={folder / 'cache'}"]
    options += ["--follow-imports=silent", "--ignore-missing-imports", *sources]
    # a file of C for each module, as one for all takes the compiler twice as long
    how = {"opt_level": "2", "debug_level": "0", "multi_file": True}
    return _compile(folder, mypycify(options, target_dir=str(folder), group_name=GROUP, **how))


def _nothing(folder: Path) -> Sequence[Any]:
    from setuptools import Extension

    source = folder / "nothing.c"
    source.write_text("#include <Python.h>\nPyMODINIT_FUNC PyInit_nothing(void) { return NULL; }\n")
    return [Extension("nothing", [str(source)])]


def _compile(folder: Path, extensions: Sequence[Any]) -> list[Path]:
    from setuptools import Distribution, errors

    command: Any = Distribution({"name": GROUP, "ext_modules": extensions}).get_command_obj("build_ext")
    command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "temp")
    command.parallel = os.cpu_count()
    command.ensure_finalized()
    try:
        command.run()
    except (errors.BaseError, errors.CCompilerError) as error:
        raise SystemExit(NO_COMPILER.format(error=error)) from None
    return [Path(path) for path in command.get_outputs()]
