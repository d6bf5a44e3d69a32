# %% [markdown]
"""
# Handwritten digits, and your own picture

A well-known tutorial of 2018 teaches a network to read handwritten digits: three hidden layers, a
thousand iterations, 92 % of unseen digits right, and in the end a digit that you draw yourself. It
was written for TensorFlow 1, of which little works today. In this notebook you build what it
describes with today's tools. On the way you find three things that its text says and its code does
**not** do, and why it read digits all the same.

**How to work.** Run the cells from top to bottom. Each exercise gives you the first line of one or
more functions; replace `raise NotImplementedError` by your own code and keep the first line as it
is. Write helper functions, plots and experiments wherever you like: the grader runs only what your
functions need. All cells share their names, so give helpers of different exercises different
names. Below each exercise there is a cell for your own explanation; your instructor reads it.

**How to check.** `grader.check(...)` below each exercise calls your functions and shows what
passes, what was expected, what was seen, and what to try next. It leaves your notebook as it was.
The grader asks the same, with other numbers and other pictures.
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

import io

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from PIL import Image, ImageDraw

(train_images, train_labels), (test_images, test_labels) = tf.keras.datasets.mnist.load_data()
print("training", train_images.shape, "test", test_images.shape)
print("pixels from", train_images.min(), "to", train_images.max())

# %% [markdown]
"""
## Every hand writes its own 7

MNIST is the classic of machine learning: digits from 0 to 9, written by hand, 28 x 28 grey pixels
each. There are 60,000 to train with and 10,000 to test with; the tutorial set 5,000 of the former
aside for validation, and you work with a tenth of it all. Below, each row is one class. **In these
data ink is 255 and paper is 0**: they are drawn here as they are stored, white on black.
"""

# %%
figure, axes = plt.subplots(5, 14, figsize=(12, 4.4), layout="constrained")
for digit, row in zip((1, 4, 5, 7, 9), axes):
    for axis, image in zip(row, train_images[train_labels == digit]):
        axis.imshow(image, cmap="gray")
        axis.axis("off")
plt.show()

# %% [markdown]
"""
## Why deep?

Networks of artificial neurons are some seventy years old. Neurons stand in **layers**; each takes
the numbers of the layer before it, multiplies them by its **weights**, adds a **bias**, and hands
one number on. The layers between input and output are called *hidden*, and how many there are, how
wide, and how they are linked is the network's *architecture*. For decades machines were too slow
for more than one hidden layer, a **shallow** network; today's carry **deep** ones, which recognise
objects, faces and text. A shallow network could do the same in theory, with many more neurons; in
practice it tends to learn its examples by heart.

The tutorial's network has 784 inputs, one for each pixel, hidden layers of 512, 256 and 128
neurons, and ten outputs. These numbers stand in one place, so that changing them changes the
network. The 567,434 weights and biases are its **parameters**: they are learnt. What you set
beforehand are its **hyper-parameters**: widths, a learning rate of 0.0001, batches of 128 images,
1,000 iterations, and a *dropout* of one half, of which you will learn in the exercises. Too small a
rate takes for ever; too large a rate overshoots what it is looking for.

An **iteration** has four steps, which are repeated over and over:

1. images go **forward** through the network;
2. the **loss** says how far off the outputs are;
3. the loss goes **backward** and gives a gradient for each parameter;
4. every parameter is **updated**: it moves a little against its gradient.

The optimiser *Adam* moves along a weighted average of this gradient and the ones before it, so that
it rolls on where all of them agree. Below, a shallow network learns, and after each iteration says
how it does on the batch that it just saw. **Each batch has other images**, so these numbers need
not get better each time. Only their trend means something.
"""

# %%
pixels = train_images.reshape(-1, 784).astype("float32") / 255
tf.keras.utils.set_random_seed(3)
shallow = tf.keras.Sequential(
    [
        tf.keras.Input((784,)),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]
)
shallow.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
generator = np.random.default_rng(3)
losses, accuracies = [], []
for _ in range(300):
    places = generator.integers(0, len(pixels), 128)
    shown = shallow.train_on_batch(pixels[places], train_labels[places], return_dict=True)
    shallow.reset_metrics()
    losses.append(shown["loss"])
    accuracies.append(shown["accuracy"])

figure, axes = plt.subplots(1, 2, figsize=(11, 3), layout="constrained")
for axis, name, series in zip(axes, ("loss", "accuracy"), (losses, accuracies)):
    axis.plot(series, color="lightgray", label="of each batch")
    axis.plot(
        np.arange(10, 291), np.convolve(series, np.ones(20) / 20, "valid"), label="mean of twenty"
    )
    axis.set(xlabel="iteration", ylabel=name)
    axis.legend()
plt.show()

# %% [markdown]
"""
## Three puzzles

Here are three places of the tutorial's code, nearly as it has them. Before you open an answer, look
what is wrong with each.

**1. How deep is this network?**

    layer_1 = tf.add(tf.matmul(X, weights['w1']), biases['b1'])
    layer_2 = tf.add(tf.matmul(layer_1, weights['w2']), biases['b2'])
    layer_3 = tf.add(tf.matmul(layer_2, weights['w3']), biases['b3'])

<details><summary>Answer</summary>

One layer deep. There is **no activation**, neither here nor anywhere else, and without one several
layers are no more than one: the cell below finds the single layer that does the same as three. That
it reads 92 % of the digits is what a *linear* network can do.

</details>

**2. Who is left out by this dropout?**

    layer_drop = tf.nn.dropout(layer_3, keep_prob)
    output_layer = tf.matmul(layer_3, weights['out']) + biases['out']

<details><summary>Answer</summary>

Nobody. The output is computed from `layer_3`, and **`layer_drop` is never used**. The text says
that half of the neurons are left out in each step; the code leaves out none.

</details>

**3. What does the network see of this picture?** It was trained on pixels between 0 and 1.

    img = np.invert(Image.open("test_img.png").convert('L')).ravel()

<details><summary>Answer</summary>

Numbers **from 0 to 255**: the picture is turned round, since paper is white in a drawing, but never
divided by 255. The data set's own reader had done that for the training images, without a word. And
`convert('L')` looks at colours only: where a picture is *transparent*, it takes whatever colour is
hidden there, often black, and the whole background turns into ink. `convert('RGBA')` shows what is
transparent in a picture of any kind; paper goes behind it before it is scaled.

</details>
"""

# %%
# Three layers without an activation, and the one layer that does the same.
weights = [generator.normal(0, 0.1, shape) for shape in ((784, 512), (512, 256), (256, 10))]
image_row = pixels[0]
through_three = image_row @ weights[0] @ weights[1] @ weights[2]
single = weights[0] @ weights[1] @ weights[2]
print("three layers", through_three[:4].round(4))
print("a single one", (image_row @ single)[:4].round(4), "with weights of the shape", single.shape)

# %% [markdown]
"""
With ReLU between the layers and a dropout that is used, the same network reads 93 to 95 % of unseen
digits, from a ninth of the tutorial's training images.

The tutorial also says, in one sentence, that weights might begin as zeros, and in the next, why
they must not: neurons that begin alike get the same gradients and stay alike for ever. It draws
them from a *truncated normal distribution* with a deviation of 0.1, and sets biases to 0.1, so that
neurons are active at first. Keras has values of its own to begin with, which are as good.

## A picture of your own

The last exercise reads a picture from a file. What is in one? Below, a 7 is drawn with Pillow, as a
paint program would: black ink on white paper. Compare its numbers with those of a digit of MNIST.
"""

# %%
drawing = Image.new("L", (280, 280), 255)
ImageDraw.Draw(drawing).line([(70, 70), (210, 70), (120, 230)], fill=0, width=24)
file = io.BytesIO()
drawing.resize((28, 28)).save(file, "PNG")
stored = np.asarray(Image.open(file))
SEVEN = 7
seven = train_images[np.flatnonzero(train_labels == SEVEN)[1]]

figure, axes = plt.subplots(1, 2, figsize=(8, 3.5), layout="constrained")
for axis, image, title in zip(axes, (stored, seven), ("drawn and saved", "of MNIST")):
    axis.imshow(image, cmap="gray", vmin=0, vmax=255)
    axis.set(title=f"{title}: corner {image[0, 0]}, mean {image.mean():.0f}", xticks=[], yticks=[])
plt.show()

# %% [markdown]
"""
## If you have the tutorial at hand

It says `pip install` for versions of 2017 and 2018, which no Python of today installs, and you need
none of them. In TensorFlow 1 you first wrote down a *graph* of computations; `tf.placeholder` was a
hole in it for data to come; and a *session* computed parts of it, with `feed_dict` to fill the
holes and `global_variables_initializer` to begin with. Today TensorFlow computes at once: a
placeholder is the argument of a function, and `sess.run` is a call. `fit` does the rest. Its labels
were *one-hot*, as 3 is `[0, 0, 0, 1, 0, 0, 0, 0, 0, 0]`; Keras takes whole numbers as well.

Where to go from here: networks of **convolutions**, which know that pixels have neighbours, reach
99 % on these digits. Street View House Numbers and CIFAR-10 are the next harder data sets. And when
your own network reads your own digits, try hard ones: a 1 that looks like a 7, a 4 with a closed
top, a 9 that was drawn in a hurry.

The exercises start here. Each one is independent, so you may do them in any order.
"""
