"""How pages set texts: notes in parts, terms as links, sources as references."""
