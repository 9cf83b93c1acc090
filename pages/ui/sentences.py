"""What went wrong, and what is safe, in plain sentences: the one place where faults get words."""

from __future__ import annotations

from data.reflections import Refusal
from data.runs import ContactMissing, WrongState
from data.school import AlreadySetUp, NotAllowed
from data.staff import PASSPHRASE_MINIMUM, NameTaken, WeakPassphrase, WrongPassphrase
from pages.ui.i18n import gettext as _
from pages.ui.i18n import ngettext


def sentence(fault: Exception) -> str:
    """One or two plain sentences for a fault of the `data` package; a neutral one for anything else."""
    if isinstance(fault, Refusal):
        return _incomplete(len(fault.items)) if fault.reason == "incomplete" else refusal(fault.reason)
    if isinstance(fault, WrongPassphrase):
        return _("That name and passphrase do not fit together.")
    return _staff_sentences().get(type(fault)) or _something_else()


def refusal(reason: str) -> str:
    """The sentence for a reason of `data.reflections.Refusal`."""
    return {
        "unknown_code": _("No lesson is open with this code. Look at the wall and type the code again."),
        "rehearsal": _("Your teacher is only trying this lesson out. Please wait."),
        "closed": _("The lesson is closed. Look at the wall."),
        "not_open": _("The questions are not open now. Your answers are still on this page."),
        "doors_locked": _("The lesson has begun and nobody can join now. Ask your teacher."),
        "full": _("Everybody who can send has sent. If there are more of you, ask your teacher for more places."),
        "not_joined": _("Please join the lesson first."),
        "seat_finished": _("You said that you are done. Join again to take part."),
        "incomplete": _incomplete(1),
        "not_saved": _("Not saved yet. Keep this page open and press Send again."),
    }.get(reason) or _something_else()


def _incomplete(count: int) -> str:
    return ngettext(
        "One answer is still open. Choose one, or “Rather not say”.",
        "{count} answers are still open. Choose one for each, or “Rather not say”.",
        count,
    ).format(count=count)


def _staff_sentences() -> dict[type[Exception], str]:
    return {
        NotAllowed: _("You cannot do this here. Nothing was changed."),
        WrongState: _("The lesson has moved on, so this is no longer possible. Nothing was changed."),
        ContactMissing: _("This activity asks about personal things. First name a person learners can turn to."),
        AlreadySetUp: _("This school is set up already. Please sign in."),
        NameTaken: _("Somebody here has this name already. Please use another one."),
        WeakPassphrase: _("Please choose a passphrase of at least {count} characters.").format(
            count=PASSPHRASE_MINIMUM
        ),
    }


def _something_else() -> str:
    return _("Something went wrong. Nothing was changed. Please try again.")
