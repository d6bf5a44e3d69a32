# %% [markdown]
"""
A figure says most: the picture with its caption on the left, and the ten probabilities as bars on
the right. One look, and you see whether the network hesitated between a shirt and a coat.

Write `plot_prediction(image, probabilities, true_label, class_names)`. It draws with matplotlib and
returns the figure, a new one each time. `image` is one image of 28 x 28 pixels, `probabilities` a
row of ten numbers, `true_label` the number of the true class and `class_names` a list of ten names.
The figure has two axes, best side by side:

- one with **the image**, drawn by `imshow`, with the caption as the title, as the label of the
  x-axis or as other text of these axes. The caption is a line like `Sandal 87% (Ankle boot)`: the
  most probable class, its probability in percent and rounded, the true class in brackets. It is
  **blue if the answer is right and red if it is wrong**;
- one with **ten upright bars**, from class 0 on the left to class 9, as high as the probabilities.
  Their y-axis goes **from 0 to 1**, so that figures can be compared. The bar of the **true class is
  blue**. If the answer is wrong, the bar of the **most probable class is red**. All other bars are
  neither blue nor red, for instance gray.

Everything else, sizes, ticks, colours of the image, is up to you.
"""

# %%
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell. The second answer
# is wrong: the image is said to be a bag.
# example = np.array([0.0, 0.0, 0.0, 0.0, 0.0, 0.1, 0.0, 0.033, 0.0, 0.867])
# plot_prediction(test_images[0], example, 9, CLASS_NAMES)
# plot_prediction(test_images[0], example, 8, CLASS_NAMES)
# plt.show()
