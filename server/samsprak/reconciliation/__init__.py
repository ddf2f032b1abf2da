"""Reconciliation: which concept a name in somebody's table stands for, and how certain that is."""
