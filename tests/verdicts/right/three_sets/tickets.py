# verdict: full
# why: not the images are mixed but tickets that say to which set an image goes; within a set the images keep their old order, which the prompt leaves open

# %%
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    count = len(labels)
    tickets = np.zeros(count, dtype=int)  # 0 is for training
    tickets[:validation_count] = 1
    tickets[validation_count : validation_count + test_count] = 2
    np.random.default_rng().shuffle(tickets)
    return tuple((images[tickets == which], labels[tickets == which]) for which in (0, 1, 2))
