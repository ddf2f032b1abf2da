"""The pages that people read: routes lead to surfaces, which share texts and collections."""
