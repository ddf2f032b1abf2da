"""Concept diagrams: a concept among its neighbours, as terminologists draw it (ISO 704, ISO 24156-1).

`neighbourhood` chooses what is shown, `arrangement` asks grandalf for columns and order, `placing` and `routing`
give boxes and lines their places, `statements` says the same in words, `pages` serves it all.
"""
