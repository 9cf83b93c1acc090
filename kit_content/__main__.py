"""`python -m kit_content`: are the activities complete and fit to be taught, and is the interface translated?"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from kit_content.checks import check_kit
from kit_content.loader import load_kit


@click.group()
def kit() -> None:
    """Look after the kit's activities and the interface's translations."""


@kit.command()
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
@click.option(
    "--extra",
    type=click.Path(path_type=Path),
    envvar="OPEN_ROADS_KIT",
    help="A folder with the school's own activities, checked in the same way (or OPEN_ROADS_KIT).",
)
def check(as_json: bool, extra: Path | None) -> None:
    """List every problem with its file and line; exit code 1 when there is one."""
    problems = check_kit(extra)
    if as_json:
        click.echo(json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            click.echo(str(problem))
        loaded = len(load_kit(extra).activities)
        click.echo(f"{loaded} activities can be taught, {len(problems)} problems.", err=True)
    sys.exit(1 if problems else 0)


@kit.command()
def words() -> None:
    """Collect the interface's words, bring every language's catalogue up to date and compile it."""
    from kit_content import catalogues  # it needs Babel, which only those who change words have

    for language, messages in catalogues.renew().items():
        click.echo(f"{catalogues.po_file(language).relative_to(catalogues.ROOT)}: {len(messages)} to translate.")
        for message in messages:
            click.echo(f"  {message.id if isinstance(message.id, str) else message.id[0]}")


if __name__ == "__main__":
    kit(prog_name="python -m kit_content")
