"""Keras as student code meets it: `fit` and `predict` describe what they want and ask for it."""
