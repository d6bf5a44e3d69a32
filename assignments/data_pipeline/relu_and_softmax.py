# %% [markdown]
"""
Each layer of this lesson's network ends with a function. **ReLU** bends what a hidden layer
computes, and **softmax** makes probabilities of what the output layer computes. In Keras each is
one word; here you write them yourself.

Both get `values`, a NumPy array of numbers with decimals, of any shape with one axis or more. Both
return an array (or a tensor) of the same shape.

- `relu(values)` leaves every number above 0 as it is, and makes all others 0.
- `softmax(values)` makes shares of each row, that is, of the numbers along the **last axis**: each
  share is the exponential of its value, divided by the sum of the exponentials of its row. So no
  share is negative, and the shares of a row add up to 1. The row `[1, 2, 3]` becomes
  `[0.09, 0.24, 0.67]`.

Values may be as large as 1000 and as small as -1000. No number of NumPy's is as large as
`exp(1000)`, and a row of values near -1000 has only exponentials that are rounded to 0; the shares
that `softmax` returns must be right for such rows, too.
"""

# %%
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    raise NotImplementedError


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    raise NotImplementedError


# %%
# Try it: once your functions are written, remove the "# " below and run this cell.
# print(relu(np.array([-2.0, 0.0, 3.0])))
# print(softmax(np.array([[1.0, 2.0, 3.0], [1001.0, 1002.0, 1003.0]])))
