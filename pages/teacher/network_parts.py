"""The parts of the network check: the way in, what this computer knows of itself, who has got in, and the ways out."""

from __future__ import annotations

import os
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode, urlsplit

import streamlit as st
from streamlit import config

from pages.ui import address, chrome, i18n, joining, look, network_check
from pages.ui.i18n import gettext as _
from pages.ui.i18n import ngettext
from pages.ui.network_check import Check

# Keys of the tab's session.
_TOKEN = "network_token"
_CHOSEN = "network_chosen"


@dataclass(frozen=True)
class Way:
    """How phones are to find this server: `origin` is shown now, `own` are all the addresses it could be."""

    origin: str
    own: tuple[str, ...]

    @property
    def host(self) -> str:
        return urlsplit(self.origin).hostname or ""

    @property
    def leads_nowhere(self) -> bool:
        return joining.is_local(self.host)

    def url(self, check: Check) -> str:
        return f"{self.origin}/in/{check.token}"


def find_way() -> Way:
    own = tuple(address.own_addresses())
    return Way(_origin(own, chosen=st.session_state.get(_CHOSEN, "")), own)


def _origin(own: tuple[str, ...], chosen: str = "") -> str:
    """As the wall finds it."""
    given = os.environ.get("OPEN_ROADS_ADDRESS", "")
    return joining.origin(page=str(st.context.url or ""), own=own, given=given, chosen=chosen)


def the_check() -> Check:
    """This tab's check, a new one when there is none or it is over."""
    check = network_check.find(st.session_state.get(_TOKEN, ""))
    if check is None:
        check = network_check.begin()
        st.session_state[_TOKEN] = check.token
    return check


def _begin_again() -> None:
    st.session_state[_TOKEN] = network_check.begin(instead_of=st.session_state.get(_TOKEN, "")).token


@st.fragment(run_every=1)
def say_no_network(way: Way) -> None:
    """Until there is one: the page then goes on by itself."""
    _follow_addresses(way)
    st.warning(
        _("The computer that runs Open Roads is in no network. Join it to the Wi-Fi, or plug in a network cable."),
        icon=":material/wifi_off:",
    )


def _follow_addresses(way: Way) -> None:
    """Another network, a cable or a VPN gives the computer other addresses: then the whole page is drawn again."""
    if set(address.own_addresses()) != set(way.own):
        st.rerun()


def draw_square(way: Way, check: Check) -> None:
    label = _("Square code that opens {address}").format(address=joining.short_address(way.origin))
    look.square(way.url(check), label, "network")


def draw_steps(way: Way, check: Check) -> None:
    steps = (
        _("Join a phone to the same Wi-Fi as the computer that runs Open Roads."),
        _("Scan the square with the phone, or type this address in its browser:"),
    )
    typed = way.url(check).removeprefix("http://")
    st.html(
        f'<ol class="roads-network-steps"><li>{escape(steps[0])}</li>'
        f'<li>{escape(steps[1])}<br><strong class="roads-network-address">{escape(typed)}</strong></li></ol>'
    )
    if _serves_only_itself(way):
        st.warning(_("Open Roads was started for this computer only: its setting server.address keeps phones out."))
    elif _is_detour(way):
        st.warning(_("This address looks like that of a VPN or a virtual machine. Phones may not find it."))


def _serves_only_itself(way: Way) -> bool:
    """Behind a proxy on the same computer that is as it should be."""
    return way.host in way.own and joining.is_local(str(config.get_option("server.address") or ""))


def _is_detour(way: Way) -> bool:
    return any(own.is_detour for own in address.find_own() if str(own) == way.host)


@st.fragment(run_every=1)
def watch(token: str, way: Way) -> None:
    """What the teacher waits for. Only this piece is drawn again every second."""
    _follow_addresses(way)
    check = network_check.find(token)
    if check is None:  # over after an hour: the page needs a new square
        st.rerun()
    if not check.arrivals:
        st.info(_("Waiting for a phone…"), icon=":material/hourglass_empty:")
        _offer_next_address(way)
        return
    if check.reached in way.own and check.reached != way.host:  # the phone knew another address than the one shown
        st.session_state[_CHOSEN] = check.reached
        st.rerun()
    with st.container(key="network_got_in"):
        st.success(_("A phone has got in."), icon=":material/check_circle:")
    st.markdown(f"{_how_often(check)} {_next_step(check)}")
    st.button(_("Check again from the beginning"), key="network_again", on_click=_begin_again)


def _offer_next_address(way: Way) -> None:
    usual = urlsplit(_origin(way.own)).hostname or ""
    hosts = list(dict.fromkeys([usual, *way.own]))
    count = len(hosts)
    if count < 2:
        return
    st.markdown(
        ngettext(
            "The computer has {count} address.",
            "The computer has {count} addresses. Phones may find it only at one of them.",
            count,
        ).format(count=count)
    )
    if st.button(_("Try the next address"), key="network_next_address", icon=":material/sync:"):
        st.session_state[_CHOSEN] = hosts[(hosts.index(way.host) + 1) % count]
        st.rerun()


def _how_often(check: Check) -> str:
    return ngettext(
        "The address has been opened once.", "The address has been opened {count} times.", check.arrivals
    ).format(count=check.arrivals)


def _next_step(check: Check) -> str:
    """What makes the wall show the address that worked."""
    if not check.reached:
        return ""
    own = tuple(address.own_addresses())
    walls = _origin(own)
    if urlsplit(walls).hostname == check.reached:
        return _("The wall shows the same address: {address}").format(address=joining.short_address(walls))
    if check.reached in own:
        return _("On the wall of your lesson, press “Other address” until it shows {address}").format(
            address=check.reached
        )
    return _("The phone came in by another name, {address}. Open the wall by that name, too.").format(
        address=f"`{check.reached}`"
    )


def draw_ways_out() -> None:
    """One line each, the most dependable first."""
    st.header(_("If phones cannot get in: other ways to teach"), anchor=False)
    ways = (
        _("**A small router of your own**, roughly 30 euros. Phones and computer join it; it needs no internet."),
        _("**The computer's own hotspot**, if the school allows it. Some versions of Windows open it only while the "
          "computer has internet, and for eight devices at most."),
        _("**Laptops on cables**: the computer and the students' laptops, in the network sockets of the room."),
        _("**Answer cards on paper**, printed for the activity. Before you close the answers, two learners key them in "
          "and tear them up."),
    )  # fmt: skip
    st.markdown("\n".join(f"{number}. {way}" for number, way in enumerate(ways, start=1)))
    with st.container(horizontal=True, key="network_papers"):
        st.link_button(_("Print the recipe for a router"), _sheet("network-recipe"), icon=":material/print:")
        st.link_button(_("Print a letter to the school's IT"), _sheet("letter-to-it"), icon=":material/print:")
    with st.container(horizontal=True):
        chrome.link("teacher/library.py", _("Print answer cards: choose the activity"))
        chrome.link("teacher/cards.py", _("Key in answer cards"))


def _sheet(name: str) -> str:
    return f"/print/{name}?{urlencode({'lang': i18n.language()})}"
