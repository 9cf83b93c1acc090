"""`python -m data …`: what an administrator can do without a browser, beside a running server.

One of the two places (with the pages) where data and kit meet, so the only module here that reads the kit.
Exit codes: 0 done, 1 refused or the data cannot be used, 2 wrong usage, 3 nothing of that name.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from data import backups, checks, cohorts, demo, exports, release, runs, school, staff, texts
from data.clock import today
from data.store import Store, StoreFault, data_folder, the_store
from data.terminal import NOT_FOUND, REFUSED, Fault, json_option, say
from kit_content.loader import load_kit
from kit_content.schema import Activity

_FAULTS: dict[type[Exception], tuple[str, int]] = {
    school.AlreadySetUp: ("A school is already set up here.", REFUSED),
    school.NotAllowed: ("This account may not do that.", REFUSED),
    staff.NameTaken: ("Somebody already has this name.", REFUSED),
    staff.WeakPassphrase: (f"A passphrase needs {staff.PASSPHRASE_MINIMUM} characters or more.", REFUSED),
    runs.ContactMissing: (
        "This activity asks about sensitive things: name the school's contact first (contact set).",
        REFUSED,
    ),
    runs.WrongState: ("The lesson is not in a state that allows this.", REFUSED),
}


@contextmanager
def _open() -> Iterator[Store]:
    """The store, with every fault as one line."""
    try:
        yield the_store()
    except tuple(_FAULTS) as fault:
        raise Fault(*_FAULTS[type(fault)]) from fault
    except StoreFault as fault:
        raise Fault(str(fault)) from fault
    except ValueError as fault:
        raise Fault(f"This value cannot be used: {fault}.") from fault
    except sqlite3.OperationalError as fault:
        raise Fault(f"The data could not be changed just now: {fault}. Nothing was changed.") from fault


def _passphrase() -> str:
    """The first line of standard input: never an argument, which other users of the machine could read."""
    if sys.stdin.isatty():
        return str(click.prompt("Passphrase", hide_input=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")


def _coordinator(store: Store) -> staff.Staff:
    found = checks.first_coordinator(store)
    if found is None:
        raise Fault("No school is set up here yet: start with init.", NOT_FOUND)
    return found


def _person(store: Store, name: str) -> staff.Staff:
    found = staff.staff_named(store, name)
    if found is None:
        raise Fault(f"Nobody here is called {name}.", NOT_FOUND)
    return found


def _class(store: Store, code: str) -> tuple[cohorts.Cohort, staff.Staff]:
    cohort = cohorts.cohort_with_code(store, code)
    teacher = staff.get_staff(store, cohort.teacher_id) if cohort else None
    if cohort is None or teacher is None:
        raise Fault(f"No class has the code {code}.", NOT_FOUND)
    return cohort, teacher


def _kit() -> dict[str, Activity]:
    extra = os.environ.get("OPEN_ROADS_KIT")
    return dict(load_kit(Path(extra) if extra else None).activities)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@json_option
def main() -> None:
    """Look after the data of Open Roads."""


@main.command()
@click.option("--school", "school_name", required=True, help="The school's name.")
@click.option("--country", required=True, help="Two letters, for example GR.")
@click.option("--coordinator", required=True, help="The name of the first account, teacher and coordinator.")
@json_option
def init(school_name: str, country: str, coordinator: str) -> None:
    """Set the school up; the coordinator's passphrase comes on standard input."""
    if len(country) != 2 or not country.isalpha():
        raise Fault("The country is two letters, for example GR.")
    with _open() as store:
        made = school.set_up(
            store, school=school_name, country=country, coordinator=coordinator, passphrase=_passphrase()
        )
    say(f"{school_name} is set up. {made.name} can sign in.", school=school_name, coordinator=made.name)


@main.group()
def contact() -> None:
    """The person learners can turn to."""


@contact.command("set")
@click.option("--name", required=True)
@click.option("--room", required=True)
@click.option("--hours", required=True)
@json_option
def contact_set(name: str, room: str, hours: str) -> None:
    """Name the person learners can turn to, with room and hours; this person has agreed today."""
    with _open() as store:
        school.set_contact(store, _coordinator(store), name=name, room=room, hours=hours)
    say(f"Learners are told: {name}, {room}, {hours}.", name=name, room=room, hours=hours)


@main.group("staff")
def staff_group() -> None:
    """Teachers and coordinators."""


@staff_group.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice(staff.ROLES), required=True)
@json_option
def staff_add(name: str, role: str) -> None:
    """Add a person and print the one-time code for the first sign-in."""
    with _open() as store:
        roles = {role} if role == "teacher" else set(staff.ROLES)
        added, code = staff.add_staff(store, _coordinator(store), name, roles)
    say(f"{added.name} signs in the first time with the code {code}", name=added.name, one_time_code=code)


@staff_group.command("set-passphrase")
@click.argument("name")
@json_option
def staff_set_passphrase(name: str) -> None:
    """Give a person a new passphrase, read from standard input."""
    with _open() as store:
        _person(store, name)
        staff.set_passphrase(store, name, _passphrase())
    say(f"{name} has a new passphrase and is signed out everywhere.", name=name)


@main.group("class")
def class_group() -> None:
    """Classes and their codes."""


@class_group.command("add")
@click.argument("name")
@click.option("--teacher", required=True)
@click.option("--size", type=click.IntRange(1, cohorts.LARGEST_SIZE), required=True)
@json_option
def class_add(name: str, teacher: str, size: int) -> None:
    """Make a class for a teacher; prints its code."""
    with _open() as store:
        cohort = cohorts.make_cohort(store, _person(store, teacher), name=name, size=size)
    say(f"{cohort.name}: code {cohort.code}", name=cohort.name, code=cohort.code, size=cohort.size)


@main.group("run")
def run_group() -> None:
    """Lessons: open the answers, close them, read the totals."""


@run_group.command("open")
@click.argument("code")
@click.argument("slug")
@click.option("--trade", help="The trade whose adverts or cases the wall shows.")
@json_option
def run_open(code: str, slug: str, trade: str | None) -> None:
    """Start the activity SLUG with the class CODE and open its answers at once."""
    activity = _kit().get(slug)
    if activity is None:
        raise Fault(f"The kit has no activity {slug}.", NOT_FOUND)
    reflect = next(place for place, step in enumerate(activity.steps) if step.kind == "reflect")
    with _open() as store:
        cohort, teacher = _class(store, code)
        run = runs.start_run(
            store,
            teacher,
            cohort.id,
            activity=slug,
            activity_version=activity.version,
            items=activity.items,
            trade=trade or (activity.trades[0] if activity.trades else None),
        )
        runs.open_items(store, teacher, run.id, reflect)
    say(f"The answers of {cohort.name} are open.", run=run.id, code=cohort.code, activity=slug, state="reflecting")


def _newest_run(store: Store, code: str) -> tuple[runs.Run, staff.Staff]:
    cohort, teacher = _class(store, code)
    found = runs.list_runs(store, teacher, cohort.id)
    if not found:
        raise Fault(f"{cohort.name} has had no lesson yet.", NOT_FOUND)
    return found[0], teacher


@run_group.command("close")
@click.argument("code")
@json_option
def run_close(code: str) -> None:
    """Close the answers of the class CODE for good."""
    with _open() as store:
        run, teacher = _newest_run(store, code)
        if run.state == "teaching":
            raise Fault("The answers have not been opened yet.")
        runs.close_run(store, teacher, run.id)
        kept = len(release.totals_of_run(store, teacher, run.id))
    outcome = "Its totals are kept." if kept else "Too few had sent, so nothing is kept."
    say(f"The lesson is closed. {outcome}", run=run.id, code=run.code, state="closed", items_kept=kept)


@run_group.command("totals")
@click.argument("code")
@json_option
def run_totals(code: str) -> None:
    """The totals of the newest lesson of the class CODE; empty before the close and under the floor."""
    with _open() as store:
        run, teacher = _newest_run(store, code)
        totals = exports.totals_as_object(release.totals_of_run(store, teacher, run.id))
    lines = [f"{item_id}: {json.dumps(values, ensure_ascii=False)}" for item_id, values in totals.items()]
    say("\n".join(lines) or "There are no totals.", run=run.id, activity=run.activity, state=run.state, totals=totals)


@main.command("demo")
@click.option("--remove", is_flag=True, help="Take the demonstration school away.")
@json_option
def demo_command(remove: bool) -> None:
    """Make a demonstration school with made-up classes and lessons, or take it away."""
    with _open() as store:
        if remove:
            gone = demo.remove_demo(store)
            say("The demonstration school is gone." if gone else "There was no demonstration school.", removed=gone)
            return
        teacher = demo.make_demo(store, {slug: _lesson(activity) for slug, activity in _kit().items()})
        classes = cohorts.list_cohorts(store, teacher)
    codes = {cohort.name: cohort.code for cohort in classes}
    say(f"The demonstration school has {len(codes)} made-up classes.", teacher=teacher.name, classes=codes)


def _lesson(activity: Activity) -> demo.Lesson:
    return activity.version, activity.items, activity.trades[0] if activity.trades else None


@main.command("export")
@click.argument("code")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@json_option
def export_command(code: str, file: Path) -> None:
    """Write the totals of every closed lesson of the class CODE to a CSV file."""
    with _open() as store:
        cohort, teacher = _class(store, code)
        rows = exports.write_totals(store, teacher, cohort.id, file)
    say(f"{rows} rows written to {file}.", file=str(file), rows=rows)


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@json_option
def backup(file: Path) -> None:
    """Write a copy that holds no answer and no text that is not approved."""
    with _open() as store:
        backups.write_backup(store.path, file.absolute())
    say(f"The backup is in {file}.", file=str(file))


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
def restore(file: Path) -> None:
    """Put a backup in place while Open Roads is not running; lessons that were open in it end without totals."""
    try:
        kept = backups.restore_backup(file.absolute(), data_folder())
    except StoreFault as fault:
        raise Fault(str(fault)) from fault
    also = f" What was there before is in {kept}." if kept else ""
    say(f"The backup is in place.{also}", restored=str(file), former=str(kept) if kept else None)


@main.command()
@click.option("--months", type=click.IntRange(1, 24), default=24, show_default=True)
@json_option
def prune(months: int) -> None:
    """Erase lessons older than some months with their totals, and texts nobody approved from earlier days."""
    with _open() as store:
        runs.housekeeping(store)
        gone_texts = texts.erase_unapproved(store, before=today().isoformat())
        gone_runs = release.prune_old_totals(store, months)
    say(f"{gone_runs} lessons and {gone_texts} texts were erased.", runs=gone_runs, texts=gone_texts)


@main.command()
@json_option
def check() -> None:
    """Look whether the data is sound, cleaned after every close, and free of leftovers."""
    with _open() as store:
        findings = checks.findings(store)
    if any(finding.is_fault for finding in findings):
        raise Fault(" ".join(finding.sentence for finding in findings))
    sentences = [finding.sentence for finding in findings]
    say("\n".join(["The data is sound.", *sentences]), status="ok", notes=sentences)


if __name__ == "__main__":
    main(prog_name="python -m data")
