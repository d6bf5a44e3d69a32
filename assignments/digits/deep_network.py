# %% [markdown]
"""
784 numbers in, three hidden layers, ten outputs: the tutorial's network, with all its numbers in
one line, so that changing them there changes the network. Build it as the tutorial's *text*
describes it: with an activation, and with a dropout that is used.

Write `build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4)`. Keep the three
arguments in this order, and the values that they have by default. It returns a **compiled** Keras
model:

- It takes **rows of 784 numbers**, a row for each image.
- `hidden` is a tuple or a list of one width or more. For each of them, in order, there is a hidden
  `Dense` layer of so many neurons with the activation **ReLU**.
- Behind the last hidden layer and before the output there is **one** `Dropout` layer, and no other
  in the network. `dropout` is the share of neurons that it **leaves out** in a step of training.
- The output is a `Dense` layer of ten neurons. The loss is **cross entropy** for labels that are
  whole numbers from 0 to 9, not one-hot, and the outputs are of the kind that it expects:
  probabilities, or plain sums with `from_logits=True`.
- The optimiser is **Adam**, and learns at the rate `learning_rate`.
- There are no other layers; only an `Input`, a `Flatten`, and activations as layers of their own
  are fine. Metrics, and what the weights begin with, are up to you.
"""

# %%
import tensorflow as tf


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell. Accuracies are
# of 1,000 iterations each on the test images: does it matter whether the network is deep?
# rows, test_rows = train_images.reshape(-1, 784) / 255, test_images.reshape(-1, 784) / 255
# for hidden in ((512, 256, 128), (64,)):
#     model = build_model(hidden)
#     model.fit(rows, train_labels, batch_size=128, epochs=22, verbose=0)
#     right = model.predict(test_rows, verbose=0).argmax(axis=1) == test_labels
#     print(hidden, f"{right.mean():.1%}")
