"""The layers of the vocabulary, each with all that is known of it; one module per family."""
