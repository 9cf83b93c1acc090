"""Every page: script below `pages/`, address, title, and whose menu shows it. The one place to add a page."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from data.school import has_school
from data.store import Store
from pages.ui.i18n import gettext as _

_TEACHER, _COORDINATOR = frozenset({"teacher"}), frozenset({"coordinator"})


@dataclass(frozen=True)
class Place:
    """`path` is the address without its slash; `menu` the roles that find the page in their menu."""

    script: str
    path: str
    title: Callable[[], str]
    menu: frozenset[str] = frozenset()

    def is_in_menu_of(self, roles: Collection[str]) -> bool:
        return not self.menu.isdisjoint(roles)


START = Place("learner/reflect.py", "", lambda: "Open Roads")
FIRST_VISIT = Place("staff/first_visit.py", "first-visit", lambda: _("First visit"))
_CLASSES = Place("teacher/classes.py", "classes", lambda: _("Classes"), menu=_TEACHER)
PLACES = (
    START,
    FIRST_VISIT,
    _CLASSES,
    Place("teacher/library.py", "library", lambda: _("Library"), menu=_TEACHER),
    Place("teacher/progress.py", "progress", lambda: _("Progress"), menu=_TEACHER),
    Place("coordinator/overview.py", "overview", lambda: _("Overview"), menu=_COORDINATOR),
    Place("coordinator/school.py", "school", lambda: _("School"), menu=_COORDINATOR),
    Place("staff/sign_in.py", "sign-in", lambda: _("Your account"), menu=_TEACHER | _COORDINATOR),
    Place("teacher/console.py", "console", lambda: _("Teacher's page")),
    Place("teacher/report.py", "report", lambda: _("Evidence report")),
    Place("teacher/wall.py", "wall", lambda: _("Wall")),
    Place("teacher/cards.py", "cards", lambda: _("Answer cards")),
    Place("teacher/network.py", "network", lambda: _("Network check")),
    Place("learner/privacy.py", "privacy", lambda: _("Privacy")),
    Place("learner/support.py", "support", lambda: _("Support")),
    Place("learner/accessibility.py", "accessibility", lambda: _("Accessibility")),
)


def start(store: Store) -> Place:
    """The page at `/`: for learners, or while there is no school, for whoever sets it up."""
    return START if has_school(store) else FIRST_VISIT


def places_for(start: Place, roles: Collection[str], address: str) -> tuple[Place, ...]:
    """The pages that Streamlit has to know for somebody with these roles whose browser is at this address.

    Every page, except for a learner: there it is the learner's page and the one that the made-up class leads to, since
    every page more costs each run of each learner. All other ways from there load a page anew.
    """
    is_learner = start is START and not roles and urlsplit(address).path == "/"
    return (START, _CLASSES) if is_learner else PLACES
