"""One submission's way from file to grade, and the gradebook that keeps it."""
