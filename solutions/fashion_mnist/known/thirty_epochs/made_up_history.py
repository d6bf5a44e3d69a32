"""Mistake: a made-up history.

Fails: one_training_of_thirty_epochs, validates_on_the_images_held_back, returns_the_history,
    training_loss_falls
"""

import numpy as np


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    return int(np.argmin(history["val_loss"])) + 1


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    best = best_epoch(history) - 1
    rise = history["val_loss"][-1] - history["val_loss"][best]
    fall = history["loss"][best] - history["loss"][-1]
    return rise > 0.1 and fall > 0


def train_thirty_epochs(*_):
    return {"loss": [2, 1] * 15, "val_loss": [1.0] * 30}
