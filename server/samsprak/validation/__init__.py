"""Whether a vocabulary is sound: shapes and text rules in, findings with file and line out."""
