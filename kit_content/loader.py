"""From folders to a kit. A broken activity is left out and the others load; nothing is kept between two calls."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kit_content.locks import Lock, read_lock
from kit_content.reading import Place, Reading, read_activity
from kit_content.schema import CDI, CMS, FIRST_LANGUAGE, LANGUAGES, LIFECOMP, NONE_OF_THESE, Activity, Kit, Names
from kit_content.sources import Findings, Source, entries_of, leads_out, read_toml
from kit_content.structure import Common, read_item, read_scales
from kit_content.tables import Table
from kit_content.wording import Needed, TextPath, Texts, plain_texts, read_language, texts_of_items

KIT_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class KitReading:
    """The kit and everything read on the way, the broken activities too."""

    kit: Kit
    readings: tuple[Reading, ...]
    listed: Mapping[str, str]  # slug -> module, as modules.toml has it
    modules_file: Source | None
    common: Common
    shared_texts: Mapping[str, Texts]
    kit_lock: Lock | None
    school_lock: Lock | None


def load_kit(extra: Path | None = None) -> Kit:
    """The kit, with a school's own activities from the folder `extra`. Never raises for what is wrong in the files."""
    return read_kit(extra).kit


def read_kit(extra: Path | None = None, root: Path = KIT_FOLDER) -> KitReading:
    findings = Findings()
    modules_file = read_toml(root / "modules.toml", f"{root.name}/modules.toml", findings)
    listed, modules = _read_modules(modules_file, findings)
    common = _read_common(root, modules, findings)
    shared_texts = _read_shared_texts(root, common, findings)
    names = _read_names(root, modules, findings)
    kit_lock = read_lock(root, root.name, findings)
    school_lock = read_lock(extra, folder_name(extra), findings) if extra else None
    readings: list[Reading] = []
    for place in _places(root, list(listed), extra, findings):
        reading = read_activity(place, common, shared_texts, kit_lock if place.of_the_kit else school_lock, findings)
        if reading:
            readings.append(reading)
    taught = sorted(
        (reading.activity for reading in readings if reading.sound), key=lambda each: modules.index(each.module)
    )
    kit = Kit(
        activities={activity.slug: activity for activity in taught},
        modules=tuple(module for module in modules if _holds_one(module, taught)),
        problems=tuple(findings.problems),
        names=names,
    )
    return KitReading(kit, tuple(readings), listed, modules_file, common, shared_texts, kit_lock, school_lock)


def folder_name(folder: Path) -> str:
    """What problems call this folder."""
    return os.path.basename(os.path.realpath(folder))


def _holds_one(module: str, activities: list[Activity]) -> bool:
    return any(activity.module == module for activity in activities)


def _places(root: Path, listed: list[str], extra: Path | None, findings: Findings) -> list[Place]:
    """Each folder to read: the kit's own in their order, then those of the school."""
    own = _folders_in(root / "activities", f"{root.name}/activities", findings)
    own.sort(key=lambda folder: (listed.index(folder.name) if folder.name in listed else len(listed), folder.name))
    places = [Place(folder, f"{root.name}/activities/{folder.name}", True) for folder in own]
    if extra is None:
        return places
    taken = {folder.name for folder in own}
    for folder in _folders_of_the_school(extra, findings):
        name = f"{folder_name(extra)}/{folder.name}"
        if folder.name in taken:
            message = f"The kit already has an activity “{folder.name}”"
            findings.add(f"{name}/activity.toml", 1, message, "Give it another slug and folder")
        else:
            places.append(Place(folder, name, False))
    return places


def _folders_of_the_school(extra: Path, findings: Findings) -> list[Path]:
    if not os.path.isdir(extra):
        hint = "OPEN_ROADS_KIT must name a folder with one folder per activity"
        findings.add(str(extra), 1, "This folder does not exist", hint)
        return []
    return _folders_in(Path(os.path.realpath(extra)), folder_name(extra), findings)


def _folders_in(folder: Path, name: str, findings: Findings) -> list[Path]:
    """The folders of activities, whether they can be read or not."""
    shown = [entry for entry in entries_of(folder, name, findings) if not entry.name.startswith((".", "_"))]
    return [entry for entry in shown if _is_folder_of_its_own(entry, f"{name}/{entry.name}", findings)]


def _is_folder_of_its_own(entry: Path, name: str, findings: Findings) -> bool:
    """A link to elsewhere is not followed: what it leads to may change without anybody having looked at it."""
    if leads_out(entry):
        findings.add(name, 1, f"{entry.name} is a link out of its folder", "Put the folder itself there")
        return False
    try:
        return entry.is_dir()
    except OSError:
        return True  # reading it says why not


def _read_modules(source: Source | None, findings: Findings) -> tuple[dict[str, str], tuple[str, ...]]:
    """Slug -> module for the activities listed, and the modules in their order."""
    listed: dict[str, str] = {}
    modules: list[str] = []
    if source is None:
        return listed, ()
    for table in Table(source, findings).tables("modules"):
        table.refuse_others(("slug", "activities"))
        module = table.text("slug")
        modules.append(module)
        for slug in table.texts("activities", required=False):
            listed[slug] = module
    return listed, tuple(modules)


def _read_common(root: Path, modules: tuple[str, ...], findings: Findings) -> Common:
    scales_file = read_toml(root / "scales" / "scales.toml", f"{root.name}/scales/scales.toml", findings)
    scales = read_scales(scales_file, findings) if scales_file else {}
    shared_file = read_toml(root / "shared" / "shared.toml", f"{root.name}/shared/shared.toml", findings)
    shared = {}
    if shared_file:
        table = Table(shared_file, findings)
        shared = {
            group: tuple(read_item(entry, scales) for entry in table.tables(group)) for group in shared_file.values
        }
    return Common(modules, scales, shared)


def _read_shared_texts(root: Path, common: Common, findings: Findings) -> dict[str, Texts]:
    """For each language the labels of the scales, under ("scales", …), and the wording of the shared items."""
    points = {(scale.id, point) for scale in common.scales.values() for point in scale.points}
    items = {path for group in common.shared.values() for path in texts_of_items(group)}
    findings_paths = {("items", item, "finding") for item in common.shared_ids}
    shared = plain_texts(items | {(NONE_OF_THESE,)}, findings_paths)
    texts: dict[str, Texts] = {}
    for language in LANGUAGES:
        labels = _read_texts(root / "scales", root.name + "/scales", language, plain_texts(points), findings)
        own = _read_texts(root / "shared", root.name + "/shared", language, shared, findings)
        texts[language] = {**{("scales", *path): label for path, label in labels.items()}, **own}
    return texts


def _read_names(root: Path, modules: tuple[str, ...], findings: Findings) -> dict[str, Names]:
    codes = {"lifecomp": LIFECOMP, "cms": CMS, "cdi": CDI}
    needed: set[TextPath] = {("modules", module, "title") for module in modules}
    needed |= {(framework, code) for framework in codes for code in codes[framework]}
    read = {
        language: _read_texts(root, root.name, f"modules.{language}", Needed(frozenset(needed)), findings)
        for language in LANGUAGES
    }
    names = {}
    for language in LANGUAGES:
        texts = {path: str(text) for path, text in {**read[FIRST_LANGUAGE], **read[language]}.items()}
        by_code = {
            kind: {path[1]: name for path, name in texts.items() if path[0] == kind} for kind in ("modules", *codes)
        }
        names[language] = Names(by_code["modules"], by_code["lifecomp"], by_code["cms"], by_code["cdi"])
    return names


def _read_texts(folder: Path, name: str, stem: str, needed: Needed, findings: Findings) -> Texts:
    source = read_toml(folder / f"{stem}.toml", f"{name}/{stem}.toml", findings)
    return read_language(source, needed, findings) if source else {}
