# %% [markdown]
"""
Is an answer right, and how surely? **Accuracy** counts right answers. **Cross entropy**, or *log
loss*, also looks at how sure they are: it is small if the right class gets a share near 1, and
large if that share is near 0.

Write two functions. Both get a NumPy array `outputs`, with a row of ten plain numbers for each
image (*logits*, of any size and sign: softmax was **not** applied yet), and an array `wanted` of
the same shape, whose rows are one-hot: 1 at the right class, 0 elsewhere. There may be any number
of rows, from 1 on.

- `accuracy(outputs, wanted)` returns the share of rows, from 0 to 1, whose **largest** output is at
  the right class.
- `cross_entropy(outputs, wanted)` returns the loss. Softmax turns a row of outputs `z` into ten
  shares with the sum 1, `exp(z) / sum(exp(z))`; the loss of a row is **minus the natural
  logarithm** of the right class's share; return the **mean** over all rows.

Return a plain number, a NumPy number or a tensor of the shape `()`. Outputs can be **large**, up to
some thousands, above or below 0: there `exp` overflows, and a share becomes 0, whose logarithm is
no number. The loss has to be right there as well. A single row with 1000 at the right class and 0
everywhere else has the loss 0, and so has one with 0 there and -1000 everywhere else. A row with
1000 at one wrong class and 0 everywhere else has the loss 1000.
"""

# %%
import numpy as np
import tensorflow as tf


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    raise NotImplementedError


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    raise NotImplementedError


# %%
# Try it: once your functions are written, remove the "# " below and run this cell. Of two rows, one
# is right. Outputs that are all alike lose log(10) = 2.303, whatever is right.
# wanted = np.eye(10)[[3, 5]]
# print(accuracy(5 * np.eye(10)[[3, 4]], wanted), cross_entropy(np.zeros((2, 10)), wanted))
