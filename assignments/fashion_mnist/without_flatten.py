# %% [markdown]
"""
Every image is a square of 28 rows of 28 pixels, and every network so far began with `Flatten`. What
is that layer good for? Take it away, try to train, and read what Keras says.

Write two functions:

- `error_without_flatten(images, labels)` builds the network with no `Flatten`, just 64 neurons with
  ReLU and ten outputs with softmax, compiles it with the loss `sparse_categorical_crossentropy`,
  and calls `fit` with the images and labels as they are. It **returns the exception** that training
  raises: the object that you caught, not its text and not one that you made.
- `build_repaired_model()` takes nothing and returns a **new, compiled** model that does train, and
  gives ten outputs for each image, of the kind that its loss expects.

`images` has the shape `(count, 28, 28)`, scaled to 0 to 1, and `labels` are classes from 0 to 9.
The network that is to fail must get the square images: no `Reshape`, no pooling, no `Input` of 784.

In `except ValueError as error:` the name `error` is the exception, until that block ends.
"""

# %%
import tensorflow as tf


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    raise NotImplementedError


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    raise NotImplementedError


# %%
# Try it: once your functions are written, remove the "# " below and run this cell.
# print(error_without_flatten(train_images, train_labels))
# repaired = build_repaired_model()
# repaired.fit(train_images, train_labels, epochs=1)
