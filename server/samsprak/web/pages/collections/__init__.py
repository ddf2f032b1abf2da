"""How pages show collections: their headings, the facets to begin from, the tables of the reports."""
