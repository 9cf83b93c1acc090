"""What a learner answers: every kind of item as widgets, and what the widgets hold as answers.

Widget keys: `item_<id>`; then-and-now items have `item_<id>_then` and `item_<id>_now`, texts `share_<id>` beside it;
those of rankings and words stand in `item_ranking` and `item_words`.
Nothing here reruns a page: values travel with the button that sends them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape

import streamlit as st

from data.reflections import LONGEST_TEXT, NONE_OF_THESE, RATHER_NOT_SAY, Answer
from data.runs import ItemSpec
from kit_content import ItemWording
from pages.ui import item_ranking, item_words
from pages.ui.i18n import gettext as _

# Choosing one of these takes the other choices of the item back.
ALONE = (NONE_OF_THESE, RATHER_NOT_SAY)
_PREFIXES = ("item_", "share_")


@dataclass(frozen=True)
class Answers:
    """`values` as `data.reflections.send` takes them, without open items; `texts` all texts, `shared` the ticked."""

    values: dict[str, Answer]
    texts: dict[str, str]
    shared: dict[str, str]


def draw(items: Iterable[ItemSpec], wordings: Mapping[str, ItemWording], missing: Iterable[str], support: str) -> None:
    """Draw every item. `missing` are ids to point out; `support` is the HTML of the strip above every text box."""
    open_items = frozenset(missing)
    for item in items:
        wording = wording_of(item, wordings)
        if item.id in open_items:
            _point_out(item)
        if item.kind == "then_now":
            _draw_then_now(item, wording)
        elif item.kind == "multiple_choice":
            _draw_choices(item, wording)
        elif item.kind == "text":
            _draw_text(item, wording, support)
        elif item.kind == "ranking":
            item_ranking.draw(item, wording)
        elif item.kind == "words":
            item_words.draw(item, wording, support)
        else:
            _draw_radio(f"item_{item.id}", wording.statement, item, wording, horizontal=item.kind == "scale")


def wording_of(item: ItemSpec, wordings: Mapping[str, ItemWording]) -> ItemWording:
    """The item's words; its slugs made readable where the kit no longer has them."""
    known = wordings.get(item.id)
    if known is not None and all(point in known.points for point in item.points):
        return known
    points = {point: point.replace("_", " ") for point in item.points}
    if known is None:
        return ItemWording(item.id.replace("_", " "), points)
    return ItemWording(known.statement, {**points, **known.points}, known.then_label, known.now_label)


def rather_not_say() -> str:
    return _("Rather not say")


def _draw_radio(key: str, label: str, item: ItemSpec, wording: ItemWording, *, horizontal: bool) -> None:
    st.radio(
        label,
        (*item.points, RATHER_NOT_SAY),
        format_func=_labels(wording),
        index=None,
        key=key,
        horizontal=horizontal,
        on_change="ignore",
        width="stretch",
    )


def _labels(wording: ItemWording) -> Callable[[str], str]:
    return {**wording.points, RATHER_NOT_SAY: rather_not_say()}.__getitem__


def _draw_choices(item: ItemSpec, wording: ItemWording) -> None:
    st.pills(
        wording.statement,
        (*item.points, RATHER_NOT_SAY),
        format_func=_labels(wording),
        selection_mode="multi",
        key=f"item_{item.id}",
        on_change="ignore",
        width="stretch",
    )


def _draw_then_now(item: ItemSpec, wording: ItemWording) -> None:
    with st.container(key=f"block_{item.id}"):
        st.html(f'<p class="roads-statement">{escape(wording.statement)}</p>')
        for time, label in (("then", wording.then_label or _("Before")), ("now", wording.now_label or _("Now"))):
            _draw_radio(f"item_{item.id}_{time}", label, item, wording, horizontal=True)


def _draw_text(item: ItemSpec, wording: ItemWording, support: str) -> None:
    with st.container(key=f"block_{item.id}"):
        st.html(support)
        st.text_area(
            _("{question} (may stay empty)").format(question=wording.statement),
            key=f"item_{item.id}",
            max_chars=LONGEST_TEXT,
            on_change="ignore",
        )
        st.checkbox(
            _("My class may read this. My teacher may recognise how I write."),
            key=f"share_{item.id}",
            on_change="ignore",
        )


def _point_out(item: ItemSpec) -> None:
    if item.kind == "ranking":
        sentence = item_ranking.still_open(item)
    else:
        sentence = item_words.still_open() if item.kind == "words" else _("Still open: choose one.")
    with st.container(key=f"open_{item.id}"):
        st.html(f'<p class="roads-open" id="open_{escape(item.id)}">{escape(sentence)}</p>')


def browser_items(items: Iterable[ItemSpec]) -> list[dict[str, object]]:
    """What the script in the browser needs: per item its `id`, and `alone`, the positions that exclude all others."""
    return [
        {"id": item.id, "alone": [at for at, point in enumerate(_options(item)) if point in ALONE]}
        if item.kind == "multiple_choice"
        else {"id": item.id}
        for item in items
    ]


def read(items: Iterable[ItemSpec]) -> Answers:
    """What the widgets hold now. Whatever a forged message put there that is no option is no answer."""
    answers = Answers({}, {}, {})
    for item in items:
        if item.kind == "text":
            answers.texts[item.id] = str(st.session_state.get(f"item_{item.id}") or "")
            if st.session_state.get(f"share_{item.id}") is True:
                answers.shared[item.id] = answers.texts[item.id]
        elif (value := _value(item)) is not None:
            answers.values[item.id] = value
    return answers


def _value(item: ItemSpec) -> Answer | None:
    if item.kind == "ranking":
        return item_ranking.value(item)
    if item.kind == "words":
        return item_words.value(item)
    if item.kind == "then_now":
        pair = tuple(_option(item, st.session_state.get(f"item_{item.id}_{time}")) for time in ("then", "now"))
        if RATHER_NOT_SAY in pair:
            return RATHER_NOT_SAY
        return None if None in pair else tuple(point for point in pair if point)
    held = st.session_state.get(f"item_{item.id}")
    if item.kind != "multiple_choice":
        return _option(item, held)
    chosen = [point for point in held or () if _option(item, point)]
    return RATHER_NOT_SAY if RATHER_NOT_SAY in chosen else chosen or None


def _option(item: ItemSpec, value: object) -> str | None:
    return value if isinstance(value, str) and value in _options(item) else None


def _options(item: ItemSpec) -> tuple[str, ...]:
    return (*item.points, RATHER_NOT_SAY)


def nothing_said(items: Iterable[ItemSpec]) -> dict[str, Answer]:
    """The answers of somebody who would rather not say anything."""
    return {item.id: RATHER_NOT_SAY for item in items if item.kind != "text"}


def own_sheet(items: Iterable[ItemSpec], wordings: Mapping[str, ItemWording], answers: Answers) -> list[list[str]]:
    """The learner's own answers in words, for the learner's own eyes: rows of statement and answer."""
    return [
        [wording.statement, _in_words(item, wording, answers)]
        for item in items
        for wording in (wording_of(item, wordings),)
    ]


def _in_words(item: ItemSpec, wording: ItemWording, answers: Answers) -> str:
    if item.kind == "text":
        return answers.texts.get(item.id) or "–"
    value = answers.values.get(item.id, RATHER_NOT_SAY)
    label = _labels(wording)
    if isinstance(value, str):
        return label(value)
    if item.kind == "then_now":
        then, now = (label(point) for point in value)
        return f"{wording.then_label or _('Before')}: {then}\n{wording.now_label or _('Now')}: {now}"
    if item.kind == "ranking":
        return item_ranking.in_words(wording, value)
    if item.kind == "words":
        return "\n".join(value)
    return "\n".join(label(point) for point in value)


def restore(items: Iterable[ItemSpec], draft: Mapping[str, object]) -> None:
    """Put a draft from the browser into the widgets about to be drawn: widget key → option positions, text or tick."""
    for item in items:
        if item.kind == "text":
            _restore_text(item, draft)
        elif item.kind == "ranking":
            item_ranking.restore(item, draft)
        elif item.kind == "words":
            item_words.restore(item, draft)
        elif item.kind == "multiple_choice":
            positions = draft.get(f"item_{item.id}")
            points = [_at(item, position) for position in positions] if isinstance(positions, list) else []
            st.session_state[f"item_{item.id}"] = [point for point in dict.fromkeys(points) if point]
        else:
            for key in _radio_keys(item):
                if (point := _at(item, draft.get(key))) is not None:
                    st.session_state[key] = point


def _restore_text(item: ItemSpec, draft: Mapping[str, object]) -> None:
    text = draft.get(f"item_{item.id}")
    if isinstance(text, str):
        st.session_state[f"item_{item.id}"] = text[:LONGEST_TEXT]
    st.session_state[f"share_{item.id}"] = draft.get(f"share_{item.id}") is True


def _radio_keys(item: ItemSpec) -> tuple[str, ...]:
    key = f"item_{item.id}"
    return (f"{key}_then", f"{key}_now") if item.kind == "then_now" else (key,)


def _at(item: ItemSpec, position: object) -> str | None:
    options = _options(item)
    is_position = isinstance(position, (int, float)) and not isinstance(position, bool) and position == int(position)
    return options[int(position)] if is_position and 0 <= position < len(options) else None


def keep() -> None:
    """Hold every answer over a change of language, in which the browser would answer with labels it no longer has."""
    for key in list(st.session_state):
        if str(key).startswith(_PREFIXES):
            st.session_state[key] = st.session_state[key]


def forget() -> None:
    """Empty every item of this tab's session."""
    for key in list(st.session_state):
        if str(key).startswith(_PREFIXES):
            del st.session_state[key]
