"""Grades into what people read: a terminal table, a CSV file and self-contained web pages."""
