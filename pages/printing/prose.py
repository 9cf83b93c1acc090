"""The kit's Markdown as HTML for paper: no raw HTML, no pictures from elsewhere, and tables to write in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from pages.ui.kit import markdown

_ALIGN = "text-align:"
# A heading as short as "Not sure" stands over a column to tick; under a longer one somebody writes.
_SHORT_HEADING = 9

# A row of a table: its own token, and the opening token and the text of each of its cells.
Row = tuple[Token, list[tuple[Token, str]]]


def to_html(text: str) -> str:
    """What a learner writes in is marked: rows and tables with an empty cell as `write`, empty columns as `room-…`."""
    tokens = markdown.parse(text)
    for table, rows in _tables(tokens):
        _mark(table, rows)
    for token in tokens:
        _name_alignment(token)
    return str(markdown.renderer.render(tokens, markdown.options, {}))


def without_licence(text: str) -> tuple[str, str]:
    """The text and its last line, if that names the licence: it then stands at the foot of the sheet."""
    body, _gap, last = text.rstrip().rpartition("\n\n")
    is_licence = "CC BY" in last and "\n" not in last and not last.startswith(("|", "#", "-"))
    return (body, last) if is_licence else (text, "")


def _tables(tokens: Sequence[Token]) -> Iterator[tuple[Token, list[Row]]]:
    table: tuple[Token, list[Row]] | None = None
    for at, token in enumerate(tokens):
        if token.type == "table_open":
            table = (token, [])
        elif table and token.type == "tr_open":
            table[1].append((token, []))
        elif table and token.type in ("th_open", "td_open"):
            table[1][-1][1].append((token, tokens[at + 1].content.strip()))
        elif table and token.type == "table_close":
            yield table
            table = None


def _mark(table: Token, rows: Sequence[Row]) -> None:
    (_head, headings), *body = rows
    to_write = [row for row, cells in body if not all(words for _cell, words in cells)]
    for row in to_write:
        row.attrJoin("class", "write")
    if not to_write:
        return
    table.attrJoin("class", "write")
    empty = [at for at in range(len(headings)) if not any(cells[at][1] for _row, cells in body)]
    wide = [at for at in empty if len(headings[at][1]) >= _SHORT_HEADING]
    if len(empty) < len(headings) and len(wide) in (1, 2):
        room = "most" if len(headings) == 2 else len(wide)
        for at in wide:
            headings[at][0].attrJoin("class", f"room-{room}")


def _name_alignment(token: Token) -> None:
    """The policy of these pages allows no style inside a tag."""
    style = str(token.attrs.pop("style", ""))
    if style.startswith(_ALIGN):
        token.attrJoin("class", f"to-{style.removeprefix(_ALIGN)}")
