"""Names in the page's language for parts of a page that Streamlit names in English only."""

from __future__ import annotations

from pages.ui.i18n import gettext as _


def names_of_parts() -> dict[str, str]:
    """By Streamlit's own name, as `assets/names.js` finds it; `skip` is a link's text, `help` names a field's help."""
    return {
        "skip": _("Skip to the page"),
        "help": _("Help: {field}"),
        "App pages": _("Pages"),
        "Sidebar": _("Menu"),
        "Expand sidebar": _("Open the menu"),
        "Collapse sidebar": _("Close the menu"),
        "Open": _("Open the list"),
        "Clear value": _("Clear"),
        "Increment": _("One more"),
        "Decrement": _("One less"),
        "Scroll tabs left": _("Earlier tabs"),
        "Scroll tabs right": _("Later tabs"),
        "Copy to clipboard": _("Copy"),
        "Close": _("Close"),
    }
