# %% [markdown]
"""
The tutorial counts **iterations**: 1,000 steps, on one batch each. Keras counts **epochs**: in each
of them every image comes once. So how many epochs are a thousand iterations?

Write two functions.

`epochs_for(iterations, count, batch_size)`: an epoch goes through `count` images in batches of
`batch_size`, and has one iteration for each batch. The last batch may be smaller, and counts as
well. Return the **smallest number of epochs**, a whole number, that have at least `iterations`
iterations together. All three arguments are whole numbers from 1 on. 1,000 iterations on 5,000
images in batches of 128 take 25 epochs of 40 iterations each.

`train(model, images, labels, iterations, batch_size)`: trains the model and returns how it went.

- `model` is a Keras model that is new and **compiled already**, with all that it takes to learn
  from these arrays: train it as it is. `images` are scaled already, and `labels` are whole numbers.
- Call `fit` **once**, with this batch size, on all images and labels as they are.
- Train for as many epochs as `epochs_for` says, and no more.
- Return the `History` that `fit` returns, or the dictionary that is its `history`.

The grader lets the network that you trained read digits that it never saw, too.
"""

# %%
import tensorflow as tf


def epochs_for(iterations, count, batch_size):
    """Return the smallest number of epochs with at least so many iterations."""
    raise NotImplementedError


def train(model, images, labels, iterations, batch_size):
    """Train the compiled model for at least so many iterations; return the history."""
    raise NotImplementedError


# %%
# Try it: once your functions are written, remove the "# " below and run this cell. It takes some
# ten seconds. Try other numbers of iterations and other batches as well: which of the two costs
# more accuracy when you halve it?
# print(epochs_for(1000, 5000, 128), "should be 25;", epochs_for(1000, 6000, 128))
# network = tf.keras.Sequential(
#     [
#         tf.keras.Input((28, 28)),
#         tf.keras.layers.Flatten(),
#         tf.keras.layers.Dense(512, activation="relu"),
#         tf.keras.layers.Dense(10, activation="softmax"),
#     ]
# )
# network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
# train(network, train_images / 255, train_labels, 1000, 128)
# print(network.evaluate(test_images / 255, test_labels, verbose=0))
