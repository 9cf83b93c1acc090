"""Asking for a passphrase. Streamlit's own eye in the field is hidden (staff.css): leaving it loses what was typed."""

from __future__ import annotations

import streamlit as st

from data.staff import PASSPHRASE_MINIMUM
from pages.ui.i18n import gettext as _

LONGEST = 200


def ask_passphrase(label: str, key: str, *, autocomplete: str, can_show: bool = False, help: str | None = None) -> None:
    """Draw the field; `can_show` adds a tick below it, for a passphrase that is typed only once."""
    is_shown = can_show and bool(st.session_state.get(f"{key}_shown"))
    st.text_input(
        label,
        key=key,
        type="default" if is_shown else "password",
        max_chars=LONGEST,
        autocomplete=autocomplete,
        help=help,
        on_change="ignore",
    )
    if can_show:
        st.checkbox(_("Show what I type"), key=f"{key}_shown")


def new_passphrase_label() -> str:
    return _("Passphrase, {count} characters or more").format(count=PASSPHRASE_MINIMUM)


def too_short() -> str:
    return _("The passphrase is too short: it needs {count} characters or more.").format(count=PASSPHRASE_MINIMUM)
