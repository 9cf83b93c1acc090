"""Random histories: two states that anybody can read differ by no answer or by at least the floor."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from data import exports, reflections, runs, school
from data.cohorts import make_cohort
from data.reflections import RATHER_NOT_SAY, Refusal
from data.release import revealed_totals, totals_of_run
from data.store import Store
from data.texts import Text, approve, approved_texts, hide, waiting_texts
from tests.data.lessons import FIVE_POINTS, Lesson, start_lesson

FLOOR = 5
seat_numbers = st.integers(0, 11)
answers = st.fixed_dictionaries(
    {
        "meets": st.sampled_from([*FIVE_POINTS, RATHER_NOT_SAY]),
        "turn_to": st.sampled_from([*FIVE_POINTS, RATHER_NOT_SAY]),
        "bring": st.sampled_from([["care"], ["care", "speed"], RATHER_NOT_SAY]),
        "first": st.sampled_from([["pay", "hours", "place"], ["hours", "place", "pay"], RATHER_NOT_SAY]),
        "feel": st.sampled_from([["calm", "proud", "tired"], RATHER_NOT_SAY]),
        "needs": st.sampled_from([["team", "rest"], ["Team"], ["rest"], ["alone"], RATHER_NOT_SAY]),
    }
)


class Histories(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store(Path(self.folder.name))
        self.alba = school.set_up(
            self.store, school="S", country="GR", coordinator="Alba", passphrase="a long passphrase"
        )
        school.set_contact(self.store, self.alba, name="N", room="1", hours="9")
        self.cohort = make_cohort(self.store, self.alba, name="Class", size=9)
        self.begin()

    def begin(self) -> None:
        self.lesson: Lesson = start_lesson(self.store, self.alba, self.cohort)
        self.seats = [reflections.new_seat() for _ in range(12)]
        self.sent: dict[str, dict[str, reflections.Answer]] = {}
        self.texts: dict[str, str] = {}
        self.seen: list[dict[str, dict[str, int]]] = [{}]

    def attempt(self, action) -> bool:
        try:
            action()
        except Refusal:
            return False
        return True

    @rule(number=seat_numbers, values=answers, text=st.sampled_from(["", "a question"]))
    def send(self, number: int, values: dict[str, reflections.Answer], text: str) -> None:
        seat = self.seats[number]
        self.attempt(lambda: reflections.join(self.store, self.cohort.code, seat))
        if self.attempt(lambda: self.lesson.send(seat, text, **values)):
            self.sent[seat] = values
            self.texts[seat] = text

    @rule(number=seat_numbers)
    def delete(self, number: int) -> None:
        seat = self.seats[number]
        if self.attempt(lambda: reflections.delete_answer(self.store, self.lesson.run_id, seat)):
            self.sent.pop(seat, None)
            self.texts.pop(seat, None)

    @rule(number=seat_numbers)
    def finish(self, number: int) -> None:
        self.attempt(lambda: reflections.finish_seat(self.store, self.lesson.run_id, self.seats[number]))

    @rule(locked=st.booleans())
    def doors(self, locked: bool) -> None:
        if self.lesson.run.state == "reflecting":
            runs.set_doors(self.store, self.alba, self.lesson.run_id, locked)

    @rule()
    def close(self) -> None:
        self.lesson.close()

    @precondition(lambda self: self.lesson.run.state == "closed")
    @rule(count=st.integers(0, 6))
    def reveal(self, count: int) -> None:
        runs.reveal(self.store, self.alba, self.lesson.run_id, count)

    @precondition(lambda self: self.lesson.run.state == "closed")
    @rule(act=st.sampled_from([approve, hide]), number=st.integers(0, 2))
    def judge_a_word(self, act, number: int) -> None:
        for text in self.words()[number : number + 1]:
            act(self.store, self.alba, text.id)

    @precondition(lambda self: self.lesson.run.state == "closed")
    @rule()
    def next_lesson(self) -> None:
        self.begin()

    @invariant()
    def every_difference_is_nothing_or_at_least_the_floor(self) -> None:
        for view in self.views():
            for earlier in self.seen:
                for item_id in view.keys() | earlier.keys():
                    difference = abs(view.get(item_id, 0) - earlier.get(item_id, 0))
                    assert difference == 0 or difference >= FLOOR
            if view not in self.seen:
                self.seen.append(view)

    def views(self) -> list[dict[str, int]]:
        """Item → respondents, in everything that anybody can read of this run."""
        own = totals_of_run(self.store, self.alba, self.lesson.run_id)
        wall = revealed_totals(self.store, self.cohort.code)
        rows = exports.rows_of_totals(self.store, self.alba, self.cohort.id)
        newest = {str(row[3]): int(row[5]) for row in reversed(rows)} if own else {}
        return [{total.item_id: total.respondents for total in own}, {t.item_id: t.respondents for t in wall}, newest]

    @invariant()
    def totals_are_what_was_sent_at_the_close(self) -> None:
        for total in totals_of_run(self.store, self.alba, self.lesson.run_id):
            if total.item_id == "meets":
                real = [values["meets"] for values in self.sent.values() if values["meets"] != RATHER_NOT_SAY]
                assert total.respondents == len(real) >= FLOOR

    def kept(self, item_id: str) -> list[Text]:
        return [text for text in waiting_texts(self.store, self.alba, self.lesson.run_id) if text.item_id == item_id]

    def words(self) -> list[Text]:
        return sorted(self.kept("needs"), key=lambda text: text.text)

    @invariant()
    def only_enough_texts_are_kept(self) -> None:
        kept = self.kept("ask")
        assert not kept or len(kept) == sum(bool(text) for text in self.texts.values()) >= FLOOR
        assert [text for text in approved_texts(self.store, self.cohort.code) if text.item_id == "ask"] == []

    @invariant()
    def only_words_of_two_are_kept_and_only_when_enough_gave_some(self) -> None:
        given = [values["needs"] for values in self.sent.values() if values["needs"] != RATHER_NOT_SAY]
        writers = Counter(word.casefold() for words in given for word in words)
        for word in self.words():
            assert word.writers == writers[word.text.casefold()] >= 2 and len(given) >= FLOOR

    @invariant()
    def a_word_is_read_only_when_it_is_approved(self) -> None:
        approved = {word.text: word.writers for word in self.words() if word.state == "approved"}
        totals = [
            *totals_of_run(self.store, self.alba, self.lesson.run_id),
            *revealed_totals(self.store, self.cohort.code),
        ]
        for total in totals:
            assert total.item_id != "needs" or total.counts == approved

    @invariant()
    def nothing_pending_outlives_the_close(self) -> None:
        if self.lesson.run.state == "closed":
            with self.store.read() as db:
                assert [db[name].count for name in db.table_names() if name.startswith("pending_")] == [0, 0, 0]

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=30, stateful_step_count=40, deadline=None)
