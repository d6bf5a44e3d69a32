# verdict: full
# why: a table of small functions, one per entry, and a dict comprehension; labels go through a Python set and the
#      count is taken from the labels. The prompt only asks for the five entries, not for how they are found.
# %%
from functools import reduce

import numpy as np

QUESTIONS = {
    "classes": lambda images, labels: len({*labels.tolist()}),
    "count": lambda images, labels: labels.size,  # one label for each image
    "shape": lambda images, labels: tuple(map(len, (images[0], images[0][0]))),
    "largest": lambda images, labels: reduce(max, (int(image.max()) for image in images)),
    "smallest": lambda images, labels: reduce(min, (int(image.min()) for image in images)),
}


# %%
def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    return {entry: ask(images, labels) for entry, ask in QUESTIONS.items()}
