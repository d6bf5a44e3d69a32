"""The definitions of the exercises: `<assignment>/<slug>.py`, one `exercise` in each."""
