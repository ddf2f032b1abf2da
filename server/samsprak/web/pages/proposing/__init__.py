"""The form in which people who are no programmers propose a term, or a change of one."""
