"""What staff pages share in looks: their styles, and text that stands out without being Markdown."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st

from pages.files import asset_url
from pages.ui.i18n import gettext as _
from pages.ui.joining import qr, spaced


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


def square(text: str, label: str, name: str) -> None:
    """The square code that holds `text`, as a picture of the class `roads-<name>-square`, called `label`.

    Not `st.image`: its button for the full screen would lie over the square.
    """
    code = qr(text)
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code["size"]} {code["size"]}" '
        f'shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path d="{code["path"]}"/></svg>'
    )
    source = f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"
    st.html(f'<img class="roads-{name}-square" alt="{escape(label)}" src="{source}">')
