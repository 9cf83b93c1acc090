"""The teacher's page follows its lesson: a component hears of changes made elsewhere and shows the running clock."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data import clock
from data.runs import Run
from pages.ui import chrome
from pages.ui.i18n import gettext as _

_STYLE = """
[data-clock] {
  padding-inline-end: 0.5rem;
  font: 600 2.25rem/1.2 var(--st-font);
  font-variant-numeric: tabular-nums;
  color: var(--st-text-color);
}
[data-paused]::before {
  content: attr(data-paused);
  display: block;
  font: 600 1rem/1.2 var(--st-font);
}
"""
_script = st.components.v2.component(
    "open_roads_follow", html='<div data-clock role="timer" hidden></div>', css=_STYLE, js=chrome.stub("follow.js")
)


def follow(run: Run, *, ends_at: str | None, guarded: Sequence[str], left: int | None = None) -> None:
    """Draw the page again when the run changes, and tick towards `ends_at` or stand at `left` seconds.

    `guarded` are keys of buttons on which a double click counts as one press.
    """
    _script(
        key="console_follow",
        width="content",
        data={
            "code": run.code,
            "revision": run.revision,
            "server_now": clock.as_text(clock.now()),
            "ends_at": ends_at,
            "left": left,
            "over": _("Time is up"),
            "paused": _("Paused"),
            "guarded": list(guarded),
        },
        on_changed_change=_heard,
    )


def _heard() -> None:
    """A change needs no more than the run that it causes."""
