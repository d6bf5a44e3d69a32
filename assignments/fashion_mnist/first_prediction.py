# %% [markdown]
"""
`model.predict(images)` answers with ten numbers for *every* image: one probability for each class.
The network's answer for an image is the class with the largest one. The first test image is an
ankle boot, so `test_labels[0]` is 9; does the network see that too?

Write two functions. Both get a trained model and a stack of images of shape `(count, 28, 28)`, and
both are about the **first** image of the stack only:

- `class_probabilities` returns its ten probabilities, as an array of shape `(10,)`.
- `predicted_class` returns the network's answer: a plain whole number from 0 to 9 (one of NumPy's
  will do, an array or a tensor will not).

They must work for any model and any images, so take the answer from the model and not from a label.
Use the model as it is; do not train it again.
"""

# %%
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    raise NotImplementedError


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    raise NotImplementedError


# %%
# Try it: once your functions are written, remove the "# " below and run this cell.
# print(class_probabilities(model, test_images).round(3))
# print(predicted_class(model, test_images), "and the label says", test_labels[0])
