# %% [markdown]
"""
Ten probabilities are hard to read, and a line like `Sandal 87% (Ankle boot)` is easy: the network
says sandal, is 87 percent sure, and the truth is an ankle boot. In **blue** such a line is a right
answer and in **red** a wrong one. A network may be sure and wrong, or right by luck; the colour
asks only who was right.

Write two functions. Both are given `probabilities`, a row with a number for each class, and
`true_label`, the number of the true class.

- `caption(probabilities, true_label, class_names)` returns such a line as text: first the **name of
  the most probable class**, then **its probability in percent**, rounded to a whole number, with
  `%` behind it, and then in round brackets the **name of the true class**. `class_names` is a list
  with the names of the classes, at the places of their numbers. Names are not in the data, so
  the grader has its own.
- `caption_colour(probabilities, true_label)` returns `"blue"` if the most probable class is the
  true one, and `"red"` otherwise.
"""

# %%
import numpy as np


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    raise NotImplementedError


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    raise NotImplementedError


# %%
# Try it: once your functions are written, remove the "# " below and run this cell.
# example = np.array([0.0, 0.0, 0.0, 0.0, 0.0, 0.867, 0.0, 0.1, 0.0, 0.033])
# print(caption(example, 9, CLASS_NAMES), caption_colour(example, 9))
