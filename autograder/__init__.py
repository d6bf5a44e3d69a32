"""An autograder for courses on training networks with Keras."""

__version__ = "0.1.0"
