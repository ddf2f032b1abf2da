"""Spreadsheets: a vocabulary as a table that a working group edits, and what becomes of it when it comes back."""
