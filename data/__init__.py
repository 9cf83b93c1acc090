"""Everything Open Roads remembers, behind one door (`data.store`). Knows nothing of screens or of the kit's files."""
