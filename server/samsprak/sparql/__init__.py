"""SPARQL: queries of others, answered in processes that can be ended."""
