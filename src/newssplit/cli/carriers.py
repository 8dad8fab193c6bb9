"""`newssplit carriers`: the tools whose way of writing records is known by name."""

from __future__ import annotations

from typing import Annotated

import typer

from newssplit.cli.console import FAILED, USAGE, Messages, print_json, quiet_ending, told
from newssplit.cli.inputs import profile_from
from newssplit.cli.paging import Pager, Width, paged
from newssplit.cli.reading import ProfileOption, one_of


def _names(incomplete: str) -> list[str]:
    from newssplit.reading.carriers.described import packaged_carriers

    return [carrier.name for carrier in packaged_carriers() if carrier.name.startswith(incomplete)]


def carriers(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...", help="Carriers to show in full.", show_default=False, autocompletion=_names
        ),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", "-f", **one_of(("text", "json")), help="For people, or as JSON.")
    ] = "text",
    width: Width = None,
    pager: Pager = True,
    profile: ProfileOption = None,
) -> None:
    """List the tools whose records are known by name, each with a sample; or show some in full.

    What a tool repeats is found in any dump, whether the tool is in this list or not. A profile can add tools.
    """
    from newssplit.profile import lexicon_of
    from newssplit.reading.carriers.described import carriers as known_carriers

    messages = Messages()
    with quiet_ending():
        known = known_carriers(lexicon_of(profile_from(profile, messages)))
        from newssplit.show.carrier_list import carrier_card, carrier_table, carriers_data, named_carriers

        with told(messages, USAGE):
            chosen = named_carriers(names or [], known)
        with told(messages, FAILED):
            if form == "json":
                print_json(carriers_data(chosen))
            elif names:
                paged(lambda columns: (row for one in chosen for row in carrier_card(one, columns)), width, pager)
            else:
                paged(lambda columns: carrier_table(chosen, columns), width, pager)
