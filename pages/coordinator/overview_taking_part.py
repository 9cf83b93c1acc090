"""Who took part: programmes and shared classes against the modules of the kit, in words on a tint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from data import pools
from data.participation import Participation
from data.pools import TakingPart
from pages.coordinator.overview_parts import View, programme_name
from pages.ui.how_many import how_many_of_all
from pages.ui.i18n import gettext as _

# How strong the tint of a cell is, in per cent of our colour.
_TINT: dict[Participation | None, int] = {None: 0, "too_few": 0, "some": 12, "half": 26, "two_thirds": 44}

# Whether it is a class that is shared by name, and the name of the class or programme.
Group = tuple[bool, str]


def draw_taking_part(view: View) -> None:
    lines = pools.taking_part(view.store, view.coordinator, view.year)
    modules = [module for module in view.kit.modules if any(_module(view, line) == module for line in lines)]
    if not modules:
        st.markdown(_("No sum yet: three classes have to close the same activity first."))
        return
    st.markdown(_("How many sent answers, of the students that the teachers named for their classes."))
    groups = list(dict.fromkeys((line.is_class, line.name) for line in lines))
    st.html(_table(view, lines, groups, modules))


def _table(view: View, lines: Sequence[TakingPart], groups: Sequence[Group], modules: Iterable[str]) -> str:
    """A row for each module, a column for each programme and each shared class."""
    titles = [name if is_class else programme_name(name) for is_class, name in groups]
    heads = "".join(f'<th scope="col">{escape(title)}</th>' for title in titles)
    rows = "".join(_row(view, [line for line in lines if _module(view, line) == of], of, groups) for of in modules)
    caption = escape(_("Who took part, by module"))
    return (
        f'<div class="roads-heat" role="region" tabindex="0" aria-label="{caption}"><table><caption>{caption}</caption>'
        f"<thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(view: View, lines: Sequence[TakingPart], module: str, groups: Iterable[Group]) -> str:
    cells = "".join(_cell(pools.together(line for line in lines if (line.is_class, line.name) == of)) for of in groups)
    return f'<tr><th scope="row">{escape(view.kit.module_title(module, view.language))}</th>{cells}</tr>'


def _cell(sent: Participation | None) -> str:
    return f'<td style="--tint: {_TINT[sent]}%">{escape(how_many_of_all(sent))}</td>'


def _module(view: View, line: TakingPart) -> str | None:
    activity = view.kit.activities.get(line.activity)
    return activity.module if activity else None
