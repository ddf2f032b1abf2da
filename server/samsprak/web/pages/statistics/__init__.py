"""The statistics of a vocabulary, as charts."""
