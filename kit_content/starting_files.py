"""The files that a new activity, or a new language, begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kit_content.loader import KIT_FOLDER, read_kit
from kit_content.schema import FIRST_LANGUAGE
from kit_content.sources import Refused
from kit_content.tables import KEBAB_CASE, suggestion

SKELETON = KIT_FOLDER / "skeleton"
_REVIEWED = re.compile(r"^reviewed\s*=.*$", re.MULTILINE)


def new_activity(slug: str, folder: Path | None, module: str, root: Path = KIT_FOLDER) -> list[Path]:
    """Write an activity that can be taught, into a school's `folder` or else the kit. Raises Refused."""
    if not KEBAB_CASE.fullmatch(slug):
        raise Refused(f"“{slug}” cannot be a slug: small letters, digits and - only, as in advert-under-the-lamp.")
    modules = read_kit(None, root).common.modules
    if module not in modules:
        raise Refused(f"There is no module “{module}”. {suggestion(module, modules)}")
    home = (folder or root / "activities") / slug
    if home.exists() or (root / "activities" / slug).exists():
        raise Refused(f"There is an activity “{slug}” already. Choose another slug.")
    filled = {"SLUG": slug, "MODULE": module, "TITLE": slug.replace("-", " ").capitalize()}
    return [_write(home / name, _filled(text, filled)) for name, text in _skeleton()]


def new_language_files(language: str, root: Path = KIT_FOLDER) -> list[Path]:
    """Write every file of the kit that the language lacks, English as placeholder. What is there stays."""
    written = []
    for path in _files_in_first_language(root):
        copy = path.with_name(_renamed(path.name, language))
        if not copy.exists():
            text = path.read_text(encoding="utf-8")
            written.append(_write(copy, _REVIEWED.sub("reviewed = false", text, count=1)))
    if _add_headings(root / "shared" / "headings.toml", language):
        written.append(root / "shared" / "headings.toml")
    return written


def _skeleton() -> Iterator[tuple[Path, str]]:
    for path in sorted(SKELETON.rglob("*.*")):
        yield path.relative_to(SKELETON), path.read_text(encoding="utf-8")


def _filled(text: str, words: dict[str, str]) -> str:
    return re.sub("|".join(words), lambda gap: words[gap[0]], text)


def _files_in_first_language(root: Path) -> Iterator[Path]:
    yield root / f"modules.{FIRST_LANGUAGE}.toml"
    yield root / "scales" / f"{FIRST_LANGUAGE}.toml"
    yield root / "shared" / f"{FIRST_LANGUAGE}.toml"
    yield root / "worrying" / f"{FIRST_LANGUAGE}.toml"
    for home in sorted(path.parent for path in (root / "activities").glob("*/activity.toml")):
        yield from sorted(home.glob(f"{FIRST_LANGUAGE}.toml"))
        yield from sorted(home.glob(f"*.{FIRST_LANGUAGE}.md"))
        yield from sorted((home / "exhibits").glob(f"*.{FIRST_LANGUAGE}.*"))


def _renamed(name: str, language: str) -> str:
    """`no.toml` of `en.toml`, `advert.metal.no.md` of `advert.metal.en.md`."""
    parts = name.split(".")
    return ".".join([*parts[:-2], language, parts[-1]])


def _add_headings(path: Path, language: str) -> bool:
    """Give every section of the notes its English headings in that language too; False when it has them already."""
    text = path.read_text(encoding="utf-8")
    if re.search(rf"^{language}\s*=", text, re.MULTILINE):
        return False
    line = re.compile(rf"^{FIRST_LANGUAGE}\s*=(.*)$", re.MULTILINE)
    _write(path, line.sub(lambda first: f"{first[0]}\n{language} ={first[1]}", text))
    return True


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
