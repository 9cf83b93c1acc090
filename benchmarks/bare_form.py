"""The baseline: the same items as a plain Streamlit script that writes one row, and nothing else of Open Roads."""

from __future__ import annotations

import json
import os
import secrets
import sqlite3

import streamlit as st

ITEMS = json.loads(os.environ["BARE_FORM_ITEMS"])


@st.cache_resource
def database() -> sqlite3.Connection:
    connection = sqlite3.connect(os.environ["BARE_FORM_DATABASE"], isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS answers (id TEXT PRIMARY KEY, answers TEXT)")
    return connection


def field(item: dict[str, object]) -> object:
    key, options = f"item_{item['id']}", item["options"]
    if item["kind"] == "text":
        st.checkbox("My class may read this.", key=f"share_{item['id']}")
        return st.text_area(str(item["statement"]), key=key)
    if item["kind"] == "multiple_choice":
        return st.pills(str(item["statement"]), options, selection_mode="multi", key=key)
    return st.radio(str(item["statement"]), options, index=None, key=key, horizontal=item["kind"] == "scale")


st.title("Your answers")
if "joined" not in st.session_state:
    with st.form("code"):
        code = st.text_input("Class code", key="reflect_code")
        if st.form_submit_button("Join", key="reflect_join") and code:
            st.session_state["joined"] = secrets.token_hex(16)
            st.rerun()
else:
    with st.form("items"):
        answers = [field(item) for item in ITEMS]
        if st.form_submit_button("Send", key="reflect_send"):
            sql = "INSERT INTO answers VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET answers = excluded.answers"
            database().execute(sql, (st.session_state["joined"], json.dumps(answers)))
            st.success("Saved.")
