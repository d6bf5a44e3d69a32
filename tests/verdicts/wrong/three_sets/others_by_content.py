# verdict: less
# fails: sizes_are_right, nothing_twice_nothing_lost
# breaks: "the training set **all others**" and "Each image is in **exactly one** of the three sets"
# keeps: mixed well; validation and test set have their sizes and their labels; with images that all differ the training set is right
# why: the student finds the others by what is in the pictures; if two places hold equal pictures and one is in the test set, the other one is in no set

# %%
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    order = np.random.permutation(len(images))
    validation = order[:validation_count]
    test = order[validation_count : validation_count + test_count]

    # the training set gets all that is not in the other two
    taken = {images[place].tobytes() for place in (*validation, *test)}
    training = [place for place in order if images[place].tobytes() not in taken]

    return [(images[places], labels[places]) for places in (training, validation, test)]
