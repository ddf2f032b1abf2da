"""The guided path, a page a question."""
