"""Evidence and hidden truth into verdicts: the face for authors of exercises, and the judge."""
