"""Language: tags and fallback, folding, collation, slugs, and the interface's own words."""
