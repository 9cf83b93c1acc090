from __future__ import annotations

from kit_content.restricted import _HASHES, digest_of, restricted_wording

# A made-up scale, so that no wording of a real one stands in this repository.
MADE_UP = {"Door scale": digest_of("my door feels freshly painted")}


def test_words_of_a_restricted_scale_are_found_with_their_line():
    text = 'title = "Doors"\nstatement = "Today my DOOR feels\nfreshly painted, I think."'
    assert list(restricted_wording(text, MADE_UP)) == [(2, "Door scale")]


def test_accents_and_punctuation_do_not_hide_them():
    assert list(restricted_wording("My dóor – feels: freshly, “painted”!", MADE_UP)) == [(1, "Door scale")]


def test_other_words_pass():
    assert list(restricted_wording("My door feels freshly washed.", MADE_UP)) == []


def test_eight_scales_are_refused():
    assert set(_HASHES) == {"WHO-5", "SWEMWBS", "CAAS", "CDSE", "PERMA", "Cantril", "PHQ", "GAD"}
    assert all(len(digests.split()) >= 8 for digests in _HASHES.values())
