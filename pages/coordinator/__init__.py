"""Pages for coordinators; they see pooled totals."""
