"""What is stored, for how long, who could read it, and what no program can prevent."""

from __future__ import annotations

import streamlit as st

from data.school import SMALLEST_FLOOR, get_school
from data.store import the_store
from pages.learner import words
from pages.ui import chrome, seat
from pages.ui.i18n import gettext as _

chrome.page(_("Privacy"))
school = get_school(the_store())
floor = school.floor if school else SMALLEST_FLOOR

st.html(
    seat.styles()
    + words.article(
        words.section(
            _("In short"),
            [
                _("We store your answers without your name, an account or the address of your device."),
                _("Your teacher sees only totals, from {count} people up. No page shows one person's answer.").format(
                    count=floor
                ),
                _("In a small group, or when everybody answers alike, people can still guess."),
                _("You need not take part. “Rather not say” is an answer like any other."),
            ],
        ),
        words.section(
            _("What is stored, and for how long"),
            [
                _("While a lesson is open: what each of you has sent. Sending again replaces it."),
                _("Until the lesson is closed you can delete your answers from the page you sent them from."),
                _("When the teacher closes the lesson, the answers are added up and then erased, all at once."),
                _("If fewer than {count} people answered a question, it is erased and not added up.").format(
                    count=floor
                ),
                _("Of personal questions only “few or none”, “some” or “most” is kept, never the exact number."),
                _("The totals stay until somebody at the school deletes them, at most 24 months."),
                _("A lesson that nobody closes closes by itself three hours after the first answer."),
            ],
        ),
        words.section(
            _("Texts"),
            [
                _("A text without a tick is not stored. It stays on your page until you leave it."),
                _("A text with a tick is kept only if enough of you ticked one. Your teacher reads it first."),
                _("Somebody may recognise how you write."),
                _("Texts that the teacher does not show are erased at the end of the day."),
                _("A text that worries the teacher is kept until it has been given to the person who can help."),
            ],
        ),
        words.section(
            _("On your device"),
            [
                _("This page sets no cookie for students. No address of a device is kept."),
                _("What you have begun to answer is kept in this tab only, until you send it or leave."),
                _("“I'm done” ends your place in the lesson and empties the page. Press it on a shared device."),
                _("If what you write sounds heavy, your page shows you again who can help. Nobody else is told."),
            ],
        ),
        words.section(
            _("What no program can prevent"),
            [
                _("Whoever runs this computer could break in and read answers while a lesson is open."),
                words.connection(),
                _("Somebody who sits behind you can see your screen."),
                _("If the same activity is done again when one person is missing, the totals can be compared."),
                _("Somebody could send many made-up answers to find out a real one. So look round when you join."),
                _("If answers come on paper, the person who types them in reads them."),
            ],
        ),
        words.section(
            _("Who is responsible"),
            [
                words.who_is_responsible(school),
                _("Ask there if you want to know what is stored, or to have something deleted."),
            ],
        ),
        words.who_can_help(school),
    )
)

chrome.link("learner/reflect.py", _("Back to the start"))
chrome.footer()
