"""One activity, as a teacher reads it before the lesson."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from kit_content import LANGUAGES, Activity, Item, ItemWording, Kit, Step, Wording
from pages.teacher.library_parts import competences, draw_marks, language_name, review_note
from pages.teacher.print_links import draw_exhibits_link, draw_print_link, draw_print_row
from pages.ui.i18n import gettext as _
from pages.ui.kit import trade_name


def lead(kit: Kit, activity: Activity, wording: Wording, language: str) -> None:
    with st.container(key="library_lead"):
        st.markdown(wording.aim)
        draw_marks(activity)
        said = (competences(kit, activity, language), review_note(wording, language))
        st.markdown(" · ".join(part for part in said if part))


def choose_trade(activity: Activity) -> str | None:
    """The trade whose examples are shown; None for an activity without trades."""
    if not activity.trades:
        return None
    with st.container(key="library_trade_box"):
        return st.segmented_control(
            _("Examples from which trade?"),
            options=activity.trades,
            default=activity.trades[0],
            required=True,
            format_func=trade_name,
            key=f"library_trade_{activity.slug}",
        )


def draw_overview(
    kit: Kit, activity: Activity, wording: Wording, trade: str | None, language: str, *, cards: int
) -> None:
    """`cards`: how many answer cards the class needs, or 0."""
    draw_print_row(activity, trade, cards)
    _list(_("What students can do afterwards"), wording.outcomes)
    _list(_("What you need"), wording.materials)
    _paragraph(_("Before the lesson"), wording.preparation)
    _paragraph(_("The question to talk about"), wording.talk_question)
    _paragraph(_("After the lesson"), wording.follow_up)
    _paragraph(_("Did it work?"), wording.evaluation)
    _paragraph(_("With a partner class"), wording.partner)
    _paragraph(_("Without devices"), wording.no_device)
    with st.expander(_("What is done in which language")):
        _draw_completeness(activity)
    with st.expander(_("Other frameworks")):
        _draw_frameworks(kit, activity, language)
    st.markdown(_("Age {age} · version {version} · licence {licence}").format(
        age=activity.age, version=activity.version, licence=activity.licence
    ))  # fmt: skip


def _draw_completeness(activity: Activity) -> None:
    heads = [_("Language"), _("Words"), _("Read by a person"), _("Notes"), _("Handout"), _("For the wall")]
    lines = [_line(heads), _line("---" for _head in heads)]
    for language in LANGUAGES:
        done = activity.completeness(language)
        parts = (done.wording, done.reviewed, done.notes, done.handout, done.exhibits)
        lines.append(_line([language_name(language), *(_("Yes") if part else _("Not yet") for part in parts)]))
    st.markdown("\n".join(lines))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _draw_frameworks(kit: Kit, activity: Activity, language: str) -> None:
    named = {
        _("Career management skills (Cedefop)"): [kit.cms_name(code, language) for code in activity.cms],
        _("Career development framework (CDI)"): [kit.cdi_name(code, language) for code in activity.cdi],
        "CASEL": activity.casel,
        "EntreComp": activity.entrecomp,
    }
    lines = [f"- {framework}: {', '.join(names)}" for framework, names in named.items() if names]
    st.markdown("\n".join(lines))


def _list(title: str, entries: Iterable[str]) -> None:
    if entries := tuple(entries):
        st.header(title, anchor=False)
        st.markdown("\n".join(f"- {entry}" for entry in entries))


def _paragraph(title: str, text: str) -> None:
    if text:
        st.header(title, anchor=False)
        st.markdown(text)


def step_kind(step: Step) -> str:
    return {
        "talk": _("Talk"),
        "do": _("Do"),
        "exhibit": _("Look"),
        "join": _("Join"),
        "reflect": _("Answer"),
        "reveal": _("See the class"),
    }.get(step.kind, step.kind)


def draw_steps(activity: Activity, wording: Wording, trade: str | None, language: str) -> None:
    draw_exhibits_link(activity, trade)
    for number, step in enumerate(activity.steps, start=1):
        words = wording.steps[step.id]
        minutes = _("{count} minutes").format(count=step.minutes)
        with st.container(border=True, key=f"library_step_{step.id}"):
            st.markdown(f"{number} · {step_kind(step)} · {minutes}")
            st.markdown(f"**{words.wall}**")
            st.markdown(words.script)
            if step.exhibit:
                with st.expander(_("What the wall shows"), icon=":material/image:"):
                    draw_exhibit(activity, step.exhibit, trade, language)


def draw_exhibit(activity: Activity, exhibit_id: str, trade: str | None, language: str) -> None:
    exhibit = activity.exhibit(exhibit_id, trade, language)
    if exhibit.text is not None:
        st.markdown(exhibit.text, anchors=False)
    elif exhibit.svg is not None:
        st.image(exhibit.svg.read_text(encoding="utf-8"), alt=exhibit.alt)


def draw_notes(activity: Activity, language: str) -> None:
    notes = activity.notes(language)
    st.markdown(_one_level_down(notes) if notes else _("This activity has no notes."), anchors=False)


def draw_items(activity: Activity, wording: Wording, *, cards: int) -> None:
    draw_print_link(_("Print answer cards"), activity, "cards", bool(activity.items), count=cards or None)
    _paragraph(_("What the class sees as a chart"), wording.charted)
    _paragraph(_("What stays private"), wording.private)
    st.header(_("What students are asked"), anchor=False)
    for number, item in enumerate((item for item in activity.items if item.id in wording.items), start=1):
        words = wording.items[item.id]
        st.markdown(f"**{number} · {words.statement}**  \n{describe_item(item, words)}")
    st.markdown(_("Every question can also be answered with “Rather not say”."))


def describe_item(item: Item, words: ItemWording) -> str:
    """How it is answered, and what the class sees of it: two lines of Markdown."""
    return f"{_answers(item, words)}  \n{_remark(item)}"


def _answers(item: Item, words: ItemWording) -> str:
    labels = " · ".join(words.points.get(point, point) for point in item.points)
    by_kind = {
        "then_now": _("Twice, for before and for now: {answers}"),
        "multiple_choice": _("As many as fit: {answers}"),
        "ranking": _("To put in order, the most important first: {answers}"),
        "words": _(
            "A few single words. Counted when several students write the same one, shown only if you approve it."
        ),
        "text": _("Own words, up to 500 characters. Kept only if the student ticks it, shown only if you approve it."),
    }
    return by_kind.get(item.kind, "{answers}").format(answers=labels)


def _remark(item: Item) -> str:
    """What the class sees of it, from five answers up."""
    if item.id == "how_was_this":
        return _("Shown to you alone, after the lesson, and only as few, some or most.")
    if item.sensitive:
        return _("Personal: shown only as few, some or most, never as a number.")
    return {
        "then_now": _("In the chart: how many went lower, stayed the same or went higher. Never before or now alone."),
        "ranking": _("In the chart: the order of the whole class, as points for each option."),
        "words": _("On the wall: the words that you approved, larger when more students wrote them."),
        "text": _("No chart: the wall shows the texts that you approved."),
    }.get(item.kind, _("In the chart: how many chose each answer."))


def draw_handout(activity: Activity, trade: str | None, language: str) -> None:
    handout = activity.handout(language)
    if not handout:
        st.markdown(_("This activity has no handout."))
        return
    draw_print_link(_("Print the handout"), activity, "handout", True, trade=trade)
    with st.container(border=True, key="library_handout"):
        st.markdown(_one_level_down(handout), anchors=False)


def _one_level_down(markdown: str) -> str:
    """The page has its one title already, so the text's headings begin below it."""
    return "\n".join(f"#{line}" if line.startswith("#") else line for line in markdown.splitlines())
