"""How many of a class sent, in words."""

from __future__ import annotations

from data.participation import Participation
from pages.ui.i18n import gettext as _


def how_many_sent(sent: Participation | None) -> str:
    """None is a lesson that is not closed yet."""
    words = {
        None: _("open now"),
        "too_few": _("fewer than five: nothing was kept"),
        "some": _("at least five"),
        "half": _("at least half of the class"),
        "two_thirds": _("at least two thirds of the class"),
    }
    return words[sent]


def how_many_of_all(sent: Participation | None) -> str:
    """The same of several lessons together; None where there is none."""
    words = {
        None: _("nothing yet"),
        "too_few": _("nothing yet"),
        "some": _("some"),
        "half": _("half or more"),
        "two_thirds": _("two thirds or more"),
    }
    return words[sent]
