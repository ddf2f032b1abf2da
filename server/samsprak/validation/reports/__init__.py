"""Reports of a check: for people, for programs, for code review."""
