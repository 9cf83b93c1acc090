"""A learner's own answers in words, and items whose words are gone."""

from __future__ import annotations

from data.runs import ItemSpec
from kit_content import ItemWording
from pages.ui import items
from pages.ui.items import Answers

SCALE = ItemSpec("sure", 1, "scale", False, ("not_yet", "partly", "yes_clearly"))
THEN_NOW = ItemSpec("knows", 1, "then_now", True, ("not_yet", "partly", "yes_clearly"))
CHOICES = ItemSpec("bring", 1, "multiple_choice", False, ("practice", "safety_rules", "none_of_these"))
TEXT = ItemSpec("ask", 1, "text", False, ())
POINTS = {"not_yet": "Not yet", "partly": "Partly", "yes_clearly": "Yes, clearly"}
WORDINGS = {
    "sure": ItemWording("I am sure.", POINTS),
    "knows": ItemWording("I know whom to ask.", POINTS, then_label="Before", now_label="After"),
    "bring": ItemWording("I bring …", {"practice": "Practice", "safety_rules": "Rules", "none_of_these": "None"}),
    "ask": ItemWording("My question", {}),
}


def sheet(item: ItemSpec, value: object = None, text: str = "") -> str:
    answers = Answers({} if value is None else {item.id: value}, {item.id: text} if text else {}, {})
    return items.own_sheet([item], WORDINGS, answers)[0][1]


def test_a_scale_is_said_by_its_label() -> None:
    assert sheet(SCALE, "partly") == "Partly" and sheet(SCALE, "rather_not_say") == "Rather not say"


def test_then_and_now_are_said_one_below_the_other() -> None:
    assert sheet(THEN_NOW, ("not_yet", "partly")) == "Before: Not yet\nAfter: Partly"


def test_choices_are_said_one_below_the_other() -> None:
    assert sheet(CHOICES, ["practice", "safety_rules"]) == "Practice\nRules"


def test_a_text_is_said_as_it_was_written_and_an_empty_one_is_a_dash() -> None:
    assert sheet(TEXT, text="<b>Hours?</b>") == "<b>Hours?</b>" and sheet(TEXT) == "–"


def test_skipping_everything_gives_every_item_but_texts_an_answer() -> None:
    assert items.nothing_said([SCALE, THEN_NOW, CHOICES, TEXT]) == dict.fromkeys(
        ["sure", "knows", "bring"], "rather_not_say"
    )


def test_the_browser_learns_which_choices_stand_alone() -> None:
    assert items.browser_items([SCALE, CHOICES]) == [{"id": "sure"}, {"id": "bring", "alone": [2, 3]}]


def test_an_item_that_the_kit_no_longer_has_is_still_readable() -> None:
    wording = items.wording_of(ItemSpec("old_item", 1, "scale", False, ("very_hard", "easy")), WORDINGS)
    assert wording.statement == "old item" and wording.points == {"very_hard": "very hard", "easy": "easy"}


def test_an_option_that_the_kit_no_longer_has_is_still_readable() -> None:
    wording = items.wording_of(ItemSpec("sure", 1, "scale", False, ("not_yet", "no_idea")), WORDINGS)
    assert wording.points["not_yet"] == "Not yet" and wording.points["no_idea"] == "no idea"
