"""Turns what students hand in into statements to run; nothing in here runs any of them."""
