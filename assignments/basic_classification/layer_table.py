# %% [markdown]
"""
What do layers make of an image, and what do they learn? `model.summary()` prints it, from each
layer's `output.shape` and `count_params()`. Make the table yourself, and you will know where the
numbers come from.

- `Flatten` only puts the pixels into one row, 784 of them for an image of 28 x 28. It **learns
  nothing**, and neither does `Dropout`, which hands on as many numbers as it gets.
- `Dense(128)` has 128 neurons. **Each neuron** learns a weight for **each number** that comes in,
  and one more number, its bias. What it makes of an image is a row of 128 numbers.

Write `layer_table(model)`. `model` is a built Keras model for images of some size: a `Sequential`
of `Flatten`, `Dense` layers behind it, and `Dropout` layers anywhere; each neuron has its bias, and
no layer is frozen. Return a list with a row for **each of its layers, in order**, and no others. A
row is a tuple of three:

- the **name of the layer's class** as text, for instance `"Dense"`;
- the **shape** of what the layer makes of **one** image, without the batch, as a tuple: `(128,)`;
- **how many numbers it learns**, weights and biases together.
"""

# %%
import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell. It is the table of
# the model of this notebook's beginning; `summary` should say the same.
# for row in layer_table(model):
#     print(row)
# model.summary()
