"""What stands around every page of staff: title, footer, messages, and one small script in the browser.

The learner's page and the wall have scripts of their own, which import what they share from `/assets/chrome.js`.
"""

from __future__ import annotations

from html import escape

import streamlit as st
from streamlit.errors import StreamlitAPIException

from pages.files import asset_url
from pages.ui import i18n, language
from pages.ui.i18n import gettext as _
from pages.ui.names import names_of_parts

PRODUCT = "Open Roads"

# Keys of the tab's session.
_ERRANDS = "browser_errands"
_PROJECTOR = "projector_is_off"


def stub(script: str) -> str:
    """The JavaScript of a component whose real script is `pages/ui/assets/<script>`.

    That script exports `draw(component)`, called on every change of data, so idempotent, and `stop(component)`,
    called once when the component leaves the page.
    """
    return f"""const script = import(location.origin + "{asset_url(script)}");
export default (component) => {{
  script.then((s) => s.draw(component));
  return () => script.then((s) => s.stop(component));
}};
"""


_script = st.components.v2.component("open_roads_chrome", js=stub("chrome.js"))


def page(title: str) -> None:
    """Begin a page: the tab's title, the heading and the script. No class's or person's name may stand in a title."""
    st.set_page_config(page_title=f"{title} · {PRODUCT}")
    words = {**browser_words(), "disconnected": _("Not connected. The page goes on by itself when it can.")}
    errands = st.session_state.get(_ERRANDS, {})
    _script(key="open_roads_chrome", data={**words, "names": names_of_parts(), "errands": errands})
    st.title(title, anchor=False)


def browser_words() -> dict[str, str]:
    """What every script of ours needs to know: `language`, `direction`, and `disconnected`, the banner's sentence."""
    spoken = i18n.language()
    return {
        "language": spoken,
        "direction": i18n.direction(spoken),
        "disconnected": _("Not connected. Your answers stay on this page."),
    }


def send_browser(kind: str, value: str) -> None:
    """Hand the next page's script an errand to do once: `ticket` gets the staff cookie, `leaving` loses it."""
    st.session_state[_ERRANDS] = {kind: value}


def footer() -> None:
    """End a page: privacy, support, accessibility, and the choice of languages."""
    with st.container(key="footer"):
        with st.container(horizontal=True):
            link("learner/privacy.py", _("Privacy"))
            link("learner/support.py", _("Support"))
            link("learner/accessibility.py", _("Accessibility"))
        language.switch()


def link(script: str, label: str) -> None:
    """A link to one of our pages, by its script's path below `pages/`."""
    try:
        st.page_link(script, label=label)
    except StreamlitAPIException:  # the page runs alone, without the router
        st.html(f"<span>{escape(label)}</span>")


def ask_projector() -> None:
    """Stop here until somebody says that the class cannot see this screen. Asked once in a tab."""
    if not is_projector_off():
        footer()
        st.stop()


def is_projector_off() -> bool:
    """Whether somebody has said in this tab that the class cannot see this screen; if nobody has, ask."""
    if st.session_state.get(_PROJECTOR):
        return True
    st.markdown(_("What comes next is for you alone. Is the projector off or frozen?"))
    st.button(_("Yes, go on"), key="projector_off", type="primary", on_click=_remember_projector)
    return False


def forget_projector() -> None:
    """Ask again before the next private thing."""
    st.session_state.pop(_PROJECTOR, None)


def error(sentence: str) -> None:
    """Say what went wrong and what is safe, in one sentence of our own."""
    st.error(sentence)


def _remember_projector() -> None:
    st.session_state[_PROJECTOR] = True
