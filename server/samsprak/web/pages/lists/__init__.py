"""The lists of a vocabulary: its index, its tree, its facets."""
