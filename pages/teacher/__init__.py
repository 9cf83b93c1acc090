"""Pages for teachers, and the wall."""
