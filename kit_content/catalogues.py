"""The interface's words in other languages: collected from the source, a `.po` for people and a `.mo` for the program.

Babel is needed, which only `requirements-dev.txt` brings; so nothing that runs in class imports this module.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser, write_po

from kit_content.schema import FIRST_LANGUAGE, LANGUAGES

ROOT = Path(__file__).parents[1]
LOCALES = Path(__file__).parent / "locales"
TEMPLATE = LOCALES / "open_roads.pot"
# The first language is what the source says.
TRANSLATED = tuple(language for language in LANGUAGES if language != FIRST_LANGUAGE)

# What marks a sentence, and how many of its arguments are words.
_MARKS = {"_": 1, "gettext": 1, "ngettext": 2}
_HEAD = ("Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")
_LINE = 120


class Words(Catalog):
    """A catalogue whose head holds no date, person or version of a tool: it changes when words do."""

    def __iter__(self) -> Iterator[Message]:
        head, *messages = super().__iter__()
        lines = [line for line in str(head.string).splitlines() if line.partition(":")[0] in _HEAD]
        yield Message("", "".join(f"{line}\n" for line in lines))
        yield from messages


def collected() -> Words:
    """What the source says to people, in the order of the files."""
    words = Words(header_comment="# The words of Open Roads. Made by `python -m kit_content words`.", fuzzy=False)
    for path in [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py"))]:
        name = path.relative_to(ROOT).as_posix()
        for place, said in enumerate(_said_in(ast.parse(path.read_text(encoding="utf-8")))):
            words.add(said[0] if len(said) == 1 else said, locations=[(name, place)])
    return words


def _said_in(node: ast.AST) -> Iterator[tuple[str, ...]]:
    """The sentences below this node; Babel's own reader does not look into f-strings on every Python."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id in _MARKS:
            yield tuple(str(ast.literal_eval(argument)) for argument in child.args[: _MARKS[child.func.id]])
        yield from _said_in(child)


def po_file(language: str, locales: Path = LOCALES) -> Path:
    return locales / language / "LC_MESSAGES" / "open_roads.po"


def translated(language: str) -> Words:
    """The language's `.po`, with what is left over from earlier; empty where there is none yet."""
    comment = f"# The words of Open Roads in {Locale(language).english_name}."
    words = Words(locale=language, header_comment=comment, fuzzy=False)
    if po_file(language).exists():
        with po_file(language).open("rb") as file:
            PoFileParser(words).parse(file)
    return words


def begin(language: str, locales: Path = LOCALES) -> Path | None:
    """Write the `.po` of a new language, with everything still to translate; None when it has one."""
    path = po_file(language, locales)
    if path.exists():
        return None
    words = translated(language)
    words.update(collected(), update_creation_date=False)
    _write(path, words)
    return path


def compiled(words: Words) -> bytes:
    """The `.mo`: without what is empty or unsure."""
    file = BytesIO()
    write_mo(file, words)
    return file.getvalue()


def renew() -> dict[str, list[Message]]:
    """Bring template, `.po` and `.mo` up to date with the source; returns what each language still has to translate.

    A sentence that was only reworded keeps its translation, marked `fuzzy`, until somebody has looked at it.
    """
    template = collected()
    _write(TEMPLATE, template)
    open_messages = {}
    for language in TRANSLATED:
        words = translated(language)
        words.update(template, update_creation_date=False)
        _write(po_file(language), words)
        po_file(language).with_suffix(".mo").write_bytes(compiled(words))
        open_messages[language] = [message for message in words if message.id and not is_done(message)]
    return open_messages


def forms(message: Message) -> list[str]:
    """The translation's forms: one, or one for each number the language tells apart."""
    return [message.string or ""] if isinstance(message.string, str | None) else list(message.string)


def is_done(message: Message) -> bool:
    return all(forms(message)) and not message.fuzzy


def _write(path: Path, words: Words) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    file = BytesIO()
    write_po(
        file, words, width=_LINE, sort_by_file=True, include_lineno=False, ignore_obsolete=True, include_previous=True
    )
    path.write_bytes(file.getvalue())
