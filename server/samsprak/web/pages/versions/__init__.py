"""What a vocabulary said at its releases, what has changed since, and how a proposal differs."""
