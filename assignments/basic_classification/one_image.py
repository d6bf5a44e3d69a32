# %% [markdown]
"""
Keras works on **batches**: what a network takes is a stack of images, and what `predict` returns
has a row of probabilities for each of them. Whoever has one image makes a stack of one first, and
takes the only row of the answer.

Write `predict_one(model, image)`. `model` is a trained Keras model whose ten outputs are
probabilities. `image` is one image, a NumPy array without a batch's axis, already scaled as the
model wants it: of the shape `(28, 28)`, or for some models, with a channel, `(28, 28, 1)`. Return a
pair:

- first the class that the model finds most probable, as **one whole number** from 0 to 9;
- then **that** class's probability, a number between 0 and 1.

The image has to be the same afterwards, its shape too.
"""

# %%
import numpy as np
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell. It asks the model
# of this notebook's beginning, and then says what is right.
# print(predict_one(model, test_images[0]), "- true:", test_labels[0])
