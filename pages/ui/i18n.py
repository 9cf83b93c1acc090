"""Words in the reader's language. Knows nothing of Streamlit: `pages.ui.language` decides which language is in use."""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Callable
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from kit_content.schema import FIRST_LANGUAGE
from kit_content.schema import LANGUAGES as LANGUAGES

DEFAULT_LANGUAGE = FIRST_LANGUAGE

_LOCALES = Path(__file__).parents[2] / "kit_content" / "locales"
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

# Callbacks and fragments run in threads in which no page has chosen a language yet.
_language: ContextVar[str | None] = ContextVar("language", default=None)
_resolvers: list[Callable[[], str]] = []


def use(language: str) -> None:
    """Speak this language from here on, in this script run only; an unknown one means English."""
    _language.set(language if language in LANGUAGES else DEFAULT_LANGUAGE)


def resolve_with(resolver: Callable[[], str]) -> None:
    """Ask this function for the language where none is in use yet."""
    _resolvers[:] = [resolver]


def language() -> str:
    """The language in use, a key of LANGUAGES."""
    chosen = _language.get()
    if chosen is None:
        use(_resolvers[0]() if _resolvers else DEFAULT_LANGUAGE)
        chosen = _language.get() or DEFAULT_LANGUAGE
    return chosen


def direction(of: str) -> str:
    """`ltr` or `rtl`, as the HTML attribute `dir` wants it."""
    return "rtl" if of in _RIGHT_TO_LEFT else "ltr"


def gettext(message: str) -> str:
    """The message in the language in use; English is the message itself."""
    return _catalogue(language()).gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of the message that goes with the count, in the language in use."""
    return _catalogue(language()).ngettext(singular, plural, count)


@cache
def _catalogue(of: str) -> _gettext.NullTranslations:
    return _gettext.translation("open_roads", str(_LOCALES), [of], fallback=True)
