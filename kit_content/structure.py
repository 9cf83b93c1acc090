"""Reading `activity.toml`: the structure of an activity, which is the same in every language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kit_content.schema import (
    CDI,
    CMS,
    DIRECTIONS,
    ITEM_KINDS,
    LIFECOMP,
    NONE_OF_THESE,
    RATHER_NOT_SAY,
    STEP_KINDS,
    Activity,
    ActivityTexts,
    Item,
    Scale,
    Step,
)
from kit_content.sources import Findings, Source
from kit_content.tables import KEBAB_CASE, SNAKE_CASE, Table

KEYS = (
    "slug", "version", "module", "short_path", "minutes", "age", "sensitivity",
    "licence", "trades", "codes", "steps", "items",
)  # fmt: skip
# A lesson has one step of each of these kinds, in this order; the other steps stand where they like.
LESSON = ("join", "reflect", "reveal")
_FIELD = re.compile(r"_(\d+|then|now|skip)$")
_SCALE_KINDS = ("scale", "then_now")
_CHOICE_KINDS = ("single_choice", "multiple_choice", "ranking")
FEWEST_RANKED, MOST_RANKED = 3, 5
_NO_TEXTS = ActivityTexts({}, {}, {}, {})


@dataclass(frozen=True)
class Common:
    """What activities share: the modules they belong to, scales, and groups of items such as the compass."""

    modules: tuple[str, ...]
    scales: Mapping[str, Scale]
    shared: Mapping[str, tuple[Item, ...]]

    @property
    def shared_ids(self) -> frozenset[str]:
        return frozenset(item.id for items in self.shared.values() for item in items)


def read_structure(source: Source, folder_name: str, common: Common, findings: Findings) -> Activity:
    """The activity without its texts. Every problem noted here makes it unfit to be taught."""
    table = Table(source, findings)
    table.refuse_others(KEYS)
    slug = table.text("slug")
    if slug and (slug != folder_name or not KEBAB_CASE.fullmatch(slug)):
        table.problem(
            "slug", f"The slug “{slug}” must be the name of the folder, “{folder_name}”", "As in advert-under-the-lamp"
        )
    codes = table.table("codes")
    codes.refuse_others(("lifecomp", "cms", "cdi", "casel", "entrecomp"))
    return Activity(
        slug=folder_name,
        version=table.whole_number("version", low=1, high=999),
        module=table.one_of("module", common.modules),
        minutes=table.whole_number("minutes", low=1, high=240),
        age=table.text("age"),
        sensitivity=table.whole_number("sensitivity", low=0, high=2),
        short_path=table.flag("short_path", default=False),
        lifecomp=codes.some_of("lifecomp", LIFECOMP, required=True),
        cms=codes.some_of("cms", CMS, required=True),
        cdi=codes.some_of("cdi", CDI, required=True),
        casel=codes.texts("casel", required=False),
        entrecomp=codes.texts("entrecomp", required=False),
        trades=_slugs(table, "trades", required=False),
        steps=_steps(table),
        items=_items(table, common),
        licence=table.text("licence"),
        texts=_NO_TEXTS,
    )


def read_item(table: Table, scales: Mapping[str, Scale]) -> Item:
    table.refuse_others(("id", "kind", "version", "sensitive", "scale", "options", "guess"))
    kind = table.one_of("kind", ITEM_KINDS)
    scale = scales.get(table.one_of("scale", tuple(scales))) if kind in _SCALE_KINDS else None
    options = _options(table, kind) if kind in _CHOICE_KINDS else ()
    for key, kinds in (("scale", _SCALE_KINDS), ("options", _CHOICE_KINDS)):
        if key in table.values and kind and kind not in kinds:
            table.problem(key, f"A {kind} has no {key}", f"Only {', '.join(kinds)} have")
    sensitive = table.flag("sensitive", default=False)
    if sensitive and kind == "words":
        table.problem("sensitive", "Words may not be sensitive", "They would be read; ask with a scale or with choices")
    return Item(
        id=table.slug("id"),
        kind=kind,
        version=table.whole_number("version", low=1, high=999, default=1),
        sensitive=sensitive,
        scale=scale,
        options=options,
        guess=_guess(table, kind, sensitive=sensitive),
    )


def _guess(table: Table, kind: str, *, sensitive: bool) -> bool:
    """Does the class guess before it sees the chart? Only where there are answers to point at, and nothing personal."""
    guess = table.flag("guess", default=False)
    if guess and sensitive:
        table.problem("guess", "Nobody guesses at a sensitive item", "Leave guess out")
    elif guess and kind in ("words", "text"):
        table.problem("guess", f"Nobody can guess at {kind}", "Only items with answers to choose from have guess")
    return guess


def read_scales(source: Source, findings: Findings) -> dict[str, Scale]:
    scales: dict[str, Scale] = {}
    root = Table(source, findings)
    for scale_id in source.values:
        table = root.table(scale_id)
        table.refuse_others(("points", "direction"))
        points = _slugs(table, "points")
        if points and len(points) < 3:
            table.problem("points", "A scale needs at least three points")
        scales[scale_id] = Scale(scale_id, points, table.one_of("direction", DIRECTIONS))
    return scales


def _steps(table: Table) -> tuple[Step, ...]:
    steps: list[Step] = []
    for entry in table.tables("steps"):
        step = _step(entry)
        _refuse_twice(entry, step.id, [earlier.id for earlier in steps])
        steps.append(step)
    order = [step.kind for step in steps if step.kind in LESSON]
    for kind in LESSON:
        if order.count(kind) != 1:
            table.problem("steps", f"There are {order.count(kind)} steps of kind “{kind}”", "A lesson has exactly one")
    if sorted(order) == sorted(LESSON) and tuple(order) != LESSON:
        table.problem("steps", f"The steps come as {', '.join(order)}", f"The order is {', '.join(LESSON)}")
    return tuple(steps)


def _step(table: Table) -> Step:
    table.refuse_others(("id", "kind", "minutes", "timer", "exhibit"))
    kind = table.one_of("kind", STEP_KINDS)
    exhibit = table.slug("exhibit") if kind == "exhibit" or "exhibit" in table.values else None
    minutes = table.whole_number("minutes", low=1, high=120)
    timer = table.whole_number("timer", low=10, high=7200) if "timer" in table.values else None
    return Step(table.slug("id"), kind, minutes, timer, exhibit or None)


def _items(table: Table, common: Common) -> tuple[Item, ...]:
    items: list[Item] = []
    for entry in table.tables("items"):
        if "use" in entry.values:
            entry.refuse_others(("use",))
            new = common.shared.get(entry.one_of("use", tuple(common.shared)), ())
        else:
            new = (read_item(entry, common.scales),)
            if new[0].id in common.shared_ids:
                entry.problem(
                    "id", f"“{new[0].id}” is the name of a shared item", "Take it with use = …, or choose another id"
                )
        if new:
            _refuse_twice(entry, new[0].id, [earlier.id for earlier in items])
            _refuse_part_of_another(entry, new[0].id, [earlier.id for earlier in items])
        items += new
    return tuple(items)


def _options(table: Table, kind: str) -> tuple[str, ...]:
    options = _slugs(table, "options")
    if RATHER_NOT_SAY in options:
        table.problem("options", f"“{RATHER_NOT_SAY}” may not be an option", "Leave it out: pages add it to every item")
    if kind == "ranking":
        _check_ranking(table, options)
    elif options and len([option for option in options if option != NONE_OF_THESE]) < 2:
        table.problem("options", "An item needs at least two options")
    if kind == "multiple_choice":
        return (*(option for option in options if option != NONE_OF_THESE), NONE_OF_THESE)
    return options


def _check_ranking(table: Table, options: tuple[str, ...]) -> None:
    if NONE_OF_THESE in options:
        hint = "Leave it out: whoever does not want to rank them says so"
        table.problem("options", f"“{NONE_OF_THESE}” cannot be ranked", hint)
    if options and not FEWEST_RANKED <= len(options) <= MOST_RANKED:
        hint = f"{FEWEST_RANKED} to {MOST_RANKED}; more cannot be put in order on a phone"
        table.problem("options", f"A ranking of {len(options)} options", hint)


def _slugs(table: Table, key: str, *, required: bool = True) -> tuple[str, ...]:
    """A list of different snake_case slugs."""
    slugs = table.texts(key, required=required)
    for slug in slugs:
        if not SNAKE_CASE.fullmatch(slug):
            table.problem(
                key, f"“{slug}” is not a valid slug in {key}", "Small letters, digits and _ only, as in nice_to_have"
            )
    for slug in sorted({slug for slug in slugs if slugs.count(slug) > 1}):
        table.problem(key, f"“{slug}” stands twice in {key}")
    return slugs


def _refuse_part_of_another(entry: Table, name: str, earlier: list[str]) -> None:
    """The fields of an item on the page are named after it, as `pay_1` or `pay_now`."""
    other = next((other for other in earlier if _FIELD.sub("", name) == other or _FIELD.sub("", other) == name), None)
    if other and other != name:
        entry.problem("id", f"“{name}” is too much like “{other}”", "One is a field of the other; choose another id")


def _refuse_twice(entry: Table, name: str, earlier: list[str]) -> None:
    if name and name in earlier:
        entry.problem("id", f"The id “{name}” stands twice", "Each needs an id of its own")
