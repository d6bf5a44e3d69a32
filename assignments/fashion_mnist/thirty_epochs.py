# %% [markdown]
"""
Does training longer always help? Images that are held back from training, the *validation* images,
can tell. After every epoch `fit` notes the loss on both kinds, in `History.history`: a dictionary
with a list of numbers for each series, among them `"loss"` and `"val_loss"`.

Write three functions:

- `train_thirty_epochs` builds a new network and trains it for 30 epochs, all in **one** call of
  `fit`, validating on the validation images after every epoch. It returns what `fit` returns, or
  the dictionary in it. The images are scaled to 0 to 1 already: train on all of them as they are,
  with their labels; layers, optimiser and batch size are up to you, as long as the training loss
  falls.
- `best_epoch` is given such a dictionary, of any number of epochs, and returns the epoch with the
  lowest validation loss. The first epoch is number **1**; of equally low ones the first counts.
- `is_overfitting` is given such a dictionary too. Compare the *last* epoch with the best one: it
  returns `True` if the validation loss is **more than 0.1 higher** while the training loss is
  **lower**, and `False` otherwise. When both losses are higher, the network fits nothing too well.
"""

# %%
import numpy as np
import tensorflow as tf


def train_thirty_epochs(train_images, train_labels, validation_images, validation_labels):
    """Train a new model for 30 epochs with validation; return its `History`."""
    raise NotImplementedError


def best_epoch(history):
    """Return the epoch, counted from 1, with the lowest validation loss in a dictionary."""
    raise NotImplementedError


def is_overfitting(history):
    """Return whether a dictionary of series shows over-fitting: `True` or `False`."""
    raise NotImplementedError


# %%
# Try it: once your functions are written, remove the "# " below and run this cell.
# history = train_thirty_epochs(
#     train_images[:2000], train_labels[:2000], train_images[2000:2500], train_labels[2000:2500]
# )
# series = getattr(history, "history", history)
# print("best epoch:", best_epoch(series), "- over-fitting:", is_overfitting(series))
