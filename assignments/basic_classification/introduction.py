# %% [markdown]
"""
# Basic classification: look, train, read

A whole project on one page: look at the data, scale them, build a network, train it, test it, and
read what it says. None of it needs more than a few lines, since `tf.keras`, the high-level part of
TensorFlow, does the hard work. Details come later, one exercise at a time, and always the same
question: how do you know that what comes out is right?

**How to work.** Run the cells from top to bottom. Each exercise gives you the first line of one or
more functions; replace `raise NotImplementedError` by your own code and keep the first line as it
is. Write helper functions, plots and experiments wherever you like: the grader runs only what your
functions need. All cells share their names, so give helpers of different exercises different
names. Below each exercise there is a cell for your own explanation; your instructor reads it.

**How to check.** `grader.check(...)` below each exercise calls your functions and shows what
passes, what was expected, what was seen, and what to try next. It leaves your notebook as it was.
The grader asks the same, with other numbers and other images.
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
## The data

Fashion-MNIST has 70,000 grey pictures of clothes, 28 x 28 pixels each, in ten classes: 60,000 to
train with and 10,000 to test with. It was made to take the place of MNIST, the handwritten digits
that everybody begins with, in the same form and **harder**. Both sets are small, and that is what
they are good for: to find out **whether an algorithm works at all**, and to test and debug code.
This course works with a part of them.

`load_data()` gives four NumPy arrays: images and labels to train with, and others to test with.
Labels are numbers from 0 to 9. **The names of the classes are not in the data**, so you keep a list
of your own, and the label is the place in it.
"""

# %%
(train_images, train_labels), (test_images, test_labels) = (
    tf.keras.datasets.fashion_mnist.load_data()
)

CLASS_NAMES = [
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
    "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
]  # fmt: skip

print("training images", train_images.shape, "labels", len(train_labels), train_labels[:10])
print("test images    ", test_images.shape, "labels", len(test_labels), test_labels[:10])

# %% [markdown]
"""
A picture with a **colour bar** says at once in which range the pixels lie: here from 0 to 255.
"""

# %%
plt.figure(figsize=(4, 3))
plt.imshow(train_images[0])
plt.colorbar()
plt.title(CLASS_NAMES[train_labels[0]])
plt.show()

# %% [markdown]
"""
Divided by 255 they lie between 0 and 1, which networks learn from more easily. And before anything
is trained, look at some pictures **with their names below**: are they what they are said to be?
"""

# %%
train_images = train_images / 255.0
test_images = test_images / 255.0

figure, axes = plt.subplots(5, 5, figsize=(8, 8), layout="constrained")
for axis, image, label in zip(axes.flat, train_images, train_labels):
    axis.imshow(image, cmap="binary")
    axis.set(xticks=[], yticks=[], xlabel=CLASS_NAMES[label])
plt.show()

# %% [markdown]
"""
## A network

Most of deep learning **chains simple layers**. Each layer makes of what it gets something that is
a little closer to the answer, a *representation*. `Flatten` only puts all pixels into one row.
`Dense` has numbers that are learnt, its weights and biases. The last layer has ten neurons, and
**softmax** makes of them ten shares with the sum 1.

`compile` says how the network is to learn:

- the **loss** says how far off the answers are, and training makes it smaller;
- the **optimiser** says how the weights are changed, given what the loss makes of the images;
- **metrics** are only watched: accuracy is the share of images that are classified correctly.

Then there are four steps: feed the network with training images and labels; let it learn which
belong together (`fit`); let it predict the test images; and verify its predictions with the test
labels.
"""

# %%
tf.keras.utils.set_random_seed(2)
model = tf.keras.Sequential(
    [
        tf.keras.Input((28, 28)),
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
# The loss falls and the accuracy rises from epoch to epoch.
figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3), layout="constrained")
epochs = range(1, 6)
for axis, name in [(left, "loss"), (right, "accuracy")]:
    axis.plot(epochs, history.history[name], "o-", label="training")
    axis.plot(epochs, history.history["val_" + name], "s--", label="test")
    axis.set(xlabel="epoch", ylabel=name, xticks=epochs)
    axis.legend()
plt.show()

# %% [markdown]
"""
With all 60,000 images the loss of such a network falls in five epochs from 0.49 to 0.30 and the
accuracy rises from 83 % to 89 %; of the test images it has 87 % right. It does better on images
that it has learnt from: this **gap** is what *over-fitting* means.

## What it says

For each image `predict` gives ten numbers: how confident the network is of each class. Here is one
answer, with the names of the classes below.
"""

# %%
probabilities = model.predict(test_images, verbose=0)
sure = probabilities.max(axis=1)
wrong = np.flatnonzero(probabilities.argmax(axis=1) != test_labels)
place = wrong[sure[wrong].argmax()]  # the wrong answer that it is most confident of
figure, (picture, bars) = plt.subplots(1, 2, figsize=(9, 3.5), layout="constrained")
picture.imshow(test_images[place], cmap="binary")
picture.set(xticks=[], yticks=[], xlabel="truth: " + CLASS_NAMES[test_labels[place]])
bars.bar(range(10), probabilities[place], color="gray")
bars.set(ylim=(0, 1), ylabel="probability")
bars.set_xticks(range(10), CLASS_NAMES, rotation=45, ha="right")
plt.show()

# %% [markdown]
"""
**A confident answer may be wrong**: this is the one of all test images that the network is most
confident of and wrong about. Whether it knows what it does not know is another question than how
often it is right.

## Reading on

This notebook follows a well-known tutorial of TensorFlow, in its version of 2019. Where you find a
copy of it, its first line, `from __future__ import ...`, was for Python 2 and does nothing today,
and `Flatten(input_shape=(28, 28))` still works, though Keras asks for an `Input` in front.

The exercises start here. Each one is independent, so you may do them in any order.
"""
