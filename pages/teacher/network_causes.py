"""Why no phone gets in: the likely causes in order, each told apart by one look, and what to do about it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import streamlit as st

from pages.teacher.network_parts import Way
from pages.ui import network_check
from pages.ui.i18n import gettext as _

PATIENCE_SECONDS = 20
_ASKED = "network_asked"


@dataclass(frozen=True)
class Cause:
    """`look` tells it from the others, `then` are the sentences that mend it."""

    title: str
    look: str
    then: Sequence[str]


@st.fragment(run_every=1)
def follow(token: str, way: Way) -> None:
    """Nothing while there is hope; then the causes. Once a phone is in, they stand behind a fold for the others."""
    check = network_check.find(token)
    if check is None:
        return
    if check.arrivals:
        with st.expander(_("What if another phone does not get in?"), type="compact"):
            draw(way)
    elif check.seconds >= PATIENCE_SECONDS or st.session_state.get(_ASKED) == token:
        st.header(_("No phone yet? Look at the phone"), anchor=False)
        draw(way)
    else:
        st.button(_("It does not work. Why?"), key="network_why", on_click=_ask, args=(token,))


def _ask(token: str) -> None:
    st.session_state[_ASKED] = token


def draw(way: Way) -> None:
    own_system = _system(sys.platform)
    port = urlsplit(way.origin).port or (443 if way.origin.startswith("https:") else 80)
    for number, cause in enumerate(causes(own_system, port), start=1):
        with st.container(key=f"network_cause_{number}", gap="xxsmall"):
            st.subheader(f"{number}. {cause.title}", anchor=False)
            st.markdown(_("**You see:** {look}").format(look=cause.look))
            st.markdown("\n\n".join(cause.then))
    with st.expander(_("The firewall on other systems"), type="compact"):
        for system in ("windows", "macos", "linux"):
            if system != own_system:
                st.markdown("\n\n".join(_firewall(system, port)))


def causes(system: str, port: int) -> list[Cause]:
    return [
        Cause(
            _("The phone is not in this Wi-Fi"),
            _("4G or 5G at the top of the phone and no Wi-Fi sign, a notice “no Internet”, or a page to sign in to "
              "the Wi-Fi."),
            [
                _("Sign in to the Wi-Fi first where it asks. At “no Internet” choose to stay connected: none is "
                  "needed."),
                _("If the phone goes its own way all the same, switch off its mobile data for the lesson."),
            ],
        ),
        Cause(
            _("The computer's firewall keeps it out"),
            _("The phone waits, then says that the page took too long. The computer may have asked about Python, and "
              "nobody said yes."),
            _firewall(system, port),
        ),
        Cause(
            _("The Wi-Fi keeps devices apart"),
            _("The phone waits as well, though the firewall lets Python in. Phone and computer both have internet. "
              "Wi-Fi for guests is often like that."),
            [
                _("To be sure: switch on the hotspot of your own phone, join the computer and another phone to it, and "
                  "scan the new square. If it works there, it is the school's Wi-Fi."),
                _("Only the school's IT can change it: print the letter below. For today, take one of the other ways."),
            ],
        ),
        Cause(
            _("The address is a wrong one"),
            _("The phone says at once that it finds nothing, a VPN is on, or the computer has several addresses."),
            [_("Switch the VPN off, or try the next address. The number after the colon belongs to it.")],
        ),
        Cause(
            _("The browser wants a secure address"),
            _("A warning that the connection is not secure, or an address that begins with https."),
            [_("Choose to go on to the page, or type {start} before the address.").format(start="`http://`")],
        ),
    ]  # fmt: skip


def _system(platform: str) -> str:
    return {"win32": "windows", "darwin": "macos"}.get(platform, "linux")


def _firewall(system: str, port: int) -> list[str]:
    """What to press, in the words of the system."""
    if system == "windows":
        return [
            _("**Windows asks** at the first start of Open Roads: allow Python in private and in public networks."),
            _("**Later:** Windows Security → Firewall & network protection → Allow an app through firewall → Change "
              "settings. Tick Python under Private and under Public. Schools often ask for an administrator there."),
        ]  # fmt: skip
    if system == "macos":
        return [
            _("**The Mac asks** whether Python may accept incoming connections: allow it."),
            _("**Later:** System Settings → Network → Firewall → Options. Python must allow incoming connections."),
        ]
    return [_("**On Linux** with ufw: {command}").format(command=f"`sudo ufw allow {port}/tcp`")]
