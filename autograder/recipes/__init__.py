"""Networks and requests to train them as plain data, and their arithmetic in NumPy."""
