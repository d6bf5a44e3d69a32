# %% [markdown]
"""
The network so far has one hidden layer: `Flatten`, `Dense(512, relu)`, and the ten outputs. What
happens when another layer comes between the 512 neurons and the output?

Write `build_deeper_model`. It takes nothing and returns a **new, compiled** Keras model with **at
least two hidden `Dense` layers** between `Flatten` and the output, 512 and then 256 neurons for
example. Every hidden layer needs an activation function; without one, two layers in a row can do no
more than a single one. The output has ten neurons, of the kind that the loss expects. Compile the
model with Keras's metric `accuracy`, by whatever name, so that training reports it.

The grader trains your model for a few epochs on images scaled to 0 to 1, with the labels 0 to 9,
and lets it classify images that it never saw.
"""

# %%
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell.
# deeper = build_deeper_model()
# deeper.fit(train_images, train_labels, epochs=5)
# deeper.summary()
