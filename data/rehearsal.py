"""Made-up learners: for a teacher's rehearsal and for the demonstration school. Always marked as made up on screen."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from data.reflections import NONE_OF_THESE, RATHER_NOT_SAY, Held, keep_reflection
from data.run_rows import ItemSpec, Run, run_in
from data.store import Store, new_id
from data.words import different_words

if TYPE_CHECKING:
    from sqlite_utils import Database

_DECLINE = 0.05
# What anybody may say of a day at work, in every language of the kit; the first are written most.
_WORDS = {
    "en": ("teamwork", "patience", "practice", "time", "trust", "tools", "questions", "care", "safety", "pay"),
    "es": (
        "equipo",
        "paciencia",
        "práctica",
        "tiempo",
        "confianza",
        "herramientas",
        "preguntas",
        "seguridad",
        "sueldo",
    ),
    "el": ("ομάδα", "υπομονή", "εξάσκηση", "χρόνος", "εμπιστοσύνη", "εργαλεία", "ερωτήσεις", "ασφάλεια", "μισθός"),
}


def made_up_answers(
    items: tuple[ItemSpec, ...], chance: random.Random, growth: float = 0.5, language: str = "en"
) -> dict[str, str | list[str]]:
    """One made-up reflection, as it is kept. `growth` from 0 to 1 shifts scales towards their upper points."""
    return {item.id: _made_up(item, chance, growth, language) for item in items if item.kind != "text"}


def _made_up(item: ItemSpec, chance: random.Random, growth: float, language: str) -> str | list[str]:
    if chance.random() < _DECLINE:
        return RATHER_NOT_SAY
    if item.kind == "then_now":
        return chance.choices(("lower", "same", "higher"), weights=(1, 4, 4 + 4 * growth))[0]
    if item.kind == "multiple_choice":
        options = [point for point in item.points if point != NONE_OF_THESE]
        chosen = [option for place, option in enumerate(options) if chance.random() < 0.55 - 0.06 * place]
        return sorted(chosen) or [NONE_OF_THESE]
    if item.kind == "ranking":
        # Each has the order of the kit in mind, and wanders from it.
        place = {option: at + chance.gauss(0, 1.4) for at, option in enumerate(item.points)}
        return sorted(item.points, key=place.__getitem__)
    if item.kind == "words":
        words = _WORDS.get(language, _WORDS["en"])
        weights = [len(words) - at for at in range(len(words))]
        return different_words(chance.choices(words, weights, k=chance.choice((1, 2, 3, 3))))
    if item.kind == "scale":
        middle = (0.25 + 0.55 * growth) * (len(item.points) - 1)
        return item.points[max(0, min(len(item.points) - 1, round(chance.gauss(middle, 1.0))))]
    return chance.choices(item.points, weights=[len(item.points) - place for place in range(len(item.points))])[0]


def fill_with_made_up_answers(store: Store, run_id: str) -> None:
    """Let made-up learners send in a rehearsal: nearly the whole class."""
    with store.write() as db:
        run = run_in(db, run_id)
        assert run is not None and run.rehearsal
        send_made_up(db, run, count=max(run.places - 1, 6), chance=random.Random())


def send_made_up(db: Database, run: Run, *, count: int, chance: random.Random, growth: float = 0.5) -> None:
    for sent in range(count):
        keep_reflection(db, run, new_id(), made_up_answers(run.items, chance, growth, run.language), Held(sent))
