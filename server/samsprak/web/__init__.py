"""The HTTP service: one module a surface."""
