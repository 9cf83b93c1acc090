"""A small activity of a school's own, complete in three languages, that each test breaks in one place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kit_content import Kit, Problem
from kit_content.asked import renew_lock
from kit_content.checks import check_kit
from kit_content.loader import KIT_FOLDER, read_kit

SLUG = "paint-a-door"

STRUCTURE = """\
slug = "paint-a-door"
version = 1
module = "career-literacy"
short_path = false
minutes = 30
age = "15+"
sensitivity = 1
licence = "CC-BY-4.0"
trades = ["metal", "care"]

[codes]
lifecomp = ["L2", "S3"]
cms = ["CM"]
cdi = ["explore"]
casel = ["social awareness"]
entrecomp = []

[[steps]]
id = "look"
kind = "exhibit"
minutes = 10
timer = 240
exhibit = "door"

[[steps]]
id = "join"
kind = "join"
minutes = 5

[[steps]]
id = "reflect"
kind = "reflect"
minutes = 10

[[steps]]
id = "reveal"
kind = "reveal"
minutes = 5

[[items]]
id = "kinds_known"
kind = "then_now"
scale = "not_yet_yes_clearly"

[[items]]
id = "surprised_by"
kind = "multiple_choice"
options = ["colour", "hinges"]
version = 2

[[items]]
id = "one_wish"
kind = "text"
sensitive = true

[[items]]
use = "how_was_this"
"""

# The words are English in every file; the language in front tells the texts apart.
WORDING = """\
reviewed = false
title = "{0} Paint a door"
aim = "{0} Paint it well."
outcomes = ["{0} I can paint."]
materials = ["{0} a door", "{0} paint"]
talk_question = "{0} Which colour?"
charted = "{0} kinds"
private = "{0} wishes"
partner = "{0} together"
no_device = "{0} cards"
preparation = "{0} open a window"
evaluation = "{0} Is it dry?"
follow_up = "{0} a second coat"

[steps]
look = {{ wall = "{0} Look at the door.", script = "{0} Say: look." }}
join = {{ wall = "{0} Join.", script = "{0} Say: join." }}
reveal = {{ wall = "{0} See.", script = "{0} Say: see." }}

[steps.reflect]
wall = "{0} Answer."
script = \"\"\"
{0} Say: answer.
Avoid: looking over shoulders.\"\"\"

[items.kinds_known]
statement = "{0} I know kinds of doors."
then = "{0} Before"
now = "{0} Now"
lower = "{0} Fewer"
same = "{0} As many"
higher = "{0} More"

[items.surprised_by]
statement = "{0} What surprised you?"
finding = "{0} What surprised us"

[items.surprised_by.options]
colour = "{0} The colour"
hinges = "{0} The hinges"

[items.one_wish]
statement = "{0} One wish"

[exhibits.door.metal]
alt = "{0} A steel door"

[exhibits.door.care]
alt = "{0} A wide door"
"""

NOTES = {
    "en": "# Notes\n\n## Whom to tell beforehand\n\n## Sitting out\n\n## The last minute\n",
    "es": "# Notas\n\n## A quién avisar antes\n\n## No participar\n\n## El último minuto\n",
    "el": "# Σημειώσεις\n\n## ΠΟΙΟΝ ΕΝΗΜΕΡΩΝΟΥΜΕ ΠΡΙΝ\n\n## Χωρίς συμμετοχή\n\n## Το τελευταίο λεπτό\n",
}

HANDOUT = "# A page to keep, {0}\n\nOpen Roads kit, CC BY 4.0\n"


class Folder:
    """A folder of activities, each as complete as the one above."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, slug: str = SLUG) -> Path:
        home = self.folder / slug
        (home / "exhibits").mkdir(parents=True)
        (home / "activity.toml").write_text(STRUCTURE.replace(SLUG, slug), encoding="utf-8")
        for language, notes in NOTES.items():
            (home / f"{language}.toml").write_text(WORDING.format(language), encoding="utf-8")
            (home / f"notes.{language}.md").write_text(notes, encoding="utf-8")
            (home / f"handout.{language}.md").write_text(HANDOUT.format(language), encoding="utf-8")
            for trade in ("metal", "care"):
                path = home / "exhibits" / f"door.{trade}.{language}.md"
                path.write_text(f"# {language} door for {trade}\n", encoding="utf-8")
        return home

    def forget(self, language: str, slug: str = SLUG) -> None:
        """Take away every file in that language."""
        for path in (self.folder / slug).rglob("*.*"):
            if language in path.name.split("."):
                path.unlink()

    def edit(self, file: str, old: str, new: str, slug: str = SLUG) -> None:
        path = self.folder / slug / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


class SmallKit(Folder):
    """A kit that ships with one activity; the modules, scales and shared items are the real ones."""

    def __init__(self, root: Path) -> None:
        super().__init__(root / "activities")
        self.root = root
        for folder in ("scales", "shared", "worrying"):
            shutil.copytree(KIT_FOLDER / folder, root / folder)
        for path in KIT_FOLDER.glob("modules.*.toml"):
            shutil.copy(path, root)
        modules = (KIT_FOLDER / "modules.toml").read_text(encoding="utf-8")
        only_one = re.sub(r"activities = \[[^\]]*\]", "activities = []", modules)
        listed = only_one.replace('literacy"\nactivities = []', f'literacy"\nactivities = ["{SLUG}"]')
        (root / "modules.toml").write_text(listed, encoding="utf-8")

    def load(self) -> Kit:
        return read_kit(root=self.root).kit

    def lock(self) -> None:
        renew_lock(None, self.root)

    def messages(self) -> list[str]:
        """Each problem as "file:line: message", without folder and hint."""
        return told(list(check_kit(root=self.root)), self.root.name)


class School(Folder):
    """A folder of own activities, as OPEN_ROADS_KIT names one, beside a kit without any."""

    def __init__(self, folder: Path, root: Path) -> None:
        super().__init__(folder)
        self.root = root

    def load(self) -> Kit:
        return read_kit(self.folder, self.root).kit

    def lock(self) -> None:
        renew_lock(self.folder, self.root)

    def problems(self) -> list[Problem]:
        """The problems of this folder only, as `check` lists them."""
        found = check_kit(self.folder, self.root)
        return [problem for problem in found if problem.file.startswith(self.folder.name)]

    def messages(self) -> list[str]:
        """Each problem as "file:line: message", without folder and hint."""
        return told(self.problems(), self.folder.name)


def told(problems: list[Problem], folder: str) -> list[str]:
    return [f"{problem.file.removeprefix(f'{folder}/')}:{problem.line}: {problem.message}" for problem in problems]


@pytest.fixture
def small_kit(tmp_path: Path) -> SmallKit:
    kit = SmallKit(tmp_path / "small-kit")
    kit.write()
    kit.lock()
    return kit


@pytest.fixture
def school(tmp_path: Path) -> School:
    school = School(tmp_path / "our-own", SmallKit(tmp_path / "empty-kit").root)
    school.write()
    return school
