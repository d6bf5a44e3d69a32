# %% [markdown]
"""
# Write the training loop yourself

`model.fit(images, labels)` is one line, and then the network can tell a shirt from a shoe. What
happens in that line? Four moves, over and over, for one small batch of images after another:

1. **forward**: the images go through the network, and outputs come out;
2. **loss**: one number says how far the outputs are from what they should be;
3. **gradient**: for each of 235,146 weights, in which direction does it make the loss larger?
4. **update**: every weight moves a little in the other direction.

In this notebook you write each of them, and in the end the loop around them. Nothing is hidden, and
`fit` is never called.

**How to work.** Run the cells from top to bottom. Each exercise gives you the first line of one or
more functions; replace `raise NotImplementedError` by your own code and keep the first line as it
is. Write helper functions, plots and experiments wherever you like: the grader runs only what your
functions need. All cells share their names, so give helpers of different exercises different
names. Below each exercise there is a cell for your own explanation; your instructor reads it.

**How to check.** `grader.check(...)` below each exercise calls your functions and shows what
passes, what was expected, what was seen, and what to try next. It leaves your notebook as it was.
The grader asks the same, with other numbers. It takes the same steps itself, from the same weights,
so your loss and your weights must be those that the loop leads to.
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

(train_images, train_labels), _ = tf.keras.datasets.fashion_mnist.load_data()
print(
    "images", train_images.shape, "with pixels from", train_images.min(), "to", train_images.max()
)
print("labels", train_labels.shape, "the first ones", train_labels[:8])

# %% [markdown]
"""
## A picture is a row of numbers

A picture of `h` lines with `w` pixels each is a matrix `[h, w]`; `b` pictures are a stack
`[b, h, w]`. A colour picture would have three numbers for each pixel, red, green and blue. These
are grey, with one: **0 is black and 255 is white**, as a screen has it. A fully connected layer
knows nothing of lines. It takes one long row `[h * w]`: line 0, then line 1, and so on. Below is a
sneaker as a picture, with every fourth line coloured, and the same numbers as the row that the
network gets.
"""

# %%
SNEAKER = 7
image = train_images[np.flatnonzero(train_labels == SNEAKER)[0]]
colours = plt.get_cmap("viridis")(np.linspace(0, 1, 28))
figure, axes = plt.subplots(1, 2, figsize=(12, 3), width_ratios=[1, 3], layout="constrained")
picture, row = axes
picture.imshow(image, cmap="gray")
picture.set(title="a picture [28, 28]", xticks=[0, 27], yticks=range(0, 28, 4))
for line in range(28):
    places = np.arange(line * 28, (line + 1) * 28)
    row.bar(places, image[line], width=1, color=colours[line])
    if line % 4 == 0:
        picture.axhspan(line - 0.5, line + 0.5, color=colours[line], alpha=0.5)
row.set(
    title="its row [784], a colour for each line",
    xlabel="place in the row",
    ylabel="pixel",
    xlim=(0, 784),
)
plt.show()

# %% [markdown]
"""
## A label is a row of numbers, too

Classes have numbers from 0 to 9, which is the shortest way to store them. As numbers to compute
with they would say what is not meant: that an ankle boot (9) is three times a dress (3), and that a
shirt (6) lies half-way between. So for computing a label becomes **one-hot**: ten numbers, 1 at the
class's place and 0 elsewhere. The network has ten outputs, one for each of them, and its answer is
the place of the largest.

## Two ways to say how wrong

Say an image is a dress (3), and compare ten outputs with its one-hot row, which is grey below. The
**squared error** adds up the squares of all ten differences. **Cross entropy** takes the outputs
for probabilities and looks at the right one alone, at the logarithm of one divided by it: it
punishes confidence in a wrong answer without limit. Most classifiers are trained with cross
entropy; the squared error is at home where a *quantity* is to be predicted. It works here as well,
it takes plain outputs of any size, and it can be computed by hand, so this notebook takes it.
"""

# %%
wanted = np.eye(10)[3]
examples = {
    "right": wanted,
    "nearly right": np.array([0.1, 0.0, 0.0, 0.8, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0]),
    "undecided": np.full(10, 0.1),
    "wrong": np.array([0.0, 0.0, 0.1, 0.1, 0.0, 0.0, 0.8, 0.0, 0.0, 0.0]),
    "surely wrong": np.array([0.0, 0.0, 0.0, 0.001, 0.0, 0.0, 0.999, 0.0, 0.0, 0.0]),
}
figure, axes = plt.subplots(1, 5, figsize=(12, 2.4), sharey=True, layout="constrained")
for axis, (name, outputs) in zip(axes, examples.items()):
    axis.bar(range(10), wanted, color="lightgray")
    axis.bar(range(10), outputs, width=0.4)
    axis.set(title=name, xticks=range(10), ylim=(0, 1.1))
    squared_error, cross_entropy = ((outputs - wanted) ** 2).sum(), np.log(1 / outputs[3])
    axis.set_xlabel(f"squared error {squared_error:.2f}\ncross entropy {cross_entropy:.2f}")
plt.show()

# %% [markdown]
"""
## Down the slope, by hand

Take the smallest network there is: one weight `w`, one input 2, and the wanted output 1. Its output
is `2 * w`, its loss `(2 * w - 1) ** 2`. A **tape** records what TensorFlow computes, and can then
say how steep the loss is: its gradient. With a *rate* of 0.05 each step moves `w` by 0.05 times the
gradient, downhill. Follow the first line by hand: the output is 4, the loss 9, the gradient
`2 * (4 - 1) * 2 = 12`, so `w` moves from 2 to 1.4.
"""

# %%
weight = tf.Variable(2.0)
path = []
for step in range(8):
    with tf.GradientTape() as tape:
        loss = (2 * weight - 1) ** 2
    gradient = tape.gradient(loss, weight)
    path.append((float(weight), float(loss)))
    print(f"step {step}: w {path[-1][0]:.3f}, loss {path[-1][1]:.3f}, gradient {gradient:.3f}")
    weight.assign_sub(0.05 * gradient)

places = np.linspace(-1.2, 2.2, 100)
plt.figure(figsize=(6, 3))
plt.plot(places, (2 * places - 1) ** 2, color="lightgray")
plt.plot(*zip(*path), "o-")
plt.gca().set(
    xlabel="w", ylabel="loss", title="Each step goes downhill, and the steps grow shorter"
)
plt.show()

# %% [markdown]
"""
A network has many weights and a batch many images, and nothing else changes. The loss is the mean
over the images of the batch, so a step is a compromise between them. An *optimiser* makes the
moves: plain **SGD** moves each weight by the rate times its gradient; with **momentum** it also
remembers the step before, and rolls on a little.

A loop that prints each of its thousands of steps is hard to read. A usual one prints a line every
so many steps: the loss of that step, and the accuracy on a **meter** that collects the images
since the last line and is then reset. These are the lines of one training, with 6,000 images, 256
and 128 neurons, batches of 32 and a rate of 0.01. A network whose answers were random has eight of
ten images right after three passes over them:

    step   50: loss 0.727, accuracy 52.6%
    step  100: loss 0.588, accuracy 67.4%
    step  150: loss 0.563, accuracy 70.1%
    step  200: loss 0.418, accuracy 74.3%
    step  250: loss 0.384, accuracy 77.9%
    step  300: loss 0.356, accuracy 77.7%
    step  350: loss 0.436, accuracy 79.3%
    step  400: loss 0.344, accuracy 79.3%
    step  450: loss 0.403, accuracy 80.1%
    step  500: loss 0.433, accuracy 80.3%
    step  550: loss 0.339, accuracy 81.7%

The loss of a single batch jumps up and down, since each batch has other images: a line may well be
worse than the line before. Without its hidden layers and their ReLU the network would be linear,
and could not bend to what the images are like.

## Reading on

This notebook follows notes on a book about deep learning with TensorFlow, whose loop is copied all
over the web, with handwritten digits in place of clothes. If you find a copy, know what has changed
since. `SGD(lr=0.01)` is `SGD(learning_rate=0.01)` now, and `reset_states()` is `reset_state()`.
Copies lose the indentation of the loop, and in one of them `activation` is misspelt. They begin by
listing graphics cards; everything here runs without one.

And good networks see **more, and more varied**, images than these 6,000: every hand writes its own
7, every camera has its own light. A network that does well on new images *generalises*, which is
what training is for.

The exercises start here. Each one is independent, so you may do them in any order; in this order
they lead up to the last, which has something of all.
"""
