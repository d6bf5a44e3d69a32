"""A training loop by hand: rows, labels, loss, gradient, update and meter, one after another."""
