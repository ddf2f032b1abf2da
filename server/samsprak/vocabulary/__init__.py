"""A SKOS vocabulary: files, graph, normalised relations, frozen records, data."""
