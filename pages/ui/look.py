"""What staff pages share in looks: their styles, and text that stands out without being Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from pages.files import asset_url
from pages.ui.i18n import gettext as _
from pages.ui.joining import spaced


def styles() -> None:
    """Put the staff pages' styles on the page, once."""
    st.html(f'<style>@import url("{asset_url("staff.css")}");</style>')


def big_text(text: str, key: str) -> None:
    """A class's name or another text that somebody typed, large and as plain text. `key` names the place."""
    with st.container(key=f"big_text_{key}"):
        st.text(text)


def class_code(code: str, key: str) -> None:
    """The code of a class, to be read out."""
    with st.container(key=f"class_code_{key}"):
        st.text(spaced(code))


@contextmanager
def note(key: str) -> Iterator[None]:
    """A paragraph beside a line of our colour: something to know, without the noise of a box. `key` names the place."""
    with st.container(key=f"note_{key}"):
        yield


def made_up_mark(*, rehearsal: bool, is_demo: bool) -> None:
    """Say that nothing here comes from real people."""
    if rehearsal:
        st.warning(_("Rehearsal with made-up answers. Real students cannot join."), icon=":material/theater_comedy:")
    elif is_demo:
        st.warning(_("Made-up class: nobody here is real."), icon=":material/theater_comedy:")
