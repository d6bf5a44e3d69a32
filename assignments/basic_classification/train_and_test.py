# %% [markdown]
"""
The whole project in one function. The network learns from the training images alone; the test
images it sees for the first time when it is tested. How well it does there is what counts: **a
network is better on what it has learnt from**, and how much better is the *gap*, which says how far
it over-fits.

Write `train_and_test(train_images, train_labels, test_images, test_labels)`. The images, of 28 x 28
pixels, are scaled to 0 to 1 already.

- Build and compile a **new** network: `Flatten`, a hidden `Dense` layer of 128 neurons with ReLU,
  and ten outputs of the kind that your loss expects. Let it note the accuracy. Optimiser and batch
  size are up to you, as long as it learns.
- Train it in one call of `fit` for **five epochs**, on all training images as they are, and on no
  other.
- Test it: find its loss and its accuracy on all test images together.

Return a pair: the **trained model**, and a dictionary with four numbers:

- `"train_accuracy"`: the accuracy that `fit` reports for the **last** epoch, from 0 to 1;
- `"test_accuracy"` and `"test_loss"`: those of the trained network on the test images;
- `"gap"`: the training accuracy **minus** the test accuracy. It can be negative.

The grader lets your network classify images that it never saw, too.
"""

# %%
import tensorflow as tf


def train_and_test(train_images, train_labels, test_images, test_labels):
    """Return a trained model and its "train_accuracy", "test_accuracy", "test_loss" and "gap"."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell.
# trained, results = train_and_test(train_images, train_labels, test_images, test_labels)
# print(results)
