"""The server. `streamlit run app.py` finds `app` below by reading this file, so it is assigned plainly.

Everything that can be wrong with the data is found here, before the first visitor is let in.
"""

from __future__ import annotations

import asyncio
import gc
import importlib
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pandas  # noqa: F401  sqlite-utils imports it at the first write, which would be a learner's
import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

from data.school import get_school, setup_code
from data.store import Store, StoreFault, close_stores, the_store
from pages import plain_log
from pages.events import Watcher
from pages.middleware import Doorkeeper, FirstAnswers, SecurityHeaders, warm_up
from pages.routes import routes
from pages.ui import address, chrome
from pages.ui.i18n import gettext as _


def open_store() -> Store:
    """The open data folder; a fault is one line on stderr and the end of the program."""
    try:
        return the_store(as_server=True)
    except StoreFault as fault:
        print(f"Open Roads cannot start. {fault}", file=sys.stderr, flush=True)
        raise SystemExit(1) from None


plain_log.install()
store = open_store()
watcher = Watcher(store)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    watcher.start()
    preparing = asyncio.create_task(asyncio.to_thread(prepare))
    print(banner(), flush=True)
    try:
        yield
    finally:
        await preparing
        await watcher.stop()
        close_stores()


def prepare() -> None:
    """What the first class would otherwise wait for."""
    warm_up()
    importlib.import_module("altair")
    # What is in memory by now stays for good: keep the garbage collector from walking through it in every lesson.
    gc.collect()
    gc.freeze()
    # With so little left to compare with, Python would walk through every open page again and again.
    gc.set_threshold(50_000, 20, 100)


def banner() -> str:
    """What the person who started the server needs to know, in a few plain lines."""
    scheme = "https" if config.get_option("server.sslCertFile") else "http"
    port = config.get_option("server.port")
    lines = ["", "Open Roads is running. On this computer, open:", f"  {scheme}://localhost:{port}/"]
    given = os.environ.get("OPEN_ROADS_ADDRESS")
    others = [f"  {scheme}://{host}:{port}/" for host in ([given] if given else address.own_addresses())]
    if others:
        lines += ["On other computers and phones in this network:", *others]
    school = get_school(store)
    if school is None or school.is_demo:
        lines += ["The first visit asks for this set-up code:", f"  {setup_code()}"]
    return "\n".join([*lines, "To stop it, press Ctrl+C in this window.", ""])


def say_sorry(fault: Exception) -> bool:
    """Show a plain sentence instead of Streamlit's; what happened is in the log by then, without anybody's words."""
    chrome.error(
        _("Something went wrong on this page. What was saved before is still saved. Reload the page and try again.")
    )
    return True


app = st.App(
    "pages/router.py",
    routes=routes(watcher),
    middleware=[Middleware(SecurityHeaders), Middleware(Doorkeeper), Middleware(FirstAnswers)],
    lifespan=lifespan,
    on_script_error=say_sorry,
)
