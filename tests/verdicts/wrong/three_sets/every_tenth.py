# verdict: less
# breaks: "**Mix before you cut**, so that each set has images of most classes, however the data were sorted": every tenth image is taken in turn, which mixes data that are sorted by class, but sorts data that come as 0, 1, ... 9, 0, 1, ... 9.
# keeps: sizes, each image once and with its label, and the mixing of data that are sorted by class
# why: the student deals images out like cards, in place of chance
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    places = np.arange(len(images))
    order = np.concatenate([places[first::10] for first in range(10)])
    test = order[:test_count]
    validation = order[test_count : test_count + validation_count]
    training = order[test_count + validation_count :]
    return (
        (images[training], labels[training]),
        (images[validation], labels[validation]),
        (images[test], labels[test]),
    )
