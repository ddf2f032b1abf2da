"""A vocabulary as data: linked data for each resource, whole vocabularies as files."""
