"""Registers of other systems: which stored tags still hold, what free text is about, how often each concept is used."""
