# %% [markdown]
"""
The last layer has ten neurons, and the labels are ten classes. Must these agree? Try a network with
only **five** outputs on the same ten classes, and read the error.

Write two functions:

- `error_with_five_outputs(images, labels)` builds the usual network (`Flatten`, 64 neurons with
  ReLU, softmax at the end) with five outputs in place of ten, compiles it with the loss
  `sparse_categorical_crossentropy`, and calls `fit` with all the images and labels as they are. It
  **returns the exception** that training raises: the object that you caught, not its text.
- `outputs_needed(labels)` returns how many outputs a network must have at least, so that training
  with this loss accepts every one of the labels. `labels` is a list or a one-dimensional array of
  whole numbers from 0 up, in any order, of a type that has room for the answer; some classes may be
  missing. Return a whole number.

The message is long; its cause is in the middle, near the word "valid". TensorFlow reports this
error on a CPU, where the grader runs too; on a graphics card the loss may become `nan` instead.
"""

# %%
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    raise NotImplementedError


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    raise NotImplementedError


# %%
# Try it: once your functions are written, remove the "# " below and run this cell.
# print(error_with_five_outputs(train_images, train_labels))
# print(outputs_needed(train_labels), outputs_needed([0, 1, 1, 0]))
