"""Watches a child from outside: starts it, keeps its limits, reads what it reports."""
