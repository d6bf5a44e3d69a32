# %% [markdown]
"""
# Pipelines, activations, two kinds of task

A network learns from examples. An example is a pair: the **features** that go in, here a picture,
and the **label** that should come out, here a class of clothes. In this notebook you build what
carries thousands of such pairs from where they are stored into a network: a **pipeline**. You write
the two functions that bend numbers inside the network, cut data so that a test is a fair exam, turn
the knobs of a training one by one, and meet the other kind of task, where the answer is a quantity.

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

import math

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

print("TensorFlow", tf.__version__)

# %% [markdown]
"""
## The data

Fashion-MNIST has 70,000 grey pictures of clothes, 60,000 to train with and 10,000 to test with;
this course works with a part of them. A picture has 28 x 28 pixels of one byte each, 784 bytes in
all, from 0 to 255. A picture in colour would have three numbers a pixel, its *channels*; pipelines
often give grey ones a channel axis as well, so that an image has the shape `(28, 28, 1)`.

Labels are numbers from 0 to 9. Their names are not in the data; here they are in three languages.
Read tables like this with care: the Russian lesson that this notebook follows calls class 1
*Шорты*, shorts. Look at the pictures below: what are they?

| label | English | Русский | 中文 |
|---:|---|---|---|
| 0 | T-shirt/top | Футболка / топ | T恤/上衣 |
| 1 | Trouser | Брюки (в уроке: Шорты) | 裤子 |
| 2 | Pullover | Свитер | 套头衫 |
| 3 | Dress | Платье | 连衣裙 |
| 4 | Coat | Пальто | 外套 |
| 5 | Sandal | Сандали | 凉鞋 |
| 6 | Shirt | Рубашка | 衬衫 |
| 7 | Sneaker | Кроссовок | 运动鞋 |
| 8 | Bag | Сумка | 包 |
| 9 | Ankle boot | Ботинок | 短靴 |
"""

# %%
(train_images, train_labels), (test_images, test_labels) = (
    tf.keras.datasets.fashion_mnist.load_data()
)
CLASS_NAMES = [
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
    "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
]  # fmt: skip
print("to train with", train_images.shape, "and to test with", test_images.shape)

plt.figure(figsize=(4, 3))
plt.imshow(test_images[0], cmap="binary")
plt.colorbar()
plt.title("the first test image: " + CLASS_NAMES[test_labels[0]])
plt.show()

figure, axes = plt.subplots(5, 5, figsize=(8, 8), layout="constrained")
for axis, picture, label in zip(axes.flat, train_images, train_labels):
    axis.imshow(picture, cmap="binary")
    axis.set(xticks=[], yticks=[], xlabel=f"{label} {CLASS_NAMES[label]}")
plt.show()

# %% [markdown]
"""
## A pipeline

A `tf.data.Dataset` is a sequence of elements that are made when they are asked for. Each of its
methods returns another dataset, so they form a chain:

- `map(function)` puts every element through a function;
- `repeat()` begins again at the end, without end;
- `shuffle(n)` keeps `n` elements in a buffer and hands out any one of them: the order is mixed well
  only if **all** elements fit into the buffer;
- `batch(n)` joins `n` elements into one.

Order matters. Follow ten numbers through three chains: behind `repeat` a batch may begin in one
round and end in the next; in front of it each round ends with a smaller batch; and a buffer of two
hardly mixes anything.
"""

# %%
tf.random.set_seed(1)
numbers = tf.data.Dataset.range(10)
chains = {
    "repeat, shuffle(10), batch(4)": numbers.repeat().shuffle(10).batch(4),
    "shuffle(10), batch(4), repeat": numbers.shuffle(10).batch(4).repeat(),
    "repeat, shuffle(2), batch(4)": numbers.repeat().shuffle(2).batch(4),
}
figure, axes = plt.subplots(3, 1, figsize=(9, 4), layout="constrained")
for axis, (name, chain) in zip(axes, chains.items()):
    for place, batch in enumerate(chain.take(6)):
        for line, number in enumerate(batch.numpy()):
            colour = plt.get_cmap("summer")(number / 9)
            axis.bar(5 * place + line, 1, width=0.95, color=colour)
            axis.text(5 * place + line, 0.5, str(number), ha="center", va="center")
    axis.set(title=name, xticks=[], yticks=[], xlim=(-1, 29))
plt.show()

# %% [markdown]
"""
The lesson loads its pictures with `tensorflow_datasets`, a package that downloads them.
`from_tensor_slices` makes the same kind of dataset from arrays that are here already: an element is
a pair of one image and its label. The network below is the lesson's, too. Its layers are **fully
connected**: every neuron is linked with every number in front of it, which is what one takes
without knowing which links are needed.

- `Flatten` puts the pixels into one row and has nothing to learn.
- Each of the 128 hidden neurons sees all 784 numbers, weighs them, adds a bias, and bends the sum
  with ReLU.
- The end of **every classifier** is alike: as many neurons as there are classes, and softmax, which
  makes of ten sums a **probability distribution**: ten numbers from 0 to 1 with the sum 1. Things
  that look alike get high ones together.

`compile` names the *loss*, which says how far the answers are from the labels; the *optimiser*,
which moves weights and biases so that the loss falls; and *metrics* to watch, such as the share of
right answers.

An endless dataset needs to be told what an epoch is: `steps_per_epoch` batches. With the lesson's
60,000 images in batches of 32 that is 60,000 / 32 = 1875, and for its 10,000 test images it takes
313 steps, since 312.5 is not enough. Five epochs show the network 300,000 examples.
"""

# %%
BATCH_SIZE = 32
examples = tf.data.Dataset.from_tensor_slices((train_images[..., None] / 255.0, train_labels))
tests = tf.data.Dataset.from_tensor_slices((test_images[..., None] / 255.0, test_labels))

tf.keras.utils.set_random_seed(2)
model = tf.keras.Sequential(
    [
        tf.keras.Input((28, 28, 1)),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(
    examples.repeat().shuffle(len(train_images)).batch(BATCH_SIZE),
    epochs=5,
    steps_per_epoch=math.ceil(len(train_images) / BATCH_SIZE),
    verbose=2,
)
test_loss, test_accuracy = model.evaluate(tests.batch(BATCH_SIZE), verbose=0)
print(f"accuracy on the test images: {test_accuracy:.1%}")

# %% [markdown]
"""
With all 60,000 images the lesson's loss falls in five epochs from 0.49 to 0.29, and the accuracy
rises from 83 % to 89 %; of the test images, which are new to the network, it has 88 % right. **That
is normal**: nobody does as well with new tasks as with those that were practised. It is also why
there is a test set at all. An exam asks new questions of the same kind; if it asked what was
practised, learning the answers by heart would be enough.

During training one looks at a third set, the **validation set**. When the loss still falls and the
accuracy on the validation set falls, too, the network is memorising pairs.

## Why numbers are bent

A chain of layers that only weigh and add is no more than one such layer: it can draw straight lines
and nothing else. An **activation function** bends the sums in between, so that a network can solve
what is not linear. ReLU is the usual one; there are others.
"""

# %%
places = np.linspace(-4, 4, 161)
functions = {
    "ReLU": tf.nn.relu,
    "sigmoid": tf.nn.sigmoid,
    "ELU": tf.nn.elu,
    "tanh": tf.nn.tanh,
}
figure, axes = plt.subplots(1, 4, figsize=(11, 2.6), sharey=True, layout="constrained")
for axis, (name, function) in zip(axes, functions.items()):
    axis.axhline(0, color="lightgray")
    axis.plot(places, function(places))
    axis.set(title=name, ylim=(-1.5, 4))
plt.show()

# %% [markdown]
"""
## Two kinds of task

The lesson before this one had a task that **is** linear: degrees Celsius into degrees Fahrenheit,
`f = 1.8 * c + 32`, the equation of a straight line. One neuron is enough, since a neuron computes
just that, a weight times its input plus a bias. What comes out is *one number in a wide range*; so
does the price of a house, from its rooms, its size and its place. Such a task is a **regression**.
What is this? Clothes, or a dog or a cat: that is **classification**, and what comes out is a
probability for each class.
"""

# %%
celsius = np.array([-40.0, -10, 0, 8, 15, 22, 38])
figure, (line, bars) = plt.subplots(1, 2, figsize=(11, 3.2), layout="constrained")
line.plot([-45, 45], [1.8 * -45 + 32, 1.8 * 45 + 32], color="lightgray")
line.plot(celsius, 1.8 * celsius + 32, "o")
line.set(title="regression: one number", xlabel="Celsius", ylabel="Fahrenheit")
shares = model.predict(test_images[:1, ..., None] / 255.0, verbose=0)[0]
bars.bar(range(10), shares)
bars.set(title="classification: a share for each class", ylim=(0, 1))
bars.set_xticks(range(10), CLASS_NAMES, rotation=45, ha="right")
plt.show()

# %% [markdown]
"""
| word | what it means |
|---|---|
| flattening | a picture becomes one row of numbers |
| ReLU | the activation that lets a network solve what is not linear |
| softmax | makes of sums a probability for each class |
| classification | the task to tell two or more classes apart |
| regression | the task to find a quantity, one number |

## Reading on

This notebook follows a Russian translation of a lesson for TensorFlow 1. If you find a copy, know
what has changed since: `tf.enable_eager_execution()` and `tf.logging` are gone, and the accuracy
that was called `acc` is called `accuracy`. In copies a whole cell may have become one line of code,
which Python cannot read: put the line breaks back. And where the lesson asks you to switch on a
graphics card: these networks are so small that they need none. If a notebook behaves strangely,
clear all outputs, restart its kernel and run it from the top.

The lesson begins with an interview: what is such learning good for? Medicine, law, cars that
drive themselves, and everything in an office that is done again and again. And it goes on with
convolutional networks, which look at neighbouring pixels together.

The exercises start here. Each one is independent, so you may do them in any order.
"""
