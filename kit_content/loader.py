"""From folders to a kit. A broken activity is left out and the others load; nothing is kept between two calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kit_content.reading import Reading, read_activity
from kit_content.schema import CDI, CMS, FIRST_LANGUAGE, LANGUAGES, LIFECOMP, NONE_OF_THESE, Activity, Kit, Names
from kit_content.sources import Findings, Source, read_toml
from kit_content.structure import Common, read_item, read_scales
from kit_content.tables import Table
from kit_content.wording import Needed, TextPath, Texts, read_language, texts_of_items

KIT_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class KitReading:
    """The kit and everything read on the way, the broken activities too."""

    kit: Kit
    readings: tuple[Reading, ...]
    listed: Mapping[str, str]  # slug -> module, as modules.toml has it
    modules_file: Source | None


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
    readings: list[Reading] = []
    for folder, name in _activity_folders(root, list(listed), extra, findings):
        reading = read_activity(folder, name, common, shared_texts, findings)
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
    return KitReading(kit, tuple(readings), listed, modules_file)


def _holds_one(module: str, activities: list[Activity]) -> bool:
    return any(activity.module == module for activity in activities)


def _activity_folders(root: Path, listed: list[str], extra: Path | None, findings: Findings) -> list[tuple[Path, str]]:
    """Each folder to read with its name for people: the kit's own in their order, then those of the school."""
    own = _folders_in(root / "activities")
    own.sort(key=lambda folder: (listed.index(folder.name) if folder.name in listed else len(listed), folder.name))
    folders = [(folder, f"{root.name}/activities/{folder.name}") for folder in own]
    if extra is None:
        return folders
    if not extra.is_dir():
        findings.add(
            str(extra),
            1,
            "This folder does not exist",
            "OPEN_ROADS_KIT must name a folder with one folder per activity",
        )
        return folders
    taken = {folder.name for folder in own}
    for folder in _folders_in(extra):
        name = f"{extra.resolve().name}/{folder.name}"
        if folder.name in taken:
            findings.add(
                f"{name}/activity.toml",
                1,
                f"The kit already has an activity “{folder.name}”",
                "Give it another slug and folder",
            )
        else:
            folders.append((folder, name))
    return folders


def _folders_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(entry for entry in folder.iterdir() if entry.is_dir() and not entry.name.startswith((".", "_")))


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
    shared = Needed(frozenset(items | {(NONE_OF_THESE,)}), optional=frozenset(findings_paths))
    texts: dict[str, Texts] = {}
    for language in LANGUAGES:
        labels = _read_texts(root / "scales", root.name + "/scales", language, Needed(frozenset(points)), findings)
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
