# verdict: less
# fails: classes_are_mixed
# breaks: "**Mix before you cut**, so that each set has images of most classes, however the data were sorted."
# keeps: sizes, pairs, each image in exactly one set; data sorted by class, or in no order, are mixed well
# why: the student deals the images like cards to ten piles, mixes each pile, and puts one upon the other; if the classes come in turn (0, 1, ..., 9, 0, 1, ...) each pile is one class, and the sets have one or two classes

# %%
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    # sorted data: neighbours are of one class, so deal them to ten piles
    piles = [np.arange(first, len(images), 10) for first in range(10)]
    order = np.concatenate([np.random.permutation(pile) for pile in piles])

    test = order[:test_count]
    validation = order[test_count : test_count + validation_count]
    training = order[test_count + validation_count :]
    return (
        (images[training], labels[training]),
        (images[validation], labels[validation]),
        (images[test], labels[test]),
    )
