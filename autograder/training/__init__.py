"""The judge's side of training: who asks, what is remembered, and which facts come of it."""
