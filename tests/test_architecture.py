"""The house's rules, read from its own source."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest
from streamlit import config
from streamlit.web.server.app_discovery import discover_asgi_app

from pages.sitemap import PLACES
from tests.conftest import ROOT

PACKAGES = ("data", "kit_content", "pages", "starting")
AUDIENCES = ("learner", "teacher", "coordinator", "staff")
LONGEST_PAGE = 120
LONGEST_MODULE = 320
# These write, empty or count the tables of what is not released; only the release reads what is in them.
KNOW_PENDING = {"reflections", "release", "first_schema", "backups", "checks", "run_rows"}
# What draws pictures, or only knows words and rules.
WITHOUT_STREAMLIT = ("pages/ui/i18n.py", "pages/ui/lesson.py", "pages/ui/joining.py", "pages/ui/address.py")


def sources(*folders: str) -> list[Path]:
    found = [path for folder in folders or PACKAGES for path in sorted((ROOT / folder).rglob("*.py"))]
    return found if folders else [ROOT / "app.py", ROOT / "start.py", *found]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def those(paths: Iterable[Path], breaks_the_rule: Callable[[Path], object]) -> list[str]:
    """The names of the files that break a rule."""
    return [name_of(path) for path in paths if breaks_the_rule(path)]


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(text_of(path))


def imports(path: Path, *, at_start_only: bool = False) -> set[str]:
    """Dotted names of what a module imports: `pages.ui` and `pages.ui.chrome` for `from pages.ui import chrome`."""
    nodes = tree_of(path).body if at_start_only else ast.walk(tree_of(path))
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def packages_of(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(path)}


def folders_of_pages(path: Path) -> set[str]:
    """`ui`, `learner` and so on: the parts of `pages` that a module imports."""
    return {name.split(".")[1] for name in imports(path) if name.startswith("pages.")}


def calls(path: Path) -> set[str]:
    """Every call with a dotted name, such as `st.form`."""
    return {ast.unparse(node.func) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)}


def test_data_knows_neither_screens_nor_the_kit() -> None:
    modules = [path for path in sources("data") if path.name != "__main__.py"]
    assert those(modules, lambda path: packages_of(path) & {"streamlit", "pages", "kit_content"}) == []
    assert not packages_of(ROOT / "data" / "__main__.py") & {"streamlit", "pages"}


def test_the_kit_knows_neither_screens_nor_data() -> None:
    assert those(sources("kit_content"), lambda path: packages_of(path) & {"streamlit", "pages", "data"}) == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_audience_uses_the_furniture_and_no_other_audience(audience: str) -> None:
    assert those(sources(f"pages/{audience}"), lambda path: folders_of_pages(path) - {"ui", audience}) == []


def test_the_furniture_uses_no_audience() -> None:
    assert those(sources("pages/ui"), lambda path: folders_of_pages(path) & set(AUDIENCES)) == []


def test_charts_rules_and_words_know_nothing_of_streamlit() -> None:
    modules = [*(ROOT / "pages" / "ui").glob("chart*.py"), *(ROOT / name for name in WITHOUT_STREAMLIT)]
    assert those(modules, lambda path: "streamlit" in packages_of(path)) == []


def test_a_page_is_a_thin_script() -> None:
    pages = [ROOT / "pages" / place.script for place in PLACES]
    assert those(pages, lambda path: len(text_of(path).splitlines()) > LONGEST_PAGE) == []


def test_a_module_can_be_read_at_one_sitting() -> None:
    assert those(sources(), lambda path: len(text_of(path).splitlines()) > LONGEST_MODULE) == []


def test_few_modules_know_what_is_not_released() -> None:
    def knows(path: Path) -> bool:
        return bool(re.search(r"\bpending_(seats|reflections|texts)\b", text_of(path)))

    assert set(those(sources(), knows)) <= {f"data/{name}.py" for name in KNOW_PENDING}


def test_only_the_release_reads_answers() -> None:
    def reads(path: Path) -> bool:
        return bool(re.search(r"SELECT\s+(answers|text|\*)[^\"']*?FROM\s+pending_", text_of(path)))

    assert those(sources(), reads) == ["data/release.py"]


def test_pages_speak_no_sql() -> None:
    sql = re.compile(r"\b(SELECT .+ FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b")
    assert those(sources("pages"), lambda path: sql.search(text_of(path))) == []


def test_pages_leave_out_what_bites() -> None:
    bites = {"st.form", "st.form_submit_button", "st.feedback", "st.select_slider", "st.write"}
    assert those(sources("pages"), lambda path: calls(path) & bites) == []
    assert those(sources("pages"), lambda path: "unsafe_allow_html" in text_of(path)) == []
    assert those(sources("pages"), lambda path: "st.Page" in calls(path)) == ["pages/menu.py"]


def test_no_page_in_the_menu_has_an_icon_that_a_browser_would_fetch_outside() -> None:
    pages = [node for node in ast.walk(tree_of(ROOT / "pages" / "menu.py")) if isinstance(node, ast.Call)]
    assert not [word for node in pages for word in node.keywords if word.arg in {"icon", "page_icon"}]


def test_what_a_learner_opens_imports_neither_pandas_nor_altair() -> None:
    waiting, seen = [ROOT / "pages" / "router.py", *sources("pages/learner")], set()
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            waiting += [found for name in imports(path, at_start_only=True) for found in files_of(name)]
    heavy = {"pandas", "altair"}
    assert those(seen, lambda path: {n.partition(".")[0] for n in imports(path, at_start_only=True)} & heavy) == []


def files_of(name: str) -> list[Path]:
    if name.partition(".")[0] not in PACKAGES:
        return []
    path = ROOT.joinpath(*name.split("."))
    return [found for found in (path.with_suffix(".py"), path / "__init__.py") if found.is_file()]


def test_streamlit_finds_the_server_by_reading_the_file() -> None:
    found = discover_asgi_app(ROOT / "app.py")
    assert found.is_asgi_app and found.import_string == "app:app"


def test_every_setting_is_one_that_streamlit_knows() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert set(flat(settings)) <= set(config._config_options_template)


def flat(settings: dict, before: str = "") -> list[str]:
    names: list[str] = []
    for name, value in settings.items():
        names += flat(value, f"{before}{name}.") if isinstance(value, dict) else [f"{before}{name}"]
    return names
