"""What somebody looks for in the library. The address holds it, so that a link keeps it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from kit_content import Activity, Kit
from kit_content.schema import LIFECOMP
from pages.ui.i18n import gettext as _
from pages.ui.i18n import ngettext

# The name of each filter, as the address has it, and when an activity passes it.
_PASSES: dict[str, Callable[[Activity, str], bool]] = {
    "path": lambda activity, _short: activity.short_path,
    "minutes": lambda activity, wanted: _lasts(activity.minutes, wanted),
    "module": lambda activity, wanted: activity.module == wanted,
    "sensitivity": lambda activity, wanted: str(activity.sensitivity) == wanted,
    "lifecomp": lambda activity, wanted: wanted in activity.lifecomp,
}
FILTERS = tuple(_PASSES)
_SHORT = "short"
_SHORT_LESSON, _ONE_LESSON = 15, 50

Wish = Mapping[str, str]


def is_double_lesson(minutes: int) -> bool:
    return minutes > _ONE_LESSON


def _lasts(minutes: int, wanted: str) -> bool:
    return is_double_lesson(minutes) if wanted == "double" else minutes <= int(wanted)


def wish(kit: Kit) -> dict[str, str]:
    """The filters that the address asks for; what no filter knows is left out."""
    asked = {name: st.query_params.get(name, "") for name in FILTERS}
    return {name: value for name, value in asked.items() if value and value in _choices(kit, name)}


def fits(activity: Activity, wanted: Wish) -> bool:
    return all(_PASSES[name](activity, value) for name, value in wanted.items())


def fitting(kit: Kit, wanted: Wish) -> list[Activity]:
    return [activity for activity in kit.activities.values() if fits(activity, wanted)]


def sensitivity_words(sensitivity: int) -> str:
    return {
        0: _("Nothing personal"),
        1: _("A little personal"),
        2: _("Personal: prepare it"),
    }.get(sensitivity, _("Personal: prepare it"))


def draw(kit: Kit, language: str, wanted: Wish) -> None:
    """What narrows the road down, one after the other."""
    for name, label, anything in (
        ("minutes", _("Time"), _("Any time")),
        ("module", _("Part of the road"), _("All parts")),
        ("sensitivity", _("How personal"), _("Any")),
        ("lifecomp", _("Competence (LifeComp)"), _("Any competence")),
    ):
        names = {"": anything, **{value: _name(kit, language, name, value) for value in _choices(kit, name)}}
        _hold(name, wanted)
        st.selectbox(
            label,
            options=list(names),
            format_func=names.__getitem__,
            key=_key(name),
            on_change=_remember,
            args=(name,),
        )


def draw_path(kit: Kit, wanted: Wish) -> None:
    """The whole road or its short path."""
    every, short = len(kit.activities), sum(activity.short_path for activity in kit.activities.values())
    names = {
        "": ngettext("The whole road: {count} activity", "The whole road: {count} activities", every).format(
            count=every
        ),
        _SHORT: ngettext("Short path: {count} session", "Short path: {count} sessions", short).format(count=short),
    }
    _hold("path", wanted)
    st.pills(
        _("Which way?"),
        options=list(names),
        required=True,
        format_func=names.__getitem__,
        label_visibility="collapsed",
        key=_key("path"),
        on_change=_remember,
        args=("path",),
    )


def say_how_many(kit: Kit, language: str, wanted: Wish, found: Sequence[Activity]) -> None:
    """How many activities fit, the way back to all, and when none does, what to do."""
    if not wanted:
        return
    every = len(kit.activities)
    with st.container(horizontal=True, vertical_alignment="center", key="library_found"):
        if found:
            count = ngettext("{count} of {every} activities fits.", "{count} of {every} activities fit.", len(found))
            st.markdown(f"**{count.format(count=len(found), every=every)}**", width="content")
        else:
            st.markdown(_("**No activity fits all of this.** Take one filter away:"), width="content")
            _offer_less(kit, language, wanted)
        st.button(_("Show all"), key="library_all", on_click=_forget, args=(FILTERS,))


def _offer_less(kit: Kit, language: str, wanted: Wish) -> None:
    for name, value in wanted.items():
        rest = len(fitting(kit, {other: wish for other, wish in wanted.items() if other != name}))
        if rest:
            label = ngettext("Without “{filter}”: {count} fits", "Without “{filter}”: {count} fit", rest)
            text = label.format(filter=_name(kit, language, name, value), count=rest)
            st.button(text, key=f"library_without_{name}", on_click=_forget, args=((name,),))


def _choices(kit: Kit, name: str) -> list[str]:
    return {
        "path": [_SHORT],
        "minutes": [str(_SHORT_LESSON), str(_ONE_LESSON), "double"],
        "module": list(kit.modules),
        "sensitivity": ["0", "1", "2"],
        "lifecomp": list(LIFECOMP),
    }[name]


def _name(kit: Kit, language: str, name: str, value: str) -> str:
    if name == "minutes":
        return _("Double lesson") if value == "double" else _("Up to {count} minutes").format(count=value)
    if name == "module":
        return kit.module_title(value, language)
    if name == "sensitivity":
        return sensitivity_words(int(value))
    return kit.lifecomp_name(value, language) if name == "lifecomp" else _("Short path")


def _key(name: str) -> str:
    return f"library_by_{name}"


def _hold(name: str, wanted: Wish) -> None:
    """The address decides, also after a step back in the browser."""
    st.session_state[_key(name)] = wanted.get(name, "")


def _remember(name: str) -> None:
    if value := st.session_state[_key(name)]:
        st.query_params[name] = value
    else:
        _forget((name,))


def _forget(names: Sequence[str]) -> None:
    for name in names:
        if name in st.query_params:
            del st.query_params[name]
