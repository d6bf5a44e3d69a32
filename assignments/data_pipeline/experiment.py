# %% [markdown]
"""
The lesson ends with experiments: one epoch in place of five; ten neurons, or many; more layers;
pixels that are not normalised. **Turn one knob at a time** and leave all others alone, else you
cannot know which of them made the difference. So here is one function with a knob for each.

Write `experiment(images, labels, epochs=5, neurons=(128,), scaled=True)`. `images` is a NumPy array
of whole numbers from 0 to 255 with the shape `(count, 28, 28)`, `labels` one with classes from 0 to
9. Every call builds, compiles and trains a **new** network:

- `Flatten`, then **for each number in `neurons` a hidden `Dense` layer** with as many neurons and
  with ReLU, in this order, and a `Dense` layer with ten outputs of the kind that your loss expects.
  With `neurons=()` there is no hidden layer.
- With `scaled=True` the network learns from pixels divided by 255, with `scaled=False` from the
  pixels as they are. Pixels may also be divided by a `Rescaling` layer in front.
- It is trained in one call of `fit` on all images with their labels, for `epochs` epochs. Optimiser
  and batch size are up to you, as long as the network learns: with everything else as it is by
  default, its loss after five epochs must be at most 0.8 times that after one.

Return the **history dictionary** of this training: `fit` returns a `History`, and its `history` has
a list for each series, of which `"loss"` has a number for each epoch.
"""

# %%
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    """Train a new network and return its history: a list for each series, one of them "loss"."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell.
# for knob in [{}, {"epochs": 1}, {"neurons": (10,)}, {"neurons": (64, 32)}, {"scaled": False}]:
#     print(knob, experiment(train_images[:1600], train_labels[:1600], **knob)["loss"])
