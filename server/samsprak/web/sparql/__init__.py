"""SPARQL over HTTP: the protocol for programs, a page for people."""
