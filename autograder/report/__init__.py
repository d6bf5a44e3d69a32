"""Turns grades into what people read: a terminal table, a CSV file and web pages."""
