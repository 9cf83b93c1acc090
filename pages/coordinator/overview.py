"""A school year in sums over several classes. Draws only the part that is open, and of it one activity at a time."""

from __future__ import annotations

from data import pools
from data.store import the_store
from pages.coordinator import overview_parts as parts
from pages.coordinator.overview_report import draw_report
from pages.coordinator.overview_taking_part import draw_taking_part
from pages.ui import access, chrome, look
from pages.ui.i18n import gettext as _
from pages.ui.i18n import language
from pages.ui.item_charts import look_of_this_screen
from pages.ui.kit import the_kit

chrome.page(_("Overview"))
look.styles()
coordinator = access.require_role("coordinator")
store = the_store()
look.made_up_mark(rehearsal=False, is_demo=coordinator.is_demo)

year = parts.choose_year(pools.years(store, coordinator))
view = parts.View(store, coordinator, year, the_kit(), language(), look_of_this_screen(is_demo=coordinator.is_demo))
parts.say_the_rule()
part = parts.choose_part()
if part == "compass":
    parts.draw_class_check(view)
elif part == "activities":
    parts.draw_activity(view)
elif part == "taking_part":
    draw_taking_part(view)
else:
    draw_report(view)
chrome.footer()
