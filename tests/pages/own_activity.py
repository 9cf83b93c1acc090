"""A school's own small activity with rankings and words, for tests of pages that draw them."""

from __future__ import annotations

from pathlib import Path

SLUG = "order-and-words"

STRUCTURE = """\
slug = "order-and-words"
version = 1
module = "career-literacy"
short_path = false
minutes = 20
age = "15+"
sensitivity = 1
licence = "CC-BY-4.0"

[codes]
lifecomp = ["L2"]
cms = ["CM"]
cdi = ["explore"]

[[steps]]
id = "join"
kind = "join"
minutes = 5

[[steps]]
id = "reflect"
kind = "reflect"
minutes = 10

[[steps]]
id = "reveal"
kind = "reveal"
minutes = 5

[[items]]
id = "matters"
kind = "ranking"
options = ["pay", "hours", "place"]

[[items]]
id = "feels"
kind = "ranking"
options = ["calm", "proud", "tired", "alone"]
sensitive = true

[[items]]
id = "needs"
kind = "words"

[[items]]
use = "how_was_this"
"""

WORDING = {
    "en": """\
reviewed = true
title = "Order and words"
aim = "Put things in order."
outcomes = ["I can put things in order."]
materials = ["nothing"]
talk_question = "What matters to you?"
charted = "what matters"
private = "your reasons"
partner = "Together."
no_device = "With cards."
preparation = "None."
evaluation = "Was it useful?"
follow_up = "Talk."
steps.join = { wall = "Join.", script = "Say: join." }
steps.reflect = { wall = "Answer.", script = "Say: answer." }
steps.reveal = { wall = "See.", script = "Say: see." }
[items.matters]
statement = "What matters most to you in a job?"
finding = "What matters most to us in a job"
options = { pay = "The pay", hours = "The hours that I work", place = "The place" }
[items.feels]
statement = "How does the first day feel?"
options = { calm = "Calm", proud = "Proud", tired = "Tired", alone = "Alone" }
[items.needs]
statement = "What does a good team need?"
finding = "What a good team needs"
""",
    "el": """\
reviewed = false
title = "Σειρά και λέξεις"
aim = "Βάζουμε πράγματα σε σειρά."
outcomes = ["Μπορώ να βάζω πράγματα σε σειρά."]
materials = ["τίποτα"]
talk_question = "Τι μετράει για σένα;"
charted = "τι μετράει"
private = "οι λόγοι σου"
partner = "Μαζί."
no_device = "Με κάρτες."
preparation = "Καμία."
evaluation = "Ήταν χρήσιμο;"
follow_up = "Συζήτηση."
steps.join = { wall = "Μπείτε.", script = "Πείτε: μπείτε." }
steps.reflect = { wall = "Απαντήστε.", script = "Πείτε: απαντήστε." }
steps.reveal = { wall = "Δείτε.", script = "Πείτε: δείτε." }
[items.matters]
statement = "Τι μετράει πιο πολύ για σένα σε μια δουλειά;"
options = { pay = "Η αμοιβή", hours = "Οι ώρες που δουλεύω", place = "Το μέρος" }
[items.feels]
statement = "Πώς είναι η πρώτη μέρα;"
options = { calm = "Ήρεμη", proud = "Γεμάτη περηφάνια", tired = "Κουραστική", alone = "Μοναχική" }
[items.needs]
statement = "Τι χρειάζεται μια καλή ομάδα;"
""",
}


def write(folder: Path) -> Path:
    """Put the activity into this folder, for OPEN_ROADS_KIT to name."""
    home = folder / SLUG
    home.mkdir(parents=True)
    (home / "activity.toml").write_text(STRUCTURE, encoding="utf-8")
    for language, wording in WORDING.items():
        (home / f"{language}.toml").write_text(wording, encoding="utf-8")
    return folder
