"""The parts of the overview: which year, which part, and the sums of an activity or of the class check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from data import pools
from data.pools import NamedClass, Pool
from data.release import ItemTotals
from data.staff import Staff
from data.store import Store
from kit_content import Activity, Item, ItemWording, Kit
from kit_content.schema import CLASS_CHECK
from pages.ui import chrome, look
from pages.ui import item_charts as items
from pages.ui.charts import Look, finding, wave_chart
from pages.ui.days import day
from pages.ui.evidence_year import in_order
from pages.ui.findings import change, titled
from pages.ui.i18n import gettext as _

_ALL = "all"


@dataclass(frozen=True)
class View:
    """Who looks at which school year, and how."""

    store: Store
    coordinator: Staff
    year: str
    kit: Kit
    language: str
    look: Look

    def pools(self, activity: str) -> list[Pool]:
        return pools.pools(self.store, self.coordinator, self.year, activity)


def choose_year(years: Sequence[str]) -> str:
    """The newest school year or the one chosen; without any, say what has to happen first and end the page."""
    if not years:
        st.markdown(
            _(
                "There is nothing to see yet. Sums appear here when three classes have closed the same activity, "
                "and a class under its name when its teacher shares it."
            )
        )
        say_the_rule()
        chrome.link("coordinator/school.py", _("Look after the school"))
        chrome.footer()
        st.stop()
    if len(years) == 1:
        return years[0]
    return st.selectbox(_("School year"), options=list(years), key="overview_year")


def say_the_rule() -> None:
    with look.note("overview"):
        st.markdown(
            _(
                "Sums grow by three classes at a time, so nobody can work out one of them. A class stands here under "
                "its name only if its teacher shares it, and no class is ranked. Sensitive questions, words and texts "
                "stay with their class."
            )
        )


def choose_part() -> str:
    """`compass`, `activities`, `taking_part` or `report`."""
    labels = {
        "compass": _("Class check"),
        "activities": _("Activities"),
        "taking_part": _("Taking part"),
        "report": _("Evidence report"),
    }
    return st.segmented_control(
        _("What do you want to see?"),
        options=list(labels),
        format_func=labels.__getitem__,
        default="compass",
        required=True,
        key="overview_part",
        label_visibility="collapsed",
    )


def programme_name(programme: str) -> str:
    return programme or _("Programmes with few classes")


def draw_class_check(view: View) -> None:
    """Every statement over the times it was asked, for all programmes together or for one."""
    asked = [of for of in view.kit.activities.values() if any(item.is_class_check for item in of.items)]
    waves = {of.slug: view.pools(of.slug) for of in asked}
    programmes = sorted(
        {pool.programme for found in waves.values() for pool in found}, key=lambda name: (not name, name)
    )
    if not programmes:
        st.markdown(_("No sum yet: three classes have to close the class check first."))
        return
    chosen = _choose_programme(programmes)
    st.header(_("Class check"), anchor=False)
    kept = {slug: [pool for pool in found if chosen in (_ALL, pool.programme)] for slug, found in waves.items()}
    for item_id in _class_check_items(asked):
        _draw_waves(view, item_id, asked, kept)


def _choose_programme(programmes: Sequence[str]) -> str:
    if len(programmes) == 1:
        return _ALL
    return st.selectbox(
        _("Programme"),
        options=[_ALL, *programmes],
        format_func=lambda name: _("All programmes") if name == _ALL else programme_name(name),
        key="overview_programme",
    )


def _class_check_items(asked: Sequence[Activity]) -> list[str]:
    return list(dict.fromkeys(item.id for of in asked for item in of.items if item.id.startswith(CLASS_CHECK)))


def _draw_waves(view: View, item_id: str, asked: Sequence[Activity], found: Mapping[str, list[Pool]]) -> None:
    """One statement of the class check, a row for each time it was asked in the words of today."""
    item, wording = next(pair for of in asked if (pair := _words(view, of, item_id)))
    if item.sensitive:
        return
    summed = [(of, pools.in_all(found[of.slug], item_id, item.version)) for of in asked]
    waves = [(of.wording(view.language).title, in_order(item, total)) for of, total in summed if total]
    with items.item_box(item_id):
        items.draw_title(wording)
        sentence = finding(waves[-1][1], wording) if waves else ""
        if len(waves) > 1 and waves[-1][1].kind == "scale":
            sentence = change(waves[-1][1], waves[0][1], _("the first time"), wording)
        _draw_rows(view, item, wording, waves, sentence)


def draw_activity(view: View) -> None:
    """One activity: each item's sums, for all programmes or for one, and the classes that are shared by name."""
    slugs = _activities_to_see(view)
    if not slugs:
        st.markdown(_("No sum yet: three classes have to close the same activity first."))
        return
    chosen = st.selectbox(
        _("Activity"),
        options=slugs,
        format_func=lambda slug: view.kit.activities[slug].wording(view.language).title,
        key="overview_activity",
    )
    activity = view.kit.activities[chosen]
    found = _of_programme(view.pools(chosen))
    named = pools.named_classes(view.store, view.coordinator, view.year, chosen)
    st.header(items.plain(activity.wording(view.language).title), anchor=False)
    for item in activity.items:
        if not item.sensitive and item.kind not in ("text", "words"):
            with items.item_box(item.id):
                _draw_item(view, item, activity.wording(view.language).items[item.id], found, named)


def _of_programme(found: Sequence[Pool]) -> list[Pool]:
    """Those of all programmes, or of the one that is chosen."""
    programmes = list(dict.fromkeys(pool.programme for pool in found))
    chosen = _choose_programme(programmes) if programmes else _ALL
    return [pool for pool in found if chosen in (_ALL, pool.programme)]


def _draw_item(
    view: View, item: Item, wording: ItemWording, found: Sequence[Pool], named: Sequence[NamedClass]
) -> None:
    """A scale has a row for each programme; everything else one chart for them all. Shared classes come last."""
    items.draw_title(wording)
    whole = pools.in_all(found, item.id, item.version)
    sentence = finding(in_order(item, whole), wording) if whole else ""
    shared = [(f"{of.name}, {day(of.held_on)}", total) for of in named for total in of.totals if _same(item, total)]
    if item.kind in ("scale", "then_now"):
        rows = [(programme_name(pool.programme), pool.totals) for pool in found if _same(item, pool.totals)]
        _draw_rows(view, item, wording, [*rows, *shared], sentence)
        return
    if whole:
        st.markdown(items.plain(sentence))
    charts = [*([("", whole)] if whole else []), *shared]
    for at, (name, totals) in enumerate(charts):
        if name:
            st.markdown(f"**{items.plain(name)}**")
        items.draw_totals(view.look, item, wording, in_order(item, totals), f"{item.id}_{at}")
    if not charts:
        st.markdown(_("No sum yet in these words."))


def _activities_to_see(view: View) -> list[str]:
    seen = {line.activity for line in pools.taking_part(view.store, view.coordinator, view.year)}
    return [slug for slug in view.kit.activities if slug in seen]


def _same(item: Item, totals: ItemTotals) -> bool:
    return (item.id, item.version, item.kind) == (totals.item_id, totals.item_version, totals.kind)


def _draw_rows(
    view: View, item: Item, wording: ItemWording, rows: Sequence[tuple[str, ItemTotals]], sentence: str
) -> None:
    if not rows:
        st.markdown(_("No sum yet in these words."))
        return
    if sentence:
        st.markdown(items.plain(sentence))
    ordered = [(name, in_order(item, totals)) for name, totals in rows]
    chart = wave_chart(ordered, wording, view.look, two_way=items.is_two_way(item))
    items.draw_legend(view.look, item, wording, ordered[0][1])
    items.draw_chart(chart, titled(wording, sentence))
    items.draw_table(dict(ordered), wording, item.id)


def _words(view: View, activity: Activity, item_id: str) -> tuple[Item, ItemWording] | None:
    found = next((item for item in activity.items if item.id == item_id), None)
    return (found, activity.wording(view.language).items[item_id]) if found else None
