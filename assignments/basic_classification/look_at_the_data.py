# %% [markdown]
"""
Look before you train. Data that were read wrongly, half of them missing, labels shifted, pixels
scaled twice, show it here at once, and otherwise after an hour of training that leads nowhere.

Write `describe(images, labels)`. `images` is a stack of images: a NumPy array of whole numbers with
the shape `(count, height, width)`. `labels` is a one-dimensional NumPy array with a whole number
for each image, its class. Return a dictionary with five entries:

- `"count"`: how many images there are;
- `"shape"`: the height and the width of **one** image, as a pair like `(28, 28)`;
- `"classes"`: how many **different** labels occur;
- `"smallest"` and `"largest"`: the smallest and the largest pixel of **all** images together.

The grader has other images than these: of other sizes, with other pixels, with classes that do not
occur, and a stack with a single image.
"""

# %%
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell. The images of
# this notebook have been scaled, so it loads them again as they are.
# (raw_images, raw_labels), _ = tf.keras.datasets.fashion_mnist.load_data()
# print(describe(raw_images, raw_labels))
