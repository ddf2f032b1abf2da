"""Stored concept URIs over HTTP: what has become of them."""
