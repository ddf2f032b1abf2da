"""What others take away: whole vocabularies as files, catalogues of them, and news of what changed."""
