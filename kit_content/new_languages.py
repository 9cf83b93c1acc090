"""Beginning a language: all its files, English as placeholder. Needs Babel, which knows the languages."""

from __future__ import annotations

import re
from pathlib import Path

from babel import Locale, UnknownLocaleError

from kit_content import catalogues
from kit_content.loader import KIT_FOLDER
from kit_content.schema import FIRST_LANGUAGE, LANGUAGES
from kit_content.sources import Refused
from kit_content.starting_files import new_language_files


def known(code: str) -> Locale:
    """The language of that code. Raises Refused."""
    if not re.fullmatch(r"[a-z]{2,3}", code):
        raise Refused(f"“{code}” is not a language code: two or three small letters, as in pt.")
    if code == FIRST_LANGUAGE:
        raise Refused(f"“{code}” is the language that the others are translated from.")
    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        raise Refused(f"There is no language with the code “{code}”.") from None


def write(language: Locale, root: Path = KIT_FOLDER) -> list[Path]:
    """Every file that the language lacks; what is there stays."""
    code = str(language)
    catalogue = catalogues.begin(code, root / "locales")
    return [*new_language_files(code, root), *([catalogue] if catalogue else [])]


def what_remains(language: Locale) -> list[str]:
    """The steps that only people can do, one sentence each."""
    code, name = str(language), (language.display_name or str(language)).capitalize()
    steps = []
    if code not in LANGUAGES:
        steps.append(f'kit_content/schema.py: add "{code}": "{name}" to LANGUAGES. From then on it can be chosen.')
    if language.text_direction == "rtl":
        steps.append(f'pages/ui/i18n.py: {name} runs from right to left, so "{code}" belongs to _RIGHT_TO_LEFT.')
    return [
        *steps,
        f"kit_content/shared/headings.toml: translate the lines {code} = […].",
        f"kit_content/worrying/{code}.toml: write what young people write in {name}; do not translate word for word.",
        "kit_content/helplines.toml: add the name of the emergency number under [emergency].",
        f"Translate the {code} files; reviewed = true once a person who did not translate has read one.",
        "Translate the .po of the interface, then: python -m kit_content words",
        "python -m kit_content check lists what is wrong or still English.",
    ]
