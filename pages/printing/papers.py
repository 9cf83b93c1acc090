"""The papers of an activity: its handout, the teacher's notes, and what the wall shows, to cut out."""

from __future__ import annotations

import base64
from collections.abc import Collection, Mapping
from html import escape

from kit_content import Activity, ExhibitWording
from kit_content.schema import standing_in
from pages.printing.prose import to_html, without_licence
from pages.printing.sheet import Sheet, foot, kit_and_licence, stand_in_hint
from pages.ui.i18n import gettext as _
from pages.ui.kit import trade_name


def handout(activity: Activity, language: str, trade: str | None) -> Sheet | None:
    """One page for each learner; None when the activity has none."""
    title = _("{title}: handout").format(title=activity.wording(language).title)
    return _written("handout", activity, activity.texts.handouts, title, "", language, trade)


def notes(activity: Activity, language: str, trade: str | None) -> Sheet | None:
    """The teacher's two or three pages; None when nobody has written them."""
    title = _("{title}: notes for the teacher").format(title=activity.wording(language).title)
    addressed = f'<p class="for">{escape(_("For the teacher"))}</p>'
    return _written("notes", activity, activity.texts.notes, title, addressed, language, trade)


def exhibits(activity: Activity, language: str, trade: str | None) -> Sheet | None:
    """Everything that the wall shows for this trade, each for itself; None when the wall shows only sentences."""
    names = exhibit_names(activity)
    if not names:
        return None
    chosen = trade if trade in activity.trades else (activity.trades[0] if activity.trades else None)
    title = _("{title}: for the wall and for the tables").format(title=activity.wording(language).title)
    if chosen:
        title = f"{title} ({trade_name(chosen)})"
    pieces = "".join(_exhibit(activity, name, chosen, language) for name in names)
    return _sheet("exhibits", activity, title, pieces, language, chosen)


def exhibit_names(activity: Activity) -> list[str]:
    return list(dict.fromkeys(step.exhibit for step in activity.steps if step.exhibit))


def _exhibit(activity: Activity, name: str, trade: str | None, language: str) -> str:
    exhibit = activity.exhibit(name, trade, language)
    written = {spoken for (_name, _trade, spoken), found in activity.texts.exhibits.items() if found is exhibit}
    spoken = _spoken(dict.fromkeys(written), language)
    line = foot(activity.wording(language).title, kit_and_licence(activity))
    return f'<article class="exhibit" lang="{spoken}">{_drawn(exhibit)}{line}</article>'


def _drawn(exhibit: ExhibitWording) -> str:
    if exhibit.svg is not None:
        image = base64.b64encode(exhibit.svg.read_bytes()).decode()
        return f'<img src="data:image/svg+xml;base64,{image}" alt="{escape(exhibit.alt)}">'
    return to_html(exhibit.text or "")


def _written(
    kind: str,
    activity: Activity,
    texts: Mapping[str, str],
    title: str,
    addressed: str,
    language: str,
    trade: str | None,
) -> Sheet | None:
    if not texts:
        return None
    spoken = _spoken(texts, language)
    text, licence = without_licence(texts[spoken])
    body = addressed + to_html(text) + foot(licence or kit_and_licence(activity))
    return _sheet(kind, activity, title, body, spoken, trade)


def _spoken(written: Collection[str], language: str) -> str:
    return language if language in written else standing_in(dict.fromkeys(written))


def _sheet(kind: str, activity: Activity, title: str, body: str, spoken: str, trade: str | None) -> Sheet:
    return Sheet(
        kind=kind,
        title=title,
        body=body,
        spoken=spoken,
        address=f"/print/{kind}/{activity.slug}",
        query={"trade": trade or ""},
        hints=stand_in_hint(spoken),
    )
