"""What a class said in its lessons, and how its class check moved. Draws charts only for the one thing that is open."""

from __future__ import annotations

import streamlit as st

from data import cohorts
from data.store import the_store
from pages.teacher import progress_parts as parts
from pages.teacher.progress_compass import draw_compass
from pages.teacher.progress_exports import draw_exports
from pages.teacher.progress_year import draw_year
from pages.ui import access, chrome, look
from pages.ui.i18n import gettext as _
from pages.ui.i18n import language
from pages.ui.item_charts import look_of_this_screen
from pages.ui.kit import the_kit

chrome.page(_("Progress"))
look.styles()
teacher = access.require_role("teacher")
store = the_store()

cohort = parts.choose_class(cohorts.list_cohorts(store, teacher), st.query_params.get("class"))
look.made_up_mark(rehearsal=False, is_demo=cohort.is_demo)

view = parts.View(store, teacher, cohort, the_kit(), language(), look_of_this_screen(is_demo=cohort.is_demo))
lessons = parts.lessons_of(view)
part = parts.choose_part()
if part == "compass":
    draw_compass(view, lessons)
elif part == "year":
    draw_year(view, lessons)
    draw_exports(view, lessons)
else:
    run = parts.choose_lesson(view, lessons)
    parts.draw_lesson(view, run)
    parts.draw_for_you_alone(view, run)
chrome.footer()
