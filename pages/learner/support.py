"""Who can help: the school's own contact first, then the numbers of the country, with source and date."""

from __future__ import annotations

import streamlit as st

from data.school import get_school
from data.store import the_store
from pages.learner import words
from pages.ui import chrome, seat
from pages.ui.i18n import gettext as _

chrome.page(_("Support"))
school = get_school(the_store())

st.html(
    seat.styles()
    + words.article(
        words.block(_("At your school"), words.contact_card(school)),
        words.block(_("Numbers you can call"), words.numbers_with_sources(school)),
        words.section(
            _("If you tell somebody"),
            [
                _("You can ask first: what do you keep to yourself, and what must you tell others?"),
                _("You can take a friend with you, or speak for a friend."),
                _("You do not need to say what you wrote in a lesson."),
            ],
        ),
        words.section(
            _("If it is urgent"),
            [
                _("If somebody is in danger now, call the emergency number. In the European Union it is 112."),
                _("Nobody may ever read what you write in a lesson. Tell a person."),
            ],
        ),
    )
)

chrome.link("learner/reflect.py", _("Back to the start"))
chrome.footer()
