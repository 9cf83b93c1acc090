"""Papers for a school whose network keeps phones out: the recipe for a network of one's own, and a letter to the IT."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import urlsplit

from pages.printing.sheet import Sheet, foot, paragraphs
from pages.ui import i18n
from pages.ui.chrome import PRODUCT
from pages.ui.i18n import gettext as _
from pages.ui.joining import is_local


def recipe() -> Sheet:
    """What to buy, how to set it up once, and what to do in the classroom."""
    title = _("A network of your own: a small router without internet")
    body = (
        f"<h1>{escape(title)}</h1>"
        + paragraphs(
            [_("For classrooms where phones cannot reach the teacher's laptop. Nothing here needs the internet.")]
        )
        + _part(_("What to get"), _what_to_get())
        + _part(_("Set it up once, at home"), _at_home(), "ol")
        + _part(_("In the classroom"), _in_class(), "ol")
        + _part(_("Without a router: the laptop's own hotspot"), _hotspot())
        + foot(PRODUCT)
    )
    return Sheet(
        kind="recipe", title=title, body=body, spoken=i18n.language(), address="/print/network-recipe", hints=()
    )


def _what_to_get() -> list[str]:
    return [
        _("Any small Wi-Fi router, also an old one: roughly 30 euros new, prices differ. No SIM card, no contract."),
        _("It must hold your whole class: ask for 30 devices or more. Very small ones stop at about ten."),
        _("Good to have: a socket for a network cable, and power by USB."),
        _("Ask first whether the school allows it. The letter to the school's IT asks for you."),
    ]


def _at_home() -> list[str]:
    return [
        _("Plug it into the power only. Nothing goes into the socket marked Internet or WAN."),
        _("Join your laptop to its Wi-Fi. Name and password stand on its label."),
        _("Open its settings: their address stands on the label, too. Change the password of the settings."),
        _("Give the Wi-Fi a name that the class knows and a password that is easy to type. Protection: WPA2 or WPA3."),
        _("Leave the guest network off. Switch “client isolation” or “AP isolation” off; leave DHCP on."),
        _("If it can, let it always give your laptop the same address. Entered as {variable}, it stands on the "
          "printed class sheet.").format(variable="OPEN_ROADS_ADDRESS"),
    ]  # fmt: skip


def _in_class() -> list[str]:
    return [
        _("Plug the router into the power and wait two minutes. No cable leads to the school's network."),
        _("Join your laptop to it, best by cable. Switch off its other Wi-Fi and any VPN."),
        _("Start {product} and open the page “Network check”. One phone goes first.").format(product=PRODUCT),
        _("Students join the Wi-Fi. Their phones say that it has no internet: they choose to stay connected."),
        _("A phone that finds no page: mobile data off for the lesson."),
        _("After the lesson everybody leaves the Wi-Fi again."),
    ]


def _hotspot() -> list[str]:
    return [
        _("Windows: Settings → Network & internet → Mobile hotspot. Eight devices at most; some versions open it only "
          "while the laptop has internet."),
        _("Then go on with the network check. Here, too, ask the school first."),
    ]  # fmt: skip


def letter(*, origin: str, school: str) -> Sheet:
    """To whoever looks after the school's network. `origin` is where other devices find this server."""
    at = urlsplit(origin)
    port = at.port or (443 if at.scheme == "https" else 80)
    host = None if is_local(at.hostname or "") else at.hostname
    title = _("To the school's IT: phones in class and one laptop")
    body = (
        f"<h1>{escape(title)}</h1>{_fields(school)}"
        + paragraphs([_greeting()])
        + _part(_("What it needs"), _needs(host, port))
        + _part(_("What we ask you for"), _requests(), "ol")
        + _command(port)
        + _part(_("What you can check"), _to_check(origin if host else ""))
        + paragraphs(
            [_("If none of this is possible: may we bring a small router that is not in the school's network?")]
        )
        + f'<p class="blank">{escape(_("Please answer to (name, e-mail):"))} <span></span></p>'
        + foot(PRODUCT)
    )
    return Sheet(
        kind="letter",
        title=title,
        body=body,
        spoken=i18n.language(),
        address="/print/letter-to-it",
        hints=(_("To copy it into a message: press Ctrl and A, then Ctrl and C. Only the letter is copied."),),
    )


def _fields(school: str) -> str:
    """School and date; a line to write on where the school is not known."""
    named = f"<b>{escape(school)}</b>" if school else "<span></span>"
    return f'<p class="blank">{escape(_("School:"))} {named} {escape(_("Date:"))} <span class="short"></span></p>'


def _greeting() -> str:
    return _(
        "In class we would like to use {product}, an open-source program for lessons on work and wellbeing. It runs on "
        "one laptop in the classroom. Students open its page in their browser and answer a few questions, without an "
        "account and without a name. The class sees totals only."
    ).format(product=PRODUCT)


def _needs(host: str | None, port: int) -> list[str]:
    return [
        _("Devices in the room reach one laptop, {host}, at TCP port {port}: HTTP and WebSockets.").format(
            host=host, port=port
        )
        if host
        else _("Devices in the room reach one laptop at TCP port {port}: HTTP and WebSockets.").format(port=port),
        _("No internet during a lesson. The program calls nothing outside: no usage figures, no fonts or scripts from "
          "elsewhere. Only its installation loads Python packages."),
        _("No accounts for students, no cloud service, and nothing to install on students' devices. The data stays in "
          "one folder of that laptop. Students get no cookie, and no address of a device is kept."),
    ]  # fmt: skip


def _requests() -> list[str]:
    return [
        _("In the classroom one Wi-Fi name or VLAN without client isolation, or an exception for this laptop."),
        _("A rule in the laptop's firewall that lets this port in, in private and public networks. A rule that blocks "
          "Python would win over it."),
        _("If possible: a fixed address or a name for the laptop. We enter it as {variable}.").format(
            variable="OPEN_ROADS_ADDRESS"
        ),
        _("If possible: HTTPS by a reverse proxy that passes on Host and WebSockets. Without it, somebody who listens "
          "on the same Wi-Fi could read answers."),
    ]  # fmt: skip


def _command(port: int) -> str:
    """The rule for those who may make one."""
    rule = (
        f'New-NetFirewallRule -DisplayName "{PRODUCT}" -Direction Inbound -Protocol TCP -LocalPort {port} -Action Allow'
    )
    return f"<p>{escape(_('The rule on Windows, as administrator:'))}<br><code>{escape(rule)}</code></p>"


def _to_check(origin: str) -> list[str]:
    return [
        _("What is stored, and for how long: the page {address}").format(address=f"{origin}/privacy"),
        _("What is promised and what is not: {security}. Every address and setting: {surface}. Both are in the "
          "program's folder.").format(security="SECURITY.md", surface="docs/surface.md"),
        _("The source is open, under the MIT licence. {health} says whether the server is well.").format(
            health="/healthz"
        ),
    ]  # fmt: skip


def _part(heading: str, sentences: Iterable[str], tag: str = "ul") -> str:
    points = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f"<h2>{escape(heading)}</h2><{tag}>{points}</{tag}>"
