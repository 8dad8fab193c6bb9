"""`newssplit profiles`: what profiles there are, what they say, and whether they say it right."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from newssplit.cli.app import App
from newssplit.cli.console import FAILED, USAGE, Messages, quiet_ending, standard_output, told
from newssplit.cli.reading import profile_names
from newssplit.errors import NewssplitError, OutputError
from newssplit.model import counted
from newssplit.output.streams import is_stream
from newssplit.show.visible import visible

profiles = App(
    no_args_is_help=True,
    help="Teach newssplit the words of a paper: its columns, its names for itself, its notices.",
    epilog="Example: newssplit profiles new newssplit.toml",
)

ProfileFile = Annotated[str, typer.Argument(metavar="FILE", help="The profile, a TOML file.")]


@profiles.command("list", epilog="Example: newssplit profiles list")
def list_() -> None:
    """List the profiles in the working folder and in the user's folder.

    Each with the name that --profile takes, how many words it adds and removes, how many carriers it describes, its
    file and its newspaper.
    """
    from newssplit.batch.inputs import printable
    from newssplit.batch.profile_files import LOCAL, known_profiles, load_profile

    messages = Messages()
    places = [("-", LOCAL)] if os.path.isfile(LOCAL) else []
    places += [(path.stem, str(path)) for path in known_profiles()]
    with quiet_ending(), told(messages, FAILED), standard_output() as stream:
        for name, path in places:
            try:
                profile = load_profile(path)
            except NewssplitError as error:
                messages.failed(error)
                continue
            counts = f"+{profile.count('add')} -{profile.count('remove')}"
            described = f"+{counted(len(profile.carriers), 'carrier')}" if profile.carriers else None
            line = "  ".join(filter(None, (name, counts, described, printable(path), profile.newspaper)))
            stream.write(visible(line) + "\n")
    raise typer.Exit(FAILED if messages.failures else 0)


@profiles.command(epilog="Example: newssplit profiles show jiangcheng")
def show(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help="A profile, by name or file.", show_default=False, autocompletion=profile_names
        ),
    ] = None,
) -> None:
    """Show what a profile adds, removes and describes; without a name, the vocabulary that it can change."""
    from newssplit.batch.profile_files import chosen_profile

    messages = Messages()
    with quiet_ending():
        with told(messages, USAGE):
            found = chosen_profile(name) if name is not None else None
        with told(messages, FAILED), standard_output() as stream:
            if found is None:
                stream.write(_packaged("vocabulary.toml"))
                return
            profile, _ = found
            for said in filter(None, (profile.name, profile.newspaper, profile.description)):
                stream.write(f"# {visible(said)}\n")
            for edit in profile.edits:
                sign = "+" if edit.action == "add" else "-"
                stream.write(f"{sign} {edit.table}.{edit.key}: {visible(' '.join(edit.words))}\n")
            for carrier in profile.carriers:
                line = " ".join(filter(None, (f"+ carriers: {carrier.name}", carrier.title)))
                stream.write(visible(line) + "\n")


@profiles.command(epilog="Example: newssplit profiles check my.toml")
def check(file: ProfileFile) -> None:
    """Check a profile for mistakes, and report each with its line and what is allowed.

    Exits with 0 when there are none, 2 when there are.
    """
    from newssplit.batch.inputs import printable
    from newssplit.batch.profile_files import load_profile, profile_text
    from newssplit.profiles import mistakes

    messages = Messages()
    with quiet_ending(), told(messages, USAGE):
        found = mistakes(profile_text(file), path=printable(file))
        for mistake in found:
            messages.failed(mistake)
        if found:
            raise typer.Exit(USAGE)
        profile = load_profile(file)
        with standard_output() as stream:
            stream.write(f"{visible(printable(file))}: {profile.summary()}\n")


@profiles.command(epilog="Example: newssplit profiles new newssplit.toml")
def new(
    file: ProfileFile,
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")] = False,
) -> None:
    """Write a profile to start from: every list that can be changed, with an example, all commented out."""
    from newssplit.output.atomic import replacing

    with quiet_ending(), told(Messages(), USAGE):
        if Path(file).exists() and not is_stream(file) and not force:
            raise OutputError("already exists", path=file, remedy="to overwrite it: --force")
        with replacing(file) as stream:
            stream.write(_packaged("profile.toml"))


def _packaged(name: str) -> str:
    from importlib import resources

    return resources.files("newssplit").joinpath("data", name).read_text("utf-8")
