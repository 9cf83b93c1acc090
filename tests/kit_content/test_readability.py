from __future__ import annotations

import pytest

from kit_content import LANGUAGES, catalogues, readability
from kit_content.readability import ITEMS, WALLS, faults_together, longest_sentence
from kit_content.schema import FIRST_LANGUAGE

HARD = {
    "en": "I can critically evaluate occupational information considering trustworthiness and methodological adequacy.",
    "es": "Considero críticamente informaciones ocupacionales atendiendo a fiabilidad, actualización y transparencia.",
    "el": "Αξιολογώ συστηματικά πληροφορίες επαγγελματικού προσανατολισμού, συνυπολογίζοντας την αξιοπιστία τους.",
}
EASY = {
    "en": "I know who can help me. I can ask for help at work.",
    "es": "Sé quién me puede ayudar. Puedo pedir ayuda en el trabajo.",
    "el": "Ξέρω ποιος με βοηθά. Μπορώ να ζητήσω βοήθεια στη δουλειά.",
}


@pytest.mark.parametrize("language", HARD)
@pytest.mark.parametrize("level", [ITEMS, WALLS], ids=["items", "walls"])
def test_hard_words_are_found_and_easy_ones_pass(language, level):
    assert list(faults_together([HARD[language]] * 6, language, level))
    assert list(faults_together([EASY[language]] * 6, language, level)) == []


@pytest.mark.parametrize("language", readability.FORMULAS)
def test_the_formula_is_run_and_nothing_is_skipped_here(language):
    assert readability.formulas_are_run()
    assert any("at least" in fault for fault in faults_together([HARD[language]] * 6, language, ITEMS))


def test_a_few_words_are_not_judged_by_a_formula():
    assert list(faults_together([HARD["en"]], "en", ITEMS)) == []


def test_syllables_are_counted_nearly_as_a_dictionary_does():
    count = readability._syllable_counter(readability.FORMULAS["en"])
    spoken = {"support": 2, "activity": 4, "learner": 2, "wall": 1, "question": 2, "important": 3, "together": 3}
    assert abs(sum(map(count, spoken)) - sum(spoken.values())) <= 1


def test_a_greek_question_mark_ends_a_sentence():
    assert longest_sentence("Τι βλέπεις; Πες το στην τάξη.") == 4


def test_a_long_sentence_in_an_item_is_named_by_line(school):
    school.edit("en.toml", "en One wish", "word " * 16 + "word")
    [problem] = school.problems()
    assert (problem.line, problem.message) == (43, "“items.one_wish.statement” has a sentence of 17 words")
    assert problem.hint == "At most 16 at level A2: make two of it"


def test_hard_items_are_named_by_language_with_where_to_begin(school):
    school.edit("el.toml", "el One wish", HARD["el"].replace(",", ".") * 6)
    [problem] = school.problems()
    assert problem.message.startswith("The items are hard to read in Ελληνικά: ")
    assert HARD["el"][:30] in problem.hint


def test_without_the_library_the_rest_is_checked_and_the_command_says_so(monkeypatch, school):
    monkeypatch.setattr(readability, "find_spec", lambda name: None)
    assert not readability.formulas_are_run()
    assert [fault.partition(" ")[2] for fault in faults_together([HARD["en"]] * 6, "en", ITEMS)] == [
        "long words, at most 28%"
    ]


def learners_read(language):
    """The sentences of the learner's pages in that language."""
    collected = [message for message in catalogues.collected() if message.locations]
    said = {message.id for message in collected if message.locations[0][0].startswith("pages/learner/")}
    if language == FIRST_LANGUAGE:
        return [sentence if isinstance(sentence, str) else sentence[0] for sentence in said]
    return [catalogues.forms(message)[0] for message in catalogues.translated(language) if message.id in said]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_learners_read_on_their_pages_is_easy_too(language):
    assert len(learners_read(language)) > 20
    assert list(faults_together(learners_read(language), language, ITEMS)) == []
