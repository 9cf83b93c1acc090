"""The class check over its waves: one item after the other, each with how it moved since the first time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from data import progress
from data.progress import Wave
from data.runs import Run
from kit_content import Item, ItemWording
from kit_content.schema import CLASS_CHECK
from pages.teacher import progress_parts as parts
from pages.teacher.progress_parts import View
from pages.ui import item_charts as items
from pages.ui.charts import finding, wave_chart
from pages.ui.days import day, then
from pages.ui.findings import change, titled
from pages.ui.i18n import gettext as _


def draw_compass(view: View, lessons: Sequence[Run]) -> None:
    """Every statement of the class check, oldest wave on top; what to do next where there is none yet."""
    st.header(_("Class check"), anchor=False)
    asked = [run for run in lessons if any(spec.id.startswith(CLASS_CHECK) for spec in run.items)]
    readings = [run for run in reversed(asked) if progress.is_released(run)]
    if not readings:
        _say_what_comes_first(view, under_way=bool(asked))
        return
    st.markdown(
        _(
            "Nine statements, asked at the start, in the middle and at the end. This is no test and has no total. "
            "Each time it is the class of that day, not the same people one by one."
        )
    )
    if len(readings) == 1:
        st.markdown(_("This is the first time. Ask again later in the kit, and you see here how the class has moved."))
    newest = {spec.id: run for run in readings for spec in run.items if spec.id.startswith(CLASS_CHECK)}
    waves = progress.waves(view.store, view.teacher, readings, list(newest))
    if not waves:
        st.markdown(f"**{items.too_few()}**")
        return
    for item_id, run in newest.items():
        with items.item_box(item_id):
            _draw_item(view, run, item_id, waves.get(item_id, []), readings)


def _say_what_comes_first(view: View, *, under_way: bool) -> None:
    if under_way:
        st.markdown(_("The class check is open now. Its charts come here when you close the answers."))
        return
    first = next((of for of in view.kit.activities.values() if any(item.is_class_check for item in of.items)), None)
    if first is None:
        st.markdown(_("The kit holds no class check."))
        return
    title = items.plain(first.wording(view.language).title)
    st.markdown(_("No class check yet. The activity “{title}” asks it for the first time.").format(title=title))
    parts.leave("teacher/library.py", _("Choose an activity"), {"class": view.cohort.id})


def _draw_item(view: View, run: Run, item_id: str, waves: Sequence[Wave], readings: Sequence[Run]) -> None:
    found = view.asked(run, item_id)
    if found is None:
        items.draw_reworded(item_id)
        return
    item, wording = found
    items.draw_title(wording)
    of_today = _asked_as_today(run, item_id, waves)
    if of_today:
        sentence = _moved(of_today, wording)
        st.markdown(items.plain(sentence))
        _draw_waves(view, item, wording, of_today, sentence)
    for gap in _gaps(item_id, waves, of_today, readings):
        st.markdown(items.plain(gap))


def _asked_as_today(run: Run, item_id: str, waves: Sequence[Wave]) -> list[Wave]:
    """The waves since the item has had the version of its newest reading."""
    version = next(spec.version for spec in run.items if spec.id == item_id)
    groups = progress.series(waves)
    return groups[-1] if groups and groups[-1][-1].totals.item_version == version else []


def _moved(waves: Sequence[Wave], wording: ItemWording) -> str:
    first, last = waves[0], waves[-1]
    if len(waves) == 1 or last.totals.kind != "scale":
        return finding(last.totals, wording)
    return change(last.totals, first.totals, then(first.held_on, seen_from=last.held_on), wording)


def _draw_waves(view: View, item: Item, wording: ItemWording, waves: Sequence[Wave], sentence: str) -> None:
    if len(waves) == 1:
        items.draw_totals(view.look, item, wording, waves[0].totals, item.id)
        return
    named = {_name(wave, waves): wave.totals for wave in waves}
    chart = wave_chart(list(named.items()), wording, view.look, two_way=items.is_two_way(item))
    items.draw_legend(view.look, item, wording, waves[-1].totals)
    items.draw_chart(chart, titled(wording, sentence))
    items.draw_table(named, wording, item.id)


def _name(wave: Wave, waves: Sequence[Wave]) -> str:
    """The date; the second wave of one day gets a number, so that both are shown."""
    same_day = [other.run_id for other in waves if other.held_on == wave.held_on]
    if len(same_day) == 1:
        return day(wave.held_on)
    return _("{date} ({number})").format(date=day(wave.held_on), number=same_day.index(wave.run_id) + 1)


def _gaps(item_id: str, waves: Sequence[Wave], of_today: Sequence[Wave], readings: Sequence[Run]) -> list[str]:
    """What is not in the chart, and why."""
    kept = {wave.run_id for wave in waves}
    drawn = {wave.run_id for wave in of_today}
    asked = [run for run in readings if any(spec.id == item_id for spec in run.items)]
    sentences: Mapping[str, list[Run]] = {
        _("Too few answered on {dates}, so nothing was kept."): [run for run in asked if run.id not in kept],
        _("On {dates} this was asked in other words, so it is not joined to the rest."): [
            run for run in asked if run.id in kept - drawn
        ],
    }
    return [
        sentence.format(dates=", ".join(day(parts.held_on(run)) for run in runs))
        for sentence, runs in sentences.items()
        if runs
    ]
