"""Every page: script below `pages/`, address, title, and whose menu shows it. The one place to add a page."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from data.school import School
from data.staff import Staff
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


def start(school: School | None) -> Place:
    """The page at `/`: for learners, or while there is no school, for whoever sets it up."""
    return START if school is not None else FIRST_VISIT


def is_for_learners_alone(school: School | None, staff: Staff | None, address: str | None) -> bool:
    """Whether this is the learner's page in a browser, whose every way out loads another page anew.

    Such a page needs no navigation, which costs a learner more than the answers do. The made-up school's has a way on.
    """
    if school is None or school.is_demo or staff is not None or not address:
        return False
    return urlsplit(address).path in ("", "/")
