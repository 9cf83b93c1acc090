"""Pages that let teachers and coordinators in."""
