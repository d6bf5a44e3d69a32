"""The exercises of `digits`: mini-batches, dropout, a deep network, and a picture of your own."""
