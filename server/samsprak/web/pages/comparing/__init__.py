"""Concepts side by side."""
