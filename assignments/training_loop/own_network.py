# %% [markdown]
"""
A network to train by hand: two hidden layers and an output layer, each fully connected with the one
before. It is not compiled, because there will be no `fit`: loss and optimiser come with the loop.

Write `build_network()`. It takes nothing and returns a Keras model:

- It takes **rows of 784 numbers**, one for each image, any number of them at a time.
- It has a `Dense` layer of **256** neurons, then one of **128**, then one of **10**, each with its
  weights and biases; nothing else in it is learnt.
- Both hidden layers have the activation **ReLU**: without one, three layers could do no more than
  one.
- The ten outputs have **no activation**: they are plain numbers, of any size and sign.
- The model must be **built** when you return it: all its weights are there before it has seen a
  single image. An `Input` in front sees to that, or `model.build(...)`.
"""

# %%
import tensorflow as tf


def build_network():
    """Return a built model: 784 numbers, 256 and 128 neurons with ReLU, ten plain outputs."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell. Count with it: the
# first layer has 784 * 256 weights and 256 biases.
# build_network().summary()
