"""How the command line speaks: a sentence or, with --json, one object; every fault is one line and an exit code."""

from __future__ import annotations

import json
from typing import Any

import click

REFUSED, NOT_FOUND = 1, 3


class Fault(click.ClickException):
    """One line for the person at the keyboard, and an exit code."""

    def __init__(self, message: str, exit_code: int = REFUSED) -> None:
        super().__init__(" ".join(message.split()))
        self._as_json = wants_json()  # asked now, because the context is gone when the fault is shown
        setattr(self, "exit_code", exit_code)  # noqa: B010  # click types it as a class variable

    def show(self, file: Any = None) -> None:
        if self._as_json:
            click.echo(json.dumps({"error": self.message}, ensure_ascii=False))
        click.echo(f"Error: {self.message}", err=True)


def wants_json() -> bool:
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get("json"))


def _remember_json(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        context.meta["json"] = True


json_option = click.option(
    "--json", is_flag=True, expose_value=False, callback=_remember_json, is_eager=True, help="Print one JSON object."
)


def say(sentence: str, **values: Any) -> None:
    """The outcome: a sentence for a person, or with --json one object."""
    click.echo(json.dumps(values, ensure_ascii=False) if wants_json() else sentence)
