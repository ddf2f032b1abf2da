"""Measurements of loading and serving; see docs/measurements.md."""
