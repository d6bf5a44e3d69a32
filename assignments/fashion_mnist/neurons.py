# %% [markdown]
"""
The hidden layer of the network in the introduction has a certain number of neurons. How much do
more of them help, and what do they cost?

Write two functions:

- `build_model(neurons)` returns a **new, compiled** model: `Flatten`, one hidden `Dense` layer with
  that many neurons and ReLU, and an output layer for the ten classes, of the kind that the loss
  expects. Compile it with the optimiser `adam` and the metric `accuracy`.
- `compare_widths(widths, images, labels)` gets a list of such numbers, images scaled to 0 to 1, and
  their labels. For each width it builds a new model and trains it on all the images, in one call
  of `fit` with `epochs=3`. The models must learn: more neurons should fit these images better.

`compare_widths` returns a dictionary. Its keys are the widths themselves, and each value is again a
dictionary, with four numbers about the model of that width:

- `"loss"` and `"accuracy"`: those of training, in the last epoch, as the history of `fit` has them;
- `"parameters"`: how many weights and biases the model has in all;
- `"seconds"`: how long its training took.
"""

# %%
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    raise NotImplementedError


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    raise NotImplementedError


# %%
# Try it: once your functions are written, remove the "# " below and run this cell.
# results = compare_widths([16, 128, 1024], train_images[:6000], train_labels[:6000])
# for width, result in results.items():
#     print(width, result)
