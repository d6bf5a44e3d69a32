# %% [markdown]
"""
# Fashion-MNIST: first experiments

A network with a single hidden layer can learn to tell a shirt from a shoe in under a minute. In
this notebook you train one, and then you change one thing at a time and watch what happens: more
neurons, fewer outputs, no normalisation, thirty epochs instead of five. Some changes help, some
break the network, and the way it breaks teaches the most.

**How to work.** Run the cells from top to bottom. Each exercise gives you the first line of one or
more functions; replace `raise NotImplementedError` by your own code and keep the first line as it
is. Write helper functions, plots and experiments wherever you like: the grader runs only what your
functions need. All cells share their names, so give helpers of different exercises different
names. Below each exercise there is a cell for your own explanation; your instructor reads it.

**How to check.** `grader.check(...)` below each exercise calls your functions, trains what they
train, and shows what passes, what was expected, what was seen, and what to try next. It leaves your
notebook as it was. The grader asks the same, with other numbers, and with images that you have not
seen.
"""

# %%
# Use the course's own images, so that everything works without a network. Where the course's
# package is not installed, Keras fetches the full data set instead.
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")  # of what TensorFlow logs, only errors
try:
    from autograder.notebooks.quiet_start import start_tensorflow
    from autograder.wire.dataset import use_course_images

    use_course_images()
    start_tensorflow()
except ImportError:
    print("The course's package is not installed; Keras will download the images once.")

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

print("TensorFlow", tf.__version__)

# %% [markdown]
"""
## The images

Fashion-MNIST holds small grey pictures of clothes, 28 x 28 pixels each, in ten classes. Every
picture comes with a label, a number from 0 to 9. The pictures are split in two: the network learns
from the **training** images, and the **test** images, which it has never seen, show whether it
learned something general or merely remembered.
"""

# %%
(train_images, train_labels), (test_images, test_labels) = (
    tf.keras.datasets.fashion_mnist.load_data()
)

CLASS_NAMES = [
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
    "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
]  # fmt: skip

print("training images", train_images.shape, "labels", train_labels.shape)
print("test images    ", test_images.shape, "labels", test_labels.shape)
print("one row of pixels:", train_images[0][14])

# %%
# Two examples of each class.
figure, rows = plt.subplots(2, 10, figsize=(12, 3))
for label in range(10):
    examples = train_images[train_labels == label][:2]
    for axis, image in zip(rows[:, label], examples):
        axis.imshow(image, cmap="gray_r")
        axis.set(xticks=[], yticks=[])
    rows[0, label].set_title(CLASS_NAMES[label], fontsize=9)
plt.show()

# %% [markdown]
"""
Pixels are whole numbers from 0 (white here) to 255. Networks learn more easily from small numbers,
so we divide by 255 and get values between 0 and 1. This is called **normalisation**.
"""

# %%
train_images = train_images / 255.0
test_images = test_images / 255.0

# %% [markdown]
"""
## A first network

- `Flatten` turns each 28 x 28 picture into one row of 784 numbers.
- `Dense(128, relu)` is the hidden layer: 128 neurons, each of which looks at all 784 numbers. ReLU
  keeps positive values and replaces negative ones by 0.
- `Dense(10, softmax)` is the output: ten neurons, one for each class. Softmax turns their values
  into probabilities that add up to 1.

`compile` chooses how the network learns, and `fit` lets it learn. An **epoch** is one pass over all
training images.
"""

# %%
tf.keras.utils.set_random_seed(1)

model = tf.keras.Sequential(
    [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    train_images,
    train_labels,
    epochs=5,
    validation_data=(test_images, test_labels),
    verbose=2,
)

# %%
# How the training went: the loss should fall, the accuracy should rise.
figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3))
epochs = range(1, len(history.history["loss"]) + 1)
for axis, name in [(left, "loss"), (right, "accuracy")]:
    axis.plot(epochs, history.history[name], "o-", label="training")
    axis.plot(epochs, history.history["val_" + name], "s--", label="test")
    axis.set(xlabel="epoch", ylabel=name, xticks=list(epochs))
    axis.legend()
plt.show()

# %% [markdown]
"""
## What the network says

For each image the network answers with ten probabilities. The picture shows some test images with
the network's answer, and its ten probabilities as bars: blue where the answer is right, red where
it is wrong.
"""

# %%
probabilities = model.predict(test_images[:10], verbose=0)
figure, axes = plt.subplots(4, 5, figsize=(12, 9), height_ratios=[3, 1, 3, 1], layout="constrained")
for place in range(10):
    picture, bars = axes[place // 5 * 2, place % 5], axes[place // 5 * 2 + 1, place % 5]
    answer, label = probabilities[place].argmax(), test_labels[place]
    colour = "tab:blue" if answer == label else "tab:red"
    picture.imshow(test_images[place], cmap="gray_r")
    picture.set(xticks=[], yticks=[])
    picture.set_title(f"{CLASS_NAMES[answer]} {probabilities[place].max():.0%}", color=colour)
    bars.bar(range(10), probabilities[place], color="lightgray")
    bars.patches[answer].set_color(colour)
    bars.set(xticks=range(10), yticks=[], ylim=(0, 1))
plt.show()

# %% [markdown]
"""
The exercises start here. Each one is independent, so you may do them in any order.
"""
