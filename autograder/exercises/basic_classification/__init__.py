"""Basic classification: look at images, scale them, train a network, and read what it says."""
