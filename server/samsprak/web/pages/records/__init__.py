"""The pages of single records: concepts, collections, schemes and sources."""
