# verdict: full
# why: mixes by sorting random numbers and cuts with np.split; the test set is cut first, which the prompt leaves open.
# %%
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    order = np.argsort(np.random.default_rng().random(len(labels)))
    test, validation, training = np.split(order, [test_count, test_count + validation_count])
    return tuple((images[part], labels[part]) for part in (training, validation, test))
