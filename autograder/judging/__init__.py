"""Turns evidence and hidden truth into verdicts: the face for authors, and the judge."""
