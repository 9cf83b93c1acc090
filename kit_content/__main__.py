"""`python -m kit_content`: are the activities complete and fit to be taught, and is the interface translated?"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, fields
from pathlib import Path

import click

from kit_content.checks import check_kit
from kit_content.loader import load_kit
from kit_content.readability import formulas_are_run
from kit_content.schema import LANGUAGES, Activity, Completeness
from kit_content.sources import Refused
from kit_content.starting_files import new_activity

school_folder = click.option(
    "--folder",
    type=click.Path(path_type=Path),
    envvar="OPEN_ROADS_KIT",
    help="A folder with the school's own activities (or OPEN_ROADS_KIT), not the kit that ships with Open Roads.",
)


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
        activities = load_kit(extra).activities.values()
        for activity in activities:
            _say_what_is_not_written(activity)
        if not formulas_are_run():
            hint = "Pyphen is not installed; requirements-dev.txt brings it"
            click.echo(f"How easy the words are was checked without a formula: {hint}.", err=True)
        click.echo(f"{len(activities)} activities can be taught, {len(problems)} problems.", err=True)
    sys.exit(1 if problems else 0)


def _say_what_is_not_written(activity: Activity) -> None:
    """No problem: English, or the language the activity was written in first, stands in."""
    for language, name in LANGUAGES.items():
        missing = _missing(activity.completeness(language))
        if missing:
            click.echo(f"{activity.slug}: not written in {name}: {', '.join(missing)}.", err=True)


def _missing(completeness: Completeness) -> list[str]:
    parts = [part.name for part in fields(completeness) if part.name != "reviewed"]
    return [part for part in parts if not getattr(completeness, part)]


@kit.command()
@click.argument("slug")
@click.option("--module", default="career-literacy", show_default=True, help="The module it belongs to.")
@school_folder
def new(slug: str, module: str, folder: Path | None) -> None:
    """Write an activity that can be taught at once, to be filled with your own words."""
    try:
        written = new_activity(slug, folder, module)
    except (Refused, OSError) as refused:
        raise click.ClickException(str(refused)) from None
    for path in written:
        click.echo(str(path))
    if folder is None:
        click.echo(f"Now add “{slug}” to kit_content/modules.toml, and write it in every language.", err=True)
    click.echo("Replace the words, then: python -m kit_content check", err=True)


@kit.command("new-language")
@click.argument("code")
def new_language(code: str) -> None:
    """Write every file that a language needs, English as placeholder, and say what remains to do."""
    try:
        from kit_content import new_languages  # it needs Babel, which only those who change words have
    except ModuleNotFoundError as missing:
        raise click.ClickException(f"{missing.name} is not installed; requirements-dev.txt brings it.") from None
    try:
        language = new_languages.known(code)
        written = new_languages.write(language)
    except (Refused, OSError) as refused:
        raise click.ClickException(str(refused)) from None
    for path in written:
        click.echo(str(path))
    click.echo(f"{len(written)} files written. What remains:", err=True)
    for step in new_languages.what_remains(language):
        click.echo(f"- {step}", err=True)


@kit.command()
@school_folder
def lock(folder: Path | None) -> None:
    """Add every new item, and every new version of one, to the lock of wordings; lines in it never change."""
    from kit_content.asked import renew_lock

    try:
        path, new = renew_lock(folder)
    except (Refused, OSError) as refused:
        raise click.ClickException(str(refused)) from None
    click.echo(f"{path}: {new} added.")


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
