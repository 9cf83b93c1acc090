"""The learner's page: a class code, then the wait, the items, and the tick."""

from __future__ import annotations

from data.store import the_store
from pages.learner import screens
from pages.learner.arrival import screen_of
from pages.learner.browser import told
from pages.learner.place import carry_out, this_place
from pages.ui import seat

carry_out(this_place())
screen, run = screen_of(the_store(), this_place())
place = this_place()

screens.draw(screen, place, run)
seat.follow(screen, **told(screen, place, run))
screens.draw_below(screen, place)
