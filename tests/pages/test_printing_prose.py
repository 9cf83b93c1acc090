"""The kit's Markdown on paper: safe, and with room to write."""

from __future__ import annotations

from pages.printing.prose import to_html, without_licence


def test_html_stays_text_and_no_picture_is_loaded() -> None:
    html = to_html("<script>x</script> ![a](https://elsewhere.example/a.png) <b onclick='x'>")
    assert "<script" not in html and "<img" not in html and "<b" not in html


def test_no_cell_brings_a_style_of_its_own() -> None:
    html = to_html("| a | b |\n|---:|:---:|\n| 1 | 2 |")
    assert "style" not in html
    assert '<td class="to-right">1</td>' in html and '<td class="to-center">2</td>' in html


def test_rows_to_write_in_are_marked() -> None:
    html = to_html("| a | b |\n|---|---|\n| full | full |\n| half | |")
    assert html.count('<tr class="write">') == 1 and '<table class="write">' in html


def test_a_table_to_read_is_not_marked() -> None:
    assert "write" not in to_html("| | b |\n|---|---|\n| full | full |")


def test_a_column_to_write_in_gets_more_room_than_one_to_tick() -> None:
    html = to_html("| Question | Our answer | Sure? |\n|---|---|---|\n| What is it? | | |")
    assert '<th class="room-1">Our answer</th>' in html and "<th>Sure?</th>" in html


def test_the_only_column_to_write_in_gets_most_of_the_room() -> None:
    assert '<th class="room-most">My question</th>' in to_html("| Pocket | My question |\n|---|---|\n| Safety | |")


def test_the_licence_at_the_end_moves_to_the_foot() -> None:
    assert without_licence("# Title\n\nText\n\nOpen Roads kit, CC BY 4.0\n") == (
        "# Title\n\nText",
        "Open Roads kit, CC BY 4.0",
    )


def test_a_text_without_a_licence_stays_as_it_is() -> None:
    assert without_licence("# Title\n\nText") == ("# Title\n\nText", "")
    assert without_licence("| CC BY |\n|---|\n| x |")[1] == ""
