"""docs/surface.md names what others may rely on, and names nothing that is not there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from data.__main__ import main as data_commands
from kit_content.__main__ import kit as kit_commands
from pages import sitemap
from pages.routes import routes

ROOT = Path(__file__).parent.parent
SURFACE = (ROOT / "docs" / "surface.md").read_text(encoding="utf-8")
IN_BACKTICKS = set(re.findall(r"`([^`\n]+)`", SURFACE))
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])

# The keys that others may rely on start with these; other pages may change theirs freely.
PROMISED = ("reflect_", "item_", "share_", "first_visit_", "sign_in_", "console_")
WIDGETS = {
    "button", "checkbox", "download_button", "link_button", "number_input", "pills", "radio", "segmented_control",
    "selectbox", "slider", "text_area", "text_input", "toggle",
}  # fmt: skip


def python_files(*folders: str) -> Iterator[Path]:
    yield ROOT / "app.py"
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def with_holes(text: ast.JoinedStr) -> str:
    """`f"item_{item.id}_then"` as `item_<…>_then`."""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "<…>" for part in text.values)


def texts_in(path: Path) -> Iterator[str]:
    """Every text a file of Python holds, with `<…>` for what is filled in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield with_holes(node)


def widget_keys(path: Path) -> Iterator[str]:
    """The keys of the widgets of a page, as far as they stand where the widget is made."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in WIDGETS):
            continue
        for keyword in call.keywords:
            if keyword.arg == "key" and isinstance(keyword.value, ast.Constant):
                yield keyword.value.value
            elif keyword.arg == "key" and isinstance(keyword.value, ast.JoinedStr):
                yield with_holes(keyword.value)


def commands(group: click.Group, words: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{words} {name}")
        else:
            yield f"{words} {name}", command


def alike(key: str) -> str:
    """A key with each of its holes written in the same way, whatever the reader calls it."""
    return re.sub(r"<[^>]+>", "<…>", key)


def first_words(command_line: str) -> str:
    """`python -m data run open` of `python -m data run open CODE SLUG`."""
    return re.match(r"[a-z_ -]*[a-z]", command_line.partition(" --")[0])[0] if command_line[:1].islower() else ""


PAGE_FILES = list(python_files("pages"))
EXISTING_KEYS = {key for path in PAGE_FILES for key in widget_keys(path) if key.startswith(PROMISED)}
NAMED_KEYS = {alike(word) for word in IN_BACKTICKS if word.startswith(PROMISED)}
VARIABLES = {
    name
    for path in python_files("data", "kit_content", "pages", "starting")
    for text in texts_in(path)
    for name in re.findall(r"\bOPEN_ROADS_[A-Z_]+", text)
}
COMMANDS = dict([*commands(data_commands, "python -m data"), *commands(kit_commands, "python -m kit_content")])


def test_every_page_is_named() -> None:
    assert {f"/{place.path}" for place in sitemap.PLACES} <= {word.partition("?")[0] for word in IN_BACKTICKS}


def test_every_route_is_named() -> None:
    paths = {route.path for route in routes(None)}  # type: ignore[arg-type, attr-defined]
    assert {re.sub(r"{(\w+)[^}]*}", lambda hole: hole[1].upper(), path) for path in paths} <= IN_BACKTICKS


def test_every_promised_widget_key_is_named() -> None:
    assert EXISTING_KEYS <= NAMED_KEYS


def test_every_named_widget_key_exists() -> None:
    written = {text for path in PAGE_FILES for text in texts_in(path)}
    one_text = {re.sub(r"_(then|now|\d)$", "_<…>", key) if key.startswith("item_<…>") else key for key in NAMED_KEYS}
    assert one_text <= written


def test_every_variable_is_named_and_every_named_one_exists() -> None:
    assert {word for word in IN_BACKTICKS if re.fullmatch("OPEN_ROADS_[A-Z_]+", word)} == VARIABLES


def test_every_command_is_named() -> None:
    assert set(COMMANDS) <= {first_words(word) for word in IN_BACKTICKS}


def test_every_command_says_what_it_does() -> None:
    assert all(command.help for command in COMMANDS.values())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_a_document_names_exists(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = {first_words(words) for words in re.findall(r"python -m (?:data|kit_content) [^`\n]+", text)}
    assert named <= set(COMMANDS)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
    assert not [link for link in links if not (document.parent / link).exists()]
