"""The learner's page: a class code, then the wait, the items, and the tick."""

from __future__ import annotations

from data.school import School, get_school
from data.store import the_store
from pages.learner import screens
from pages.learner.arrival import screen_of
from pages.learner.browser import told
from pages.learner.place import carry_out, this_place
from pages.ui import seat


def page(school: School | None) -> None:
    """Draw the page; the router, which has read the school, calls this for every learner."""
    carry_out(this_place())
    screen, run = screen_of(the_store(), this_place())
    place = this_place()
    place.lesson = run

    screens.draw(screen, place, run, school)
    seat.follow(screen, **told(screen, place, run))
    screens.draw_below(screen, place, school)


if __name__ == "__main__":  # among the pages of somebody of staff
    page(get_school(the_store()))
