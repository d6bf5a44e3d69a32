"""The command line; command X is in `commands/X.py`."""
