"""Changes to a vocabulary: what differs between two versions, and the commands that editors change records with."""
