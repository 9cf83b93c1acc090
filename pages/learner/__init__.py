"""Pages for learners; nobody signs in here."""
